using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void Run_Interrupted_Exits130WithAValidPartialReport(string signal)
    {
        using Tool tool = Start();
        tool.AwaitLine("planned");

        tool.Signal(signal);
        ToolResult result = tool.Finish();

        result.Exit.Should().Be(130);
        result.Output.Should().Contain("exit 130: interrupted").And.MatchRegex(@"interrupted: \d+ of \d+ planned cases have a verdict");
        ResultLine.Summary summary = StoredLines.Results(Output)[^1].Should().BeOfType<ResultLine.Summary>().Subject;
        summary.Interrupted.Should().BeTrue();
        summary.Exit.Should().Be(130);
        summary.Run.Should().BeLessThan(summary.Planned);
        StoredLines.Trace(Output)[^1].Should().BeOfType<TraceLine.Footer>().Which.Interrupted.Should().BeTrue();
    }

    [Fact]
    public void Judge_OfInterruptedRun_Exits130()
    {
        using Tool tool = Start();
        tool.AwaitLine("planned");
        tool.Signal("INT");
        tool.Finish();

        ToolResult result = Tool.Run(_folder, "judge", "out/run");

        result.Exit.Should().Be(130);
        result.Output.Should().NotContain("HARNESS_ERROR");
    }

    [Fact]
    public void Run_KilledInTheMiddle_LeavesTwoValidFiles()
    {
        using Tool tool = Start();
        tool.AwaitLine("planned");
        SpinWait.SpinUntil(HasVerdict, Patience).Should().BeTrue();

        tool.Signal("KILL");
        tool.Finish();

        IReadOnlyList<ResultLine> results = StoredLines.Results(Output);
        results[0].Should().BeOfType<ResultLine.Header>();
        results.OfType<ResultLine.Summary>().Should().BeEmpty("the run was killed before its end");
        IReadOnlyList<TraceLine> trace = StoredLines.Trace(Output);
        trace[0].Should().BeOfType<TraceLine.Header>();
        HashSet<CaseId> ended = [.. trace.OfType<TraceLine.End>().Select(e => e.Case)];
        CaseId[] ruled = [.. results.OfType<ResultLine.Ruled>().Select(r => r.Case)];
        ruled.Should().NotBeEmpty().And.BeSubsetOf(ended, "a verdict is written after its evidence");
    }

    [Fact]
    public void Judge_OfKilledRun_CountsWhatIsMissingAsIncomplete()
    {
        using Tool tool = Start();
        tool.AwaitLine("planned");
        tool.Signal("KILL");
        tool.Finish();

        ToolResult result = Tool.Run(_folder, "judge", "out/run");

        result.Exit.Should().Be(3);
        result.Output.Should().Contain("planned, and the trace was cut off before it");
    }

    private string Output => _folder.Of("out", "run");

    private Tool Start() => Tool.Start(_folder, "run", "--iut", "reference", "--jobs", "1");

    private bool HasVerdict()
    {
        string results = Path.Combine(Output, RunService.ResultsName);
        return File.Exists(results) && File.ReadAllText(results).Contains("\"type\":\"verdict\"", StringComparison.Ordinal);
    }
}
