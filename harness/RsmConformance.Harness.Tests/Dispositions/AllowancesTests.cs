using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Dispositions;

public class AllowancesTests
{
    private const string List = "a.one/*  # ticket 7";
    private const string Waiver = "- pattern: b.one/x\n  owner: o\n  reason: r\n  expires: 2027-01-31\n";

    private static Disposition Of(string id, Verdict verdict, string today = "2027-01-31T23:59:59Z") =>
        new Allowances(
            KnownFailures.Parse(List, "list.txt", ListedSuite.Ids),
            Waivers.Parse(Waiver, "waivers.yaml", ListedSuite.Ids),
            new StoppedClock(DateTimeOffset.Parse(today, System.Globalization.CultureInfo.InvariantCulture)))
            .DispositionOf(CaseId.Parse(id), verdict);

    [Theory]
    [InlineData(Verdict.Fail, Disposition.Known)]
    [InlineData(Verdict.Crash, Disposition.Known)]
    [InlineData(Verdict.Hang, Disposition.Known)]
    [InlineData(Verdict.Pass, Disposition.Fixed)]
    [InlineData(Verdict.Observed, Disposition.Fixed)]
    [InlineData(Verdict.Warn, Disposition.Fixed)]
    [InlineData(Verdict.Unresolved, Disposition.Ok)]
    [InlineData(Verdict.Unsupported, Disposition.Ok)]
    [InlineData(Verdict.HarnessError, Disposition.Ok)]
    public void DispositionOf_ListedCase_FollowsItsVerdict(Verdict verdict, Disposition expected) => Of("a.one/x", verdict).Should().Be(expected);

    [Theory]
    [InlineData(Verdict.Fail, Disposition.Regression)]
    [InlineData(Verdict.Hang, Disposition.Regression)]
    [InlineData(Verdict.Pass, Disposition.Ok)]
    [InlineData(Verdict.Unresolved, Disposition.Ok)]
    public void DispositionOf_UnlistedCase_FollowsItsVerdict(Verdict verdict, Disposition expected) => Of("a.two/x", verdict).Should().Be(expected);

    [Theory]
    [InlineData(Verdict.Fail, "2027-01-31T23:59:59Z", Disposition.Waived)]
    [InlineData(Verdict.Fail, "2027-02-01T00:00:00Z", Disposition.WaiverExpired)]
    [InlineData(Verdict.Fail, "2027-02-01T01:00:00+02:00", Disposition.Waived)]
    [InlineData(Verdict.Pass, "2027-01-31T23:59:59Z", Disposition.WaiverUnused)]
    [InlineData(Verdict.Pass, "2027-02-01T00:00:00Z", Disposition.WaiverUnused)]
    [InlineData(Verdict.Unresolved, "2027-02-01T00:00:00Z", Disposition.Ok)]
    public void DispositionOf_WaivedCase_FollowsVerdictAndDateInUtc(Verdict verdict, string today, Disposition expected) =>
        Of("b.one/x", verdict, today).Should().Be(expected);

    [Fact]
    public void Constructor_CaseInBothLists_NamesBothLines()
    {
        Action act = () => _ = new Allowances(
            KnownFailures.Parse("\nb.*/x  # r", "list.txt", ListedSuite.Ids), Waivers.Parse(Waiver, "w", ListedSuite.Ids), TimeProvider.System);

        act.Should().Throw<UsageException>().WithMessage("*b.one/x is a known failure (line 2) and waived (line 1); remove it*");
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
