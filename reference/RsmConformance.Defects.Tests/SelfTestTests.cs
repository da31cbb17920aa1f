using RsmConformance.Adapters.Reference;
using RsmConformance.Cli.Inputs;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Defects.Tests;

/// <summary>The suite catches every defect of the catalogue, and a weaker suite does not.</summary>
public class SelfTestTests
{
    private static readonly SelfTestRequest Quick = new(ToTheEnd: false, Jobs: 2 * Environment.ProcessorCount);
    private readonly Suite _suite = Suite.Load();

    [Fact]
    public void Run_WholeCatalogue_KillsEveryDefectForAnAssertionThatItDeclares()
    {
        SelfTestReport report = Hunt(_suite.UnderUse, DefectCatalogue.All);

        report.Hunts.Should().HaveCount(DefectCatalogue.All.Count);
        report.FalseAlarms.Should().BeEmpty();
        report.Hunts.Where(h => h.Outcome is HuntOutcome.Survived or HuntOutcome.ExcusedButKilled)
            .Select(h => $"{h.Mutant.Id}: {h.Outcome}, accused of {string.Join(", ", h.Accusations.Select(a => a.Assertion).Distinct())}")
            .Should().BeEmpty();
        report.IsClean.Should().BeTrue();
    }

    [Fact]
    public void Run_SuiteWithoutTheCasesThatKillADefect_NamesTheSurvivor()
    {
        Defect[] one = [DefectCatalogue.All.First(d => d.Id == "permission-owner-gets-group-digit")];
        string[] breaks = [.. one[0].Breaks];
        SuiteUnderUse weaker = _suite.UnderUse with
        {
            Cases = [.. _suite.Cases.Select(c => c.Assertions.Any(breaks.Contains) ? c with { Expected = [] } : c)],
        };

        SelfTestReport report = Hunt(weaker, one);

        report.IsClean.Should().BeFalse();
        report.Hunts.Should().ContainSingle().Which.Outcome.Should().Be(HuntOutcome.Survived);
    }

    private SelfTestReport Hunt(SuiteUnderUse suite, IReadOnlyList<Defect> defects) =>
        new SelfTest(suite, _suite.Specification, BedInput.Load(null), () => new ReferenceAdapter())
            .Run([.. defects.Select(SeededDefect.ToMutant)], Quick, _ => { }, CancellationToken.None);
}
