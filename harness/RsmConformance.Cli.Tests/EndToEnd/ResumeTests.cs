using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class ResumeTests(WholeRun whole) : IClassFixture<WholeRun>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Folder _folder = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    private string Output => _folder.Of("out", "run");

    private string Results => Path.Combine(Output, RunService.ResultsName);

    private string Trace => Path.Combine(Output, TraceFile.Name);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Resume_AfterKillsAtRandomMoments_EndsAsAWholeRun(int seed)
    {
        var random = new Random(seed);
        long first = seed == 1 ? 0 : random.NextInt64(whole.Head, whole.Length);
        RunAndKill(first);
        ResultLine.Ruled[] kept = Verdicts();
        (first < whole.Head + 1000 || kept.Length > 0).Should().BeTrue("the kill came after a verdict");
        if (random.Next(2) == 0)
        {
            RunAndKill(random.NextInt64(first, whole.Length), "--resume");
        }

        ToolResult result = Tool.Run(_folder, [.. WholeRun.Selection, "--resume"]);

        result.Exit.Should().Be(0, "{0}{1}", result.Output, result.Error);
        IReadOnlyList<ResultLine> lines = StoredLines.Results(Output);
        WholeRun.VerdictsOf(lines).Should().Equal(whole.Verdicts, "no verdict is lost and none repeated");
        kept.Should().BeSubsetOf(lines.OfType<ResultLine.Ruled>(), "a verdict that was given stands");
        lines.OfType<ResultLine.Header>().Should().ContainSingle().Which.Should().BeSameAs(lines[0]);
        lines.OfType<ResultLine.Summary>().Should().ContainSingle().Which.Should().BeSameAs(lines[^1]);
        ((ResultLine.Summary)lines[^1]).Run.Should().Be(whole.Planned);
        DemandWholeTrace(((ResultLine.Header)lines[0]).Run);
    }

    [Fact]
    public void Resume_TornLastLines_DropsThemAndRunsTheirCaseAgain()
    {
        Tool.Run(_folder, WholeRun.Selection);
        Tear(Results, keep: File.ReadAllText(Results).LastIndexOf("\n{\"type\":\"verdict\"", StringComparison.Ordinal) + 20);
        Tear(Trace, keep: File.ReadAllText(Trace).LastIndexOf("{\"type\":\"end\"", StringComparison.Ordinal) + 5);

        ToolResult result = Tool.Run(_folder, [.. WholeRun.Selection, "--resume"]);

        result.Exit.Should().Be(0, "{0}", result.Error);
        WholeRun.VerdictsOf(StoredLines.Results(Output)).Should().Equal(whole.Verdicts);
        DemandWholeTrace(((ResultLine.Header)StoredLines.Results(Output)[0]).Run);
    }

    [Fact]
    public void Resume_FinishedRun_PlaysNothingAgain()
    {
        Tool.Run(_folder, WholeRun.Selection);
        IReadOnlyList<ResultLine> before = StoredLines.Results(Output);

        Tool.Run(_folder, [.. WholeRun.Selection, "--resume"]).Exit.Should().Be(0);

        StoredLines.Results(Output).OfType<ResultLine.Ruled>().Should().Equal(before.OfType<ResultLine.Ruled>(), "even durations stand");
    }

    [Fact]
    public void Resume_InterruptedRun_EndsAsAWholeRun()
    {
        using (Tool tool = Tool.Start(_folder, [.. WholeRun.Selection, "--jobs", "1"]))
        {
            tool.AwaitLine("planned");
            tool.Signal("INT");
            tool.Finish().Exit.Should().Be(130);
        }

        Tool.Run(_folder, [.. WholeRun.Selection, "--resume"]).Exit.Should().Be(0);

        WholeRun.VerdictsOf(StoredLines.Results(Output)).Should().Equal(whole.Verdicts);
    }

    [Fact]
    public void Resume_ListGivenMeanwhile_CountsEarlierVerdictsByIt()
    {
        string[] words = ["run", "--iut", "reference", "--deviation", "D11", "--case", "connect.permission.limited-values/0000"];
        Tool.Run(_folder, words).Exit.Should().Be(1);
        _folder.Write("known.txt", "connect.permission.limited-values/0000  # D11\n");

        Tool.Run(_folder, [.. words, "--resume", "--known-failing", "known.txt"]).Exit.Should().Be(0);

        Verdicts().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Verdict = "FAIL", Disposition = Disposition.Known });
    }

    [Theory]
    [InlineData("--deviation D11", "implementation with digest")]
    [InlineData("--profile hardened", "profile strict, not hardened")]
    [InlineData("--skip connect.permission.read/remote", "other cases are selected (connect.permission.read/remote in one of the two only)")]
    [InlineData("--shard 1/2", "shard none, not 1/2")]
    [InlineData("--bed bed.yaml", "bed with digest")]
    public void Resume_OfAnotherRun_IsRefusedAndChangesNothing(string words, string difference)
    {
        _folder.Write("bed.yaml", SmallBed.Yaml);
        string[] selection = ["run", "--iut", "reference", "--case", "connect.permission.read/**"];
        Tool.Run(_folder, selection).Exit.Should().Be(0);
        string before = File.ReadAllText(Results);

        ToolResult result = Tool.Run(_folder, [.. selection, "--resume", .. words.Split(' ')]);

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("is of another run: " + difference).And.Contain("; give the options of that run");
        File.ReadAllText(Results).Should().Be(before);
    }

    [Fact]
    public void Resume_NoRunThere_IsRefused()
    {
        ToolResult result = Tool.Run(_folder, [.. WholeRun.Selection, "--resume"]);

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("holds no run");
    }

    [Fact]
    public void Resume_RunThatStillGoesOn_IsRefused()
    {
        using Tool running = Tool.Start(_folder, "run", "--iut", "reference", "--jobs", "1");
        running.AwaitLine("planned");
        running.Signal("STOP");

        ToolResult result = Tool.Run(_folder, "run", "--iut", "reference", "--resume");

        result.Exit.Should().Be(2);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("cannot be taken over").And.Contain("wait for the run that writes it");
    }

    private void RunAndKill(long length, params string[] words)
    {
        using Tool tool = Tool.Start(_folder, [.. WholeRun.Selection, .. words]);
        SpinWait.SpinUntil(() => new FileInfo(Results) is { Exists: true } file && file.Length >= length, Patience).Should().BeTrue();
        tool.Kill();
    }

    private ResultLine.Ruled[] Verdicts() => [.. StoredLines.Results(Output).OfType<ResultLine.Ruled>()];

    private void DemandWholeTrace(string run)
    {
        IReadOnlyList<TraceLine> trace = StoredLines.Trace(Output);
        trace.OfType<TraceLine.Header>().Should().ContainSingle().Which.Should().BeSameAs(trace[0]);
        trace.OfType<TraceLine.Session>().Should().HaveCount(whole.Planned).And.OnlyHaveUniqueItems(s => s.Case);
        trace.OfType<TraceLine.End>().Should().HaveCount(whole.Planned).And.OnlyHaveUniqueItems(e => e.Case);
        trace.OfType<TraceLine.Event>().Should().OnlyContain(e => e.What.Run == run);
        trace[^1].Should().Be(new TraceLine.Footer(whole.Planned, false));
    }

    private static void Tear(string path, int keep) => File.WriteAllText(path, File.ReadAllText(path)[..keep]);
}
