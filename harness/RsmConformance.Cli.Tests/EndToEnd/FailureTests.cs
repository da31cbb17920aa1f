using RsmConformance.Cli.CommandLine;
using RsmConformance.Cli.Inputs;
using RsmConformance.Cli.Tests.Repro;
using RsmConformance.Cli.Verbs;
using RsmConformance.Cli.Watching;

namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>What can be done with a failure afterwards: replay, repro, explain. One run, and the verbs in this process.</summary>
public sealed class FailureTests(FailureTests.DeviatingRun run) : IClassFixture<FailureTests.DeviatingRun>
{
    private const string Failing = "connect.permission.limited-values/0000";
    private const string Passing = "connect.error.seg-not-published/never-published";
    private static readonly string[] Deviating = ["--iut", "reference", "--deviation", "D11"];

    [Fact]
    public void Replay_SameImplementation_ComesTheSame()
    {
        ToolResult replay = run.Do(["replay", "out", .. Deviating]);

        replay.Exit.Should().Be(0, "{0}{1}", replay.Output, replay.Error);
        replay.Output.Should().Be("2 cases came the same, step by step\n");
    }

    [Fact]
    public void Replay_OtherImplementation_StopsAtTheFirstDifferenceWithTheStateBeforeIt()
    {
        ToolResult replay = run.Do("replay", "out", "--iut", "reference", "--case", Failing);

        replay.Exit.Should().Be(1);
        replay.Output.Should().Contain($"difference in {Failing}").And.Contain("imp stored").And.Contain("imp NULL")
            .And.Contain("before it the model knew").And.Contain("export exporter/");
    }

    [Fact]
    public void Explain_Failure_TellsItsStory()
    {
        ToolResult explain = run.Do("explain", "out", Failing);

        explain.Exit.Should().Be(0);
        explain.Output.Should().ContainAll(
            "what is broken", "Source: rsm_memseg_import_connect(3RSM)", "what was set up", "what was done", "what is permitted, and why",
            "what came back", "likely kinds of mistake", "(mode-accepts-zero)", "to repeat it", "as a C program");
    }

    [Fact]
    public void Repro_ImplementationThatIsNoLibrary_PrintsTheProgramAndSaysThatItWasNotRun()
    {
        ToolResult repro = run.Do(["repro", "out", Failing, .. Deviating]);

        repro.Exit.Should().Be(3);
        repro.Output.Should().Contain("the program was not run");
        ToolResult explain = run.Do("explain", "out", Failing);
        explain.Output.Should().Contain("#include <rsmapi.h>").And.Contain("int main(void)");
        run.Do("report", "render", "out", "--format", "html").Exit.Should().Be(0);
        File.ReadAllText(Path.Combine(run.Results, "report.html")).Should().Contain("#include \\u003Crsmapi.h\\u003E");
    }

    [Theory]
    [InlineData("repro", "out", Passing, "--iut", "reference")]
    [InlineData("repro", "out", "connect.error.no-such/case", "--iut", "reference")]
    [InlineData("repro", "nowhere", Failing, "--iut", "reference")]
    [InlineData("repro", "out", Failing, "--iut", "reference", "--within", "soon")]
    [InlineData("repro", "out", Failing, "--iut", "reference", "--output", "out")]
    [InlineData("repro", "out", Failing)]
    [InlineData("explain", "out", Passing)]
    [InlineData("explain", "out")]
    [InlineData("replay", "nowhere", "--iut", "reference")]
    [InlineData("replay", "out", "--iut", "reference", "--case", "no.such/case")]
    public void Failure_WrongInput_IsOneLineAndExit2(params string[] words)
    {
        ToolResult result = run.Do(words);

        result.Exit.Should().Be(2, "{0}", result.Output);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: ");
    }

    [Theory]
    [InlineData("repro", "out", Failing)]
    [InlineData("replay", "out")]
    public void Failure_LibraryThatIsGone_IsOneLineAndExit4(params string[] words)
    {
        string bed = Path.Combine(Repository.Folder, "conformance", "beds", "librsm.yaml");

        ToolResult result = run.Do([.. words, "--iut", "native:/nowhere/librsm.so", "--bed", bed]);

        result.Exit.Should().Be(4);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("/nowhere/librsm.so: there is no such file");
    }

    /// <summary>A run on a reference that grants mode 0.</summary>
    public sealed class DeviatingRun : IDisposable
    {
        private readonly Folder _folder = new();
        private readonly Lazy<Suite> _suite = new(Suite.Load);

        public DeviatingRun() =>
            Do(["run", .. Deviating, "--case", Failing, Passing, "--output", "out"]).Exit.Should().Be(1);

        internal string Results => Path.Combine(_folder.Path, "out");

        public void Dispose() => _folder.Dispose();

        /// <summary>Does what the program does with these words; out and nowhere are in the folder of the test.</summary>
        internal ToolResult Do(params string[] words)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            string[] full = [.. words.Select(w => w is "out" or "nowhere" ? Path.Combine(_folder.Path, w) : w)];
            int exit = new Application(RootVerb.Make(_suite, new Screen(output, error, null), CancellationToken.None), output, error, debug: false).Run(full);
            return new ToolResult(exit, output.ToString(), error.ToString());
        }
    }
}
