using RsmConformance.Contract;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Tests.Dispositions;

namespace RsmConformance.Harness.Tests;

public class FailedCasesTests
{
    private static IEnumerable<string> Of(params ResultLine.Ruled[] results)
    {
        var header = new ResultLine.Header(1, "1", "s", "i", "d", "b", "strict", "0", "r", [.. results.Select(r => r.Case)]);
        return FailedCases.Of(new StoredResults(header, results, [], null, false)).Select(id => id.Text);
    }

    [Theory]
    [InlineData(Verdict.Fail, null, true)]
    [InlineData(Verdict.Crash, null, true)]
    [InlineData(Verdict.Hang, null, true)]
    [InlineData(Verdict.HarnessError, null, true)]
    [InlineData(Verdict.Unresolved, ReasonCode.ControlFailed, true)]
    [InlineData(Verdict.Unresolved, ReasonCode.MissingMeans, false)]
    [InlineData(Verdict.Pass, null, false)]
    [InlineData(Verdict.Observed, ReasonCode.FreeChoice, false)]
    [InlineData(Verdict.Warn, ReasonCode.Deviation, false)]
    public void Of_Verdict_TakesWhatIsWorthRunningAgain(Verdict verdict, string? reason, bool taken) =>
        Of(ListedSuite.Ruled("a.one/x", verdict, reason: reason)).Should().HaveCount(taken ? 1 : 0);

    [Fact]
    public void Of_KnownFailure_TakesItToo() => Of(ListedSuite.Ruled("a.one/x", Verdict.Fail, Disposition.Known)).Should().Equal("a.one/x");

    [Fact]
    public void Of_PlannedWithoutVerdict_TakesIt()
    {
        var header = new ResultLine.Header(1, "1", "s", "i", "d", "b", "strict", "0", "r", [.. ListedSuite.Ids]);
        var stored = new StoredResults(header, [ListedSuite.Ruled("a.one/x", Verdict.Pass)], [], null, true);

        FailedCases.Of(stored).Should().BeEquivalentTo(ListedSuite.Ids.Skip(1));
    }
}
