using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class KnownFailingTests : IDisposable
{
    private const string Failing = "connect.permission.limited-values/0000";
    private const string Cases = "connect.permission.limited-values/**";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gate_FromFirstFailureToGreen_TellsRegressedAndFixedApart()
    {
        Deviating().Exit.Should().Be(1, "a new failure is a regression");
        Update().Output.Should().Contain("added    " + Failing);
        Deviating("--known-failing", "known.txt").Exit.Should().Be(0, "what is listed does not fail the run");
        Results().Where(r => r.Verdict == "FAIL").Should().NotBeEmpty().And.OnlyContain(r => r.Disposition == Disposition.Known);

        ToolResult red = Plain("--known-failing", "known.txt");
        red.Exit.Should().Be(1, "a stale list fails the run");
        red.Output.Should().Contain($"PASS {Failing} (fixed");

        Update().Output.Should().Contain("dropped  " + Failing);
        File.ReadAllText(_folder.Of("known.txt")).Should().BeEmpty();
        Plain("--known-failing", "known.txt").Exit.Should().Be(0);
    }

    [Fact]
    public void Update_EntryThatStillFails_KeepsReasonAndComment()
    {
        string list = $"# driver team\n\n# see ticket 7\n{Failing}   # old hardware\n";
        _folder.Write("known.txt", list);
        Deviating("--known-failing", "known.txt");

        Update().Exit.Should().Be(0);

        File.ReadAllText(_folder.Of("known.txt")).Should().StartWith(list)
            .And.Contain("# unexplained: connect.permission.limited-values RSMERR_PERM_DENIED seen RSM_SUCCESS\n");
        Directory.GetFiles(_folder.Path).Should().ContainSingle("nothing of the rewriting stays");
    }

    [Fact]
    public void Update_RunThatWasCutOff_IsRefused()
    {
        Deviating();
        string results = _folder.Of("out", "run", RunService.ResultsName);
        File.WriteAllText(results, File.ReadAllText(results)[..^20]);

        ToolResult result = Update();

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("did not come to its end; finish it with 'run --resume'");
    }

    [Theory]
    [InlineData("no.such/case  # r", "known.txt:1: the pattern 'no.such/case' matches no case of the suite")]
    [InlineData("\nconnect.**", "known.txt:2: 'connect.**' has no reason")]
    public void Run_FaultyList_Exits2AndNamesTheLine(string list, string message)
    {
        _folder.Write("known.txt", list);

        ToolResult result = Plain("--known-failing", "known.txt");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: " + message);
    }

    [Theory]
    [InlineData("9999-12-31", true, 0, Disposition.Waived)]
    [InlineData("2020-01-01", true, 1, Disposition.WaiverExpired)]
    [InlineData("9999-12-31", false, 1, Disposition.WaiverUnused)]
    public void Run_Waiver_CountsByDateAndNeed(string expires, bool fails, int exit, Disposition disposition)
    {
        _folder.Write("waivers.yaml", $"- pattern: {Failing}\n  owner: board\n  reason: old hardware\n  expires: {expires}\n");
        string[] words = ["--waivers", "waivers.yaml", "--skip", "connect.permission.limited-values/local-0000", "**/0000-of-a-class-without-rights"];

        ToolResult result = fails ? Deviating(words) : Plain(words);

        result.Exit.Should().Be(exit, "{0}{1}", result.Output, result.Error);
        Results().Single(r => r.Case.Text == Failing).Disposition.Should().Be(disposition);
    }

    [Fact]
    public void Run_FailedIn_PlaysWhatFailedOnly()
    {
        Deviating();
        string[] failed = [.. Results().Where(r => r.Verdict == "FAIL").Select(r => r.Case.Text)];

        Plain("--failed-in", "out/run", "--output", "again").Exit.Should().Be(0);

        StoredLines.Results(_folder.Of("again")).OfType<ResultLine.Ruled>().Select(r => r.Case.Text).Should().BeEquivalentTo(failed);
    }

    [Fact]
    public void Run_FailedInOfAnotherSuite_Exits2()
    {
        Deviating();
        string results = _folder.Of("out", "run", RunService.ResultsName);
        string digest = StoredLines.Results(_folder.Of("out", "run")).OfType<ResultLine.Header>().Single().SuiteDigest;
        File.WriteAllText(results, File.ReadAllText(results).Replace(digest, new string('0', 64), StringComparison.Ordinal));

        ToolResult result = Plain("--failed-in", "out/run/results.jsonl");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("digest 000000000000 and this is suite");
    }

    [Fact]
    public void Run_FailedInOfACleanRun_Exits2()
    {
        Plain();

        ToolResult result = Plain("--failed-in", "out/run");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("nothing failed there");
    }

    private ToolResult Plain(params string[] words) => Tool.Run(_folder, ["run", "--iut", "reference", "--case", Cases, .. words]);

    private ToolResult Deviating(params string[] words) => Plain(["--deviation", "D11", .. words]);

    private ToolResult Update() => Tool.Run(_folder, "baseline", "update", "out/run", "--known-failing", "known.txt");

    private IEnumerable<ResultLine.Ruled> Results() => StoredLines.Results(_folder.Of("out", "run")).OfType<ResultLine.Ruled>();
}
