using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public class AssertionCoverageTests
{
    [Theory]
    [InlineData(Verdict.Pass, true, true)]
    [InlineData(Verdict.Fail, true, false)]
    [InlineData(Verdict.Unresolved, false, false)]
    public void Of_Verdict_DecidesHowFarItGot(Verdict verdict, bool provoked, bool seen)
    {
        AssertionCoverage first = AssertionCoverage.Of(GeneratedRun.Of(1, verdict))[0];

        (first.IsDeclared, first.IsProvoked, first.IsSeen, first.IsDiscriminated).Should().Be((true, provoked, seen, null));
    }

    [Fact]
    public void Of_ErrorThatTheActDidNotReturn_IsProvokedButNotSeen()
    {
        ReportInput run = GeneratedRun.Of(85, Verdict.Pass);
        IReadOnlyList<AssertionCoverage> coverage = AssertionCoverage.Of(run);

        coverage.Single(c => c.Assertion.Id.Value == "connect.error.perm-denied").IsSeen.Should().BeTrue("the act returns it");
        AssertionCoverage other = coverage.Single(c => c.Assertion.Id.Value == "connect.error.bad-seg-hndl");
        (other.IsProvoked, other.IsSeen).Should().Be((true, false));
    }
}
