using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Defects.Tests;

/// <summary>The suite catches every defect of the catalogue for the right reason, and what is on file about that is true.</summary>
public class CatalogueHuntTests(CatalogueHunt hunt)
{
    [Fact]
    public void Run_WholeCatalogue_KillsEveryDefectForAnAssertionThatItDeclares()
    {
        hunt.Report.Hunts.Should().HaveCount(DefectCatalogue.All.Count);
        hunt.Report.FalseAlarms.Should().BeEmpty();
        hunt.Report.Hunts.Where(h => h.Outcome is HuntOutcome.Survived or HuntOutcome.ExcusedButKilled)
            .Select(h => $"{h.Mutant.Id}: {h.Outcome}, accused of {string.Join(", ", h.Accusations.Select(a => a.Assertion).Distinct())}")
            .Should().BeEmpty();
        hunt.Report.IsClean.Should().BeTrue();
    }

    /// <summary><c>RSM_WRITE_DISCRIMINATION=1</c> writes the file anew instead.</summary>
    [Fact]
    public void DiscriminationTable_OfThisHunt_IsTheOneOnFile()
    {
        string path = Path.Combine(Repository.Root, "conformance", "RsmConformance.Conformance", "discrimination.csv");
        if (Environment.GetEnvironmentVariable("RSM_WRITE_DISCRIMINATION") == "1")
        {
            File.WriteAllText(path, hunt.Table);
        }

        File.ReadAllText(path).Should().Be(hunt.Table, "RSM_WRITE_DISCRIMINATION=1 and this test write the file anew");
    }

    [Fact]
    public void DiscriminationTable_EveryAssertionThatACaseTests_IsNamedByAKillOrSaysWhyNot() =>
        hunt.Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Where(line => line.EndsWith(",no", StringComparison.Ordinal)).Select(line => line.Split(',')[0])
            .Should().BeEquivalentTo(NamedByAnother.Reasons.Keys, "a defect of each other one was caught by a verdict that names it");
}
