using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Harness.Tests;

public class ExitCodeTests
{
    private static ResultLine.Ruled Result(Verdict verdict, Disposition disposition = Disposition.Ok, string? reason = null) => new(
        CaseId.Parse("a.b/c"), [], VerdictName.Of(verdict), disposition, reason, null, null, null, null, null, null, 0);

    private static int Of(int planned, params ResultLine.Ruled[] results) => ExitCode.Of(results, planned, false, false);

    [Fact]
    public void Of_AllGood_IsConforming() =>
        Of(3, Result(Verdict.Pass), Result(Verdict.Observed), Result(Verdict.Warn)).Should().Be(ExitCode.Conforming);

    [Theory]
    [InlineData(Disposition.Regression)]
    [InlineData(Disposition.Fixed)]
    [InlineData(Disposition.WaiverExpired)]
    [InlineData(Disposition.WaiverUnused)]
    public void Of_BadDisposition_IsNonconforming(Disposition disposition) =>
        Of(1, Result(Verdict.Fail, disposition)).Should().Be(ExitCode.Nonconforming);

    [Theory]
    [InlineData(Disposition.Known)]
    [InlineData(Disposition.Waived)]
    public void Of_ForeseenFailure_IsConforming(Disposition disposition) =>
        Of(1, Result(Verdict.Fail, disposition)).Should().Be(ExitCode.Conforming);

    [Fact]
    public void Of_NothingPlanned_IsIncomplete() => Of(0).Should().Be(ExitCode.Incomplete);

    [Fact]
    public void Of_FewerResultsThanPlanned_IsIncomplete() => Of(2, Result(Verdict.Pass)).Should().Be(ExitCode.Incomplete);

    [Fact]
    public void Of_HarnessError_IsIncomplete() => Of(1, Result(Verdict.HarnessError)).Should().Be(ExitCode.Incomplete);

    [Fact]
    public void Of_LostCase_IsIncomplete() => Of(1, Result(Verdict.HarnessError, Disposition.Lost)).Should().Be(ExitCode.Incomplete);

    [Fact]
    public void Of_UnresolvedForAnyOtherReason_IsIncomplete() =>
        Of(1, Result(Verdict.Unresolved, reason: ReasonCode.ControlFailed)).Should().Be(ExitCode.Incomplete);

    [Fact]
    public void Of_MissingMeans_IsConformingUnlessStrict()
    {
        ResultLine.Ruled missing = Result(Verdict.Unresolved, reason: ReasonCode.MissingMeans);

        ExitCode.Of([missing], 1, false, strict: false).Should().Be(ExitCode.Conforming);
        ExitCode.Of([missing], 1, false, strict: true).Should().Be(ExitCode.Incomplete);
    }

    [Fact]
    public void Of_InterruptedAndFailed_IsInterrupted() =>
        ExitCode.Of([Result(Verdict.Fail, Disposition.Regression)], 2, true, false).Should().Be(ExitCode.Interrupted);

    [Fact]
    public void Of_RegressionAndLost_IsNonconforming() =>
        Of(3, Result(Verdict.Fail, Disposition.Regression), Result(Verdict.Pass)).Should().Be(ExitCode.Nonconforming);
}
