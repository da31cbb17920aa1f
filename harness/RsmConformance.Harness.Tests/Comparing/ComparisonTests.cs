using RsmConformance.Harness.Comparing;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Tests.Reports;

namespace RsmConformance.Harness.Tests.Comparing;

public class ComparisonTests
{
    private static readonly ReportInput Good = GeneratedRun.Of(3, Verdict.Pass);
    private static readonly ReportInput Bad = GeneratedRun.Of(3, Verdict.Fail);

    [Fact]
    public void Of_SameVerdictsAndSteps_IsGreen()
    {
        Comparison same = Compare(Good, Good);

        same.Exit.Should().Be(0);
        same.Count(1, Change.Same).Should().Be(3);
        same.Cases.SelectMany(c => c.Others).Should().OnlyContain(o => o.Step == null);
    }

    [Fact]
    public void Of_Failures_AreLostAtTheFirstDifferingStep()
    {
        Comparison lost = Compare(Good, Bad);

        lost.Exit.Should().Be(1);
        lost.Count(1, Change.Lost).Should().Be(3);
        StepDifference step = lost.Cases[0].Others[0].Step!;
        StepDifferenceText.Place(step).Should().Be("step connect, importer");
        (step.Base, step.Other).Should().Be(("RSMERR_PERM_DENIED, imp stored", "RSM_SUCCESS, imp stored"));
        Compare(Bad, Good).Exit.Should().Be(0, "what is gained loses nothing");
    }

    [Fact]
    public void Of_SecondOfTwoOthers_CountsAlone()
    {
        Comparison three = Compare(Good, Good, Bad);

        (three.Count(1, Change.Lost), three.Count(2, Change.Lost), three.Exit).Should().Be((0, 3, 1));
    }

    [Fact]
    public void Of_UndecidedCases_Exits3()
    {
        Compare(Good, GeneratedRun.Of(3, Verdict.Unresolved)).Exit.Should().Be(3);
        Compare(GeneratedRun.Of(3, Verdict.Unresolved), Bad).Exit.Should().Be(3, "a failure that the base does not know may be a loss");
        Compare(Good, Good with { Results = [.. Good.Results.Skip(1)] }).Exit.Should().Be(3, "a planned case has no verdict");
        Compare(Good, Good with { Results = [.. Good.Results, Good.Results[0]] }).Exit.Should().Be(3, "two verdicts are none");
    }

    [Fact]
    public void Of_RunThatDidNotEnd_Exits3OnEitherSide()
    {
        ReportInput cut = Good with { Summary = null };
        ReportInput interrupted = Good with { Summary = Good.Summary! with { Interrupted = true } };

        foreach (ReportInput partial in new[] { cut, interrupted })
        {
            Compare(Good, partial).Exit.Should().Be(3);
            Compare(partial, Good).Reason.Should().Contain("did not come to its end");
        }
    }

    [Fact]
    public void Of_NothingInCommon_IsNotGreen()
    {
        ReportInput nothing = Good with { Results = [], Header = Good.Header with { Planned = [] } };

        Comparison none = Compare(nothing, nothing);

        none.Exit.Should().Be(3);
        none.Reason.Should().Contain("no case is decided both in the base and in");
    }

    [Fact]
    public void Of_OtherProfileBedAndSelection_IsNoted()
    {
        ReportInput other = Good with
        {
            Header = Good.Header with { Iut = "other", Profile = "mine", BedDigest = "other", Planned = [.. Good.Header.Planned.Skip(1)] },
            Results = [.. Good.Results.Skip(1)],
        };

        Compare(Good, other).Notes.Should().ContainSingle(n => n.Contains("profile mine of the user's own"))
            .And.ContainSingle(n => n.Contains("under profile mine, the base under strict"))
            .And.ContainSingle(n => n.Contains("another bed")).And.ContainSingle(n => n.Contains("1 of the base are missing, 0 are not"));
    }

    [Fact]
    public void Of_AlikeImplementations_AreLabelledWithTheirFolders() =>
        Compare(Good, Good, Good with { Header = Good.Header with { Iut = "alone" } }).Runs.Select(r => r.Label).Should()
            .Equal("librsm.so 3.1 (generated) (run-0)", "librsm.so 3.1 (generated) (run-1)", "alone");

    [Fact]
    public void Html_HostileText_IsText()
    {
        string html = ComparisonPage.Html(Compare(Good, Written.HostileRun(Written.Hostile, 3)));

        html.Should().NotContain("<script").And.NotContain("<img").And.Contain("&lt;/script&gt;");
    }

    [Fact]
    public void Of_EvidenceThatTheJudgeCannotFollow_IsNoted() =>
        Compare(Good, Bad).Notes.Should().HaveCount(2).And.OnlyContain(n => n.Contains("the evidence of 3 cases, such as "), "no process of a generated run was set up");

    internal static Comparison Compare(params ReportInput[] runs) =>
        Comparison.Of(ComparedRun.Of([.. runs.Select((run, i) => ($"run-{i}", run))]));
}
