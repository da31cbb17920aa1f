using System.Text;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Tests.Reports;

public class MarkdownReportTests
{
    [Fact]
    public void Write_Failure_TellsAssertionStepPermittedAndSeen()
    {
        string text = Written.By((i, o) => MarkdownReport.Write(i, o), GeneratedRun.Of(1, Verdict.Fail));

        text.Should().StartWith("## Does not conform to profile strict: 1 case of 1 verdict speak");
        text.Should().ContainAll("### Against the implementation", "| connect |", @"RSMERR\_PERM\_DENIED", @"RSM\_SUCCESS");
    }

    [Fact]
    public void Write_MoreThanFits_StaysBelowTheLimitAndSaysHowManyAreLeftOut()
    {
        string text = Written.By((i, o) => MarkdownReport.Write(i, o), GeneratedRun.Of(20_000, Verdict.Fail));

        Encoding.UTF8.GetByteCount(text).Should().BeInRange(MarkdownReport.SizeLimit * 9 / 10, MarkdownReport.SizeLimit);
        int rows = text.Split('\n').Count(l => l.Contains("| FAIL (regression) |", StringComparison.Ordinal));
        text.Should().Contain($"**{20_000 - rows:N0} further cases of this table left out:**");
    }

    [Fact]
    public void Write_HostileText_StaysInItsCell()
    {
        string text = Written.By((i, o) => MarkdownReport.Write(i, o), Written.HostileRun(Written.Hostile, 1));

        text.Should().NotContainAny("<", "@everyone", "http://", "\0", "\u202E", "\r");
        text.Split('\n').Where(l => l.Contains("harmed", StringComparison.Ordinal) && l[0] == '|')
            .Should().OnlyContain(l => l.Replace(@"\|", "").Split('|').Length == 4 || l.Replace(@"\|", "").Split('|').Length == 9);
    }

    [Fact]
    public void Write_Megabytes_IsBounded() =>
        Written.By((i, o) => MarkdownReport.Write(i, o), Written.HostileRun(Written.Megabytes)).Length.Should().BeLessThan(100_000);
}
