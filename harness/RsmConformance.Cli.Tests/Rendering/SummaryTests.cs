using RsmConformance.Cli.Rendering;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Tests.Rendering;

public sealed class SummaryTests
{
    [Fact]
    public void Write_Outcome_TellsOfEveryCaseThatIsNotFine()
    {
        string text = Written(
            Verdicts.Of("connect.error.bad-addr/a", Verdict.Pass),
            Verdicts.Of("connect.error.bad-addr/b", Verdict.Observed),
            Verdicts.Of("connect.error.bad-addr/c", Verdict.Fail, "wrong"),
            Verdicts.Of("disconnect.error.bad-seg-hndl/d", Verdict.HarnessError, "stumbled"),
            Verdicts.Of("disconnect.error.bad-seg-hndl/e", Verdict.Warn, "tolerated"));

        text.Should().Contain("FAIL connect.error.bad-addr/c\n     why        wrong\n")
            .And.Contain("HARNESS_ERROR disconnect.error.bad-seg-hndl/d").And.Contain("WARN disconnect.error.bad-seg-hndl/e")
            .And.NotContain("PASS connect").And.NotContain("OBSERVED connect");
        text.Should().MatchRegex(@"rsm_memseg_import_connect +error +3 +1 +1 +0 +1 +0\n")
            .And.MatchRegex(@"rsm_memseg_import_disconnect +error +2 +0 +0 +1 +0 +1\n")
            .And.MatchRegex(@"all +5 +1 +1 +1 +1 +1\n");
    }

    [Fact]
    public void Write_WordsOfAnImplementation_AreMadeSafe()
    {
        string text = Written(Verdicts.Of("connect.error.bad-addr/c", Verdict.Fail, "\u001b[2Jgone"));

        text.Should().Contain("\\u001B[2Jgone").And.NotContain("\u001b");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(70)]
    [InlineData(130)]
    public void ExitText_EveryCode_StandsInTheTable(int code) =>
        ExitText.Table.Split('\n').Should().ContainSingle(line => line.Trim() == $"{code}  {ExitText.Of(code)}");

    private static string Written(params ResultLine.Ruled[] results)
    {
        using var text = new StringWriter();
        new RunSummary(Specification.Load()).Write(text, new RunOutcome(results, results.Length, false, 1, []));
        return text.ToString();
    }
}
