using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>Real runs side by side.</summary>
public sealed class CompareTests(CompareTests.Runs runs) : IClassFixture<CompareTests.Runs>
{
    private const string Zero = "connect.permission.limited-values/0000";
    private const string BadOutput = "connect.error.bad-addr/null";

    private readonly Folder _folder = runs.Folder;

    [Fact]
    public void Compare_SameImplementation_FindsNoDifferenceAndExits0()
    {
        ToolResult same = Tool.Run(_folder, "compare", "base", "again");

        same.Exit.Should().Be(0, "{0}{1}", same.Output, same.Error);
        same.Output.Should().Contain("exit 0: nothing is lost and nothing undecided")
            .And.NotContain("first differing").And.NotContain("choices that differ").And.NotContain(Zero);
    }

    [Fact]
    public void Compare_DeviatingImplementation_NamesWhatIsLostAndTheFirstDifferingStep()
    {
        ToolResult lost = Tool.Run(_folder, "compare", "base", "deviating");

        lost.Exit.Should().Be(1, "{0}{1}", lost.Output, lost.Error);
        lost.Output.Should().ContainAll(
            "lost: good in the base", Zero, "1  PASS", "2  FAIL: ", "first differing step importer-connect-2, importer: rsm_memseg_import_connect(",
            "RSMERR_PERM_DENIED, imp NULL", "RSM_SUCCESS, imp stored",
            "A02 A mode of zero", "1  A02.denied in", "2  A02.granted in", "exit 1: something that is good in the base is lost");
        Tool.Run(_folder, "compare", "deviating", "base").Should().Match<ToolResult>(r => r.Exit == 0 && r.Output.Contains("gained: "));
    }

    [Fact]
    public void Compare_OtherChoices_AreShownAndCountNothing()
    {
        ToolResult choices = Tool.Run(_folder, "compare", "base", "choosing");

        choices.Exit.Should().Be(0, "{0}{1}", choices.Output, choices.Error);
        choices.Output.Should().Contain("choices that differ").And.MatchRegex("which of RSMERR_BAD_ADDR, .*RSMERR_BAD_CTLR_HNDL")
            .And.MatchRegex("the same verdict, and another outcome at a step: [1-9]");
        Tool.Run(_folder, "compare", "base", "choosing", "--all").Output.Should()
            .Contain("choices that do not differ").And.Contain("A16 ").And.Contain("first differing step importer-connect-2");
    }

    [Fact]
    public void Compare_Html_WritesOnePageOfAllRuns()
    {
        ToolResult page = Tool.Run(_folder, "compare", "base", "deviating", "choosing", "--format", "html", "--output", "page");

        page.Exit.Should().Be(1);
        page.Output.Should().StartWith("file: page/comparison.html\n", "the text was not asked for");
        string html = File.ReadAllText(_folder.Of("page", "comparison.html"));
        html.Should().StartWith("<!doctype html>").And.ContainAll(Zero, "(base)", "(deviating)", "(choosing)", "A02.granted", "lost: 1").And.NotContain("<script");
    }

    [Fact]
    public void Compare_TornRun_IsUndecided()
    {
        Copy("again", "torn");
        string results = _folder.Of("torn", RunService.ResultsName);
        File.WriteAllText(results, File.ReadAllText(results)[..^20]);

        ToolResult torn = Tool.Run(_folder, "compare", "base", "torn");

        torn.Exit.Should().Be(3, "{0}{1}", torn.Output, torn.Error);
        torn.Output.Should().Contain("results.jsonl has no summary").And.Contain("(torn) did not come to its end");
    }

    [Fact]
    public void Compare_VerdictsMissing_AreUndecided()
    {
        Copy("again", "cut");
        string results = _folder.Of("cut", RunService.ResultsName);
        File.WriteAllLines(results, File.ReadAllLines(results).Where(l => !l.Contains($"\"verdict\",\"case\":\"{Zero}\"") && !l.StartsWith("{\"type\":\"summary\"")));

        ToolResult cut = Tool.Run(_folder, "compare", "base", "cut");

        cut.Exit.Should().Be(3, "{0}{1}", cut.Output, cut.Error);
        cut.Output.Should().Contain("undecided: decided in the base, and not here (1)").And.Contain("2  HARNESS_ERROR: planned, but the results have no verdict");
        Tool.Run(_folder, "compare", "cut", "base").Exit.Should().Be(3, "a base that was cut off proves nothing");
    }

    [Fact]
    public void Compare_NothingInCommon_IsNotGreen()
    {
        ToolResult other = Tool.Run(_folder, "compare", "base", "elsewhere");

        other.Exit.Should().Be(3, "{0}{1}", other.Output, other.Error);
        other.Output.Should().Contain("no case is decided both in the base and in").And.Contain("other cases were selected");
    }

    [Theory]
    [InlineData("alone", "base")]
    [InlineData("nowhere", "base", "nowhere")]
    [InlineData("the same run", "base", "base")]
    [InlineData("'pdf'", "base", "again", "--format", "pdf")]
    [InlineData("DIR is missing")]
    [InlineData("digest", "base", "foreign")]
    public void Compare_WrongInput_IsOneLineAndExit2(string named, params string[] words)
    {
        if (words.Contains("foreign") && !Directory.Exists(_folder.Of("foreign")))
        {
            string digest = StoredLines.Results(_folder.Of("base"))[0].Should().BeOfType<ResultLine.Header>().Which.SuiteDigest;
            Copy("again", "foreign");
            string results = _folder.Of("foreign", RunService.ResultsName);
            File.WriteAllText(results, File.ReadAllText(results).Replace(digest, new string('0', digest.Length)));
        }

        ToolResult result = Tool.Run(_folder, ["compare", .. words]);

        result.Exit.Should().Be(2, "{0}", result.Output);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: ").And.Contain(named);
    }

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(_folder.Of(to));
        foreach (string name in new[] { RunService.ResultsName, TraceFile.Name })
        {
            File.Copy(_folder.Of(from, name), _folder.Of(to, name));
        }
    }

    /// <summary>Five runs on the reference: twice as it is, granting mode 0, choosing otherwise, and with another case.</summary>
    public sealed class Runs : IDisposable
    {
        private static readonly string[] Cases =
            [Zero, BadOutput, "connect.error.any-holding/null-*", "connect.error.seg-not-published/never-published"];

        public Runs()
        {
            Run("base", 0, Cases);
            Run("again", 0, Cases);
            Run("deviating", 1, Cases, "--deviation", "D11");
            Run("choosing", 0, Cases, "--choices", "7");
            Run("elsewhere", 0, ["connect.permission.read/remote"]);
        }

        internal Folder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();

        private void Run(string name, int exit, string[] cases, params string[] more)
        {
            ToolResult run = Tool.Run(Folder, ["run", "--iut", "reference", "--output", name, "--case", .. cases, .. more]);
            run.Exit.Should().Be(exit, "{0}{1}", run.Output, run.Error);
        }
    }
}
