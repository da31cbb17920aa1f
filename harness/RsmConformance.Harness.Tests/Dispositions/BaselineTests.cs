using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Dispositions;

public class BaselineTests
{
    private static BaselineUpdate Update(string list, params ResultLine.Ruled[] results) =>
        Baseline.Update(KnownFailures.Parse(list, "list.txt", ListedSuite.Ids), results, ListedSuite.Ids);

    private static ResultLine.Ruled Ruled(string id, Verdict verdict, Disposition disposition = Disposition.Ok, string? observed = null) =>
        ListedSuite.Ruled(id, verdict, disposition, observed);

    [Fact]
    public void Update_StillFailing_KeepsLineAndComments()
    {
        const string List = "# head\n\n# of a\na.one/x   #   ticket 7\n";

        Update(List, Ruled("a.one/x", Verdict.Fail)).Text.Should().Be(List);
    }

    [Theory]
    [InlineData(Verdict.Pass)]
    [InlineData(Verdict.Observed)]
    [InlineData(Verdict.Warn)]
    public void Update_Fixed_DropsTheEntryAndItsCommentOnly(Verdict verdict)
    {
        BaselineUpdate update = Update("# head\n\n# of a\na.one/x  # r\n# of b\nb.one/x  # s\n", Ruled("a.one/x", verdict), Ruled("b.one/x", Verdict.Hang));

        update.Text.Should().Be("# head\n\n# of b\nb.one/x  # s\n");
        update.Dropped.Should().Equal(CaseId.Parse("a.one/x"));
    }

    [Fact]
    public void Update_CommentOverTwoEntries_StaysWithTheOneThatFails() =>
        Update("# of a\na.one/x  # r\na.two/x  # s\n", Ruled("a.one/x", Verdict.Pass), Ruled("a.two/x", Verdict.Fail))
            .Text.Should().Be("# of a\na.two/x  # s\n");

    [Fact]
    public void Update_PatternPartlyFixed_BecomesTheRestWithItsReason() =>
        Update("a.**  # ticket 7\n", Ruled("a.one/x", Verdict.Pass), Ruled("a.one/y", Verdict.Fail))
            .Text.Should().Be("a.one/y  # ticket 7\na.two/x  # ticket 7\n", "a case that was not run is not fixed");

    [Fact]
    public void Update_Undecided_StaysListed() => Update("a.one/x  # r\n", Ruled("a.one/x", Verdict.Unresolved)).Text.Should().Be("a.one/x  # r\n");

    [Fact]
    public void Update_NewFailure_IsAddedWithWhatWasSeen()
    {
        BaselineUpdate update = Update(
            "", Ruled("b.one/x", Verdict.Fail, Disposition.Regression, "7\n# not\u2028a line"), Ruled("a.one/x", Verdict.Fail, Disposition.Regression, "3"));

        update.Text.Should().Be(
            "a.one/x  # unexplained: a.one RSM_SUCCESS seen 3\nb.one/x  # unexplained: a.one RSM_SUCCESS seen 7 # not a line\n");
        update.Added.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(Disposition.Waived)]
    [InlineData(Disposition.WaiverExpired)]
    public void Update_WaivedFailure_IsLeftToItsWaiver(Disposition disposition) =>
        Update("", Ruled("a.one/x", Verdict.Fail, disposition)).Text.Should().BeEmpty();

    [Fact]
    public void Update_Twice_ChangesNothingMore()
    {
        ResultLine.Ruled[] results = [Ruled("a.one/x", Verdict.Pass), Ruled("a.one/y", Verdict.Fail), Ruled("b.one/x", Verdict.Crash)];
        string once = Update("# c\na.one/*  # r\n", results).Text;

        Update(once, results).Text.Should().Be(once);
    }
}
