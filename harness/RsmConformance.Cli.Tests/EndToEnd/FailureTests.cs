namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>What can be done with a failure afterwards: replay, repro, explain.</summary>
public sealed class FailureTests(FailureTests.DeviatingRun run) : IClassFixture<FailureTests.DeviatingRun>
{
    private const string Failing = "connect.permission.limited-values/0000";
    private const string Passing = "connect.error.seg-not-published/never-published";
    private static readonly string[] Deviating = ["--iut", "reference", "--deviation", "D11"];

    private readonly Folder _folder = run.Folder;

    [Fact]
    public void Replay_SameImplementation_ComesTheSame()
    {
        ToolResult replay = Tool.Run(_folder, ["replay", "out", .. Deviating]);

        replay.Exit.Should().Be(0, "{0}{1}", replay.Output, replay.Error);
        replay.Output.Should().Be("2 cases came the same, step by step\n");
    }

    [Fact]
    public void Replay_OtherImplementation_StopsAtTheFirstDifferenceWithTheStateBeforeIt()
    {
        ToolResult replay = Tool.Run(_folder, "replay", "out", "--iut", "reference", "--case", Failing);

        replay.Exit.Should().Be(1);
        replay.Output.Should().Contain($"difference in {Failing}").And.Contain("imp stored").And.Contain("imp NULL")
            .And.Contain("before it the model knew").And.Contain("export exporter/");
    }

    [Fact]
    public void Explain_Failure_TellsItsStory()
    {
        ToolResult explain = Tool.Run(_folder, "explain", "out", Failing);

        explain.Exit.Should().Be(0);
        explain.Output.Should().ContainAll(
            "what is broken", "Source: rsm_memseg_import_connect(3RSM)", "what was set up", "what was done", "what is permitted, and why",
            "what came back", "likely kinds of mistake", "(mode-accepts-zero)", "to repeat it", "as a C program");
    }

    [Fact]
    public void Repro_ImplementationThatIsNoLibrary_PrintsTheProgramAndSaysThatItWasNotRun()
    {
        ToolResult repro = Tool.Run(_folder, ["repro", "out", Failing, .. Deviating]);

        repro.Exit.Should().Be(3);
        repro.Output.Should().Contain("the program was not run");
        ToolResult explain = Tool.Run(_folder, "explain", "out", Failing);
        explain.Output.Should().Contain("#include <rsmapi.h>").And.Contain("int main(void)");
        Tool.Run(_folder, "report", "render", "out", "--format", "html").Exit.Should().Be(0);
        File.ReadAllText(Path.Combine(_folder.Path, "out", "report.html")).Should().Contain("#include \\u003Crsmapi.h\\u003E");
    }

    [Theory]
    [InlineData("repro", "out", Passing, "--iut", "reference")]
    [InlineData("repro", "out", "connect.error.no-such/case", "--iut", "reference")]
    [InlineData("repro", "nowhere", Failing, "--iut", "reference")]
    [InlineData("repro", "out", Failing, "--iut", "reference", "--within", "soon")]
    [InlineData("repro", "out", Failing)]
    [InlineData("explain", "out", Passing)]
    [InlineData("explain", "out")]
    [InlineData("replay", "nowhere", "--iut", "reference")]
    [InlineData("replay", "out", "--iut", "reference", "--case", "no.such/case")]
    public void Failure_WrongInput_IsOneLineAndExit2(params string[] words)
    {
        ToolResult result = Tool.Run(_folder, words);

        result.Exit.Should().Be(2, "{0}", result.Output);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: ");
    }

    /// <summary>A run on a reference that grants mode 0.</summary>
    public sealed class DeviatingRun : IDisposable
    {
        public DeviatingRun() =>
            Tool.Run(Folder, ["run", .. Deviating, "--case", Failing, Passing, "--output", "out"]).Exit.Should().Be(1);

        internal Folder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
