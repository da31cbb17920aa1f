namespace RsmConformance.Adapters.Agent.Tests.Native;

/// <summary>A probe says what is wrong with a bed, and nothing else.</summary>
public sealed class ProbeTests(Workbench bench) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Probe_GoodBed_Exits0()
    {
        Probe("");

        _tool.Exit.Should().Be(0, "{0}", _tool.Error);
        _tool.Error.Should().Contain("ok       agent: librsm.so").And.Contain("ok       identity owner").And.Contain("ok       way A.x0 to B.x0")
            .And.NotContain("WRONG");
        _tool.Left().Should().BeEmpty();
    }

    [Theory]
    [InlineData("true", "true", "a connect still works after inject")]
    [InlineData("false", "true", "the bed's command failed")]
    [InlineData("touch {state}/down", "true", "the command does not heal")]
    public void Probe_HookThatLies_Exits4AndSaysHow(string inject, string clear, string words)
    {
        Probe($"hooks:\n  node-down: {{ inject: '{inject}', clear: '{clear}' }}\n");

        _tool.Exit.Should().Be(4, "{0}", _tool.Error);
        _tool.Error.Should().Contain("WRONG    hook node-down").And.Contain(words);
        _tool.Left().Should().BeEmpty();
    }

    [Fact]
    public void Probe_HookThatBreaksAndHeals_Exits0()
    {
        Probe("hooks:\n  node-down: { inject: 'touch {state}/down', clear: 'rm {state}/down' }\n");

        _tool.Exit.Should().Be(0, "{0}", _tool.Error);
        _tool.Error.Should().Contain("ok       hook node-down: a connect gives RSMERR_REMOTE_NODE_UNREACHABLE while it lasts, and works after clear");
    }

    [Fact]
    public void Probe_CountThatNeverGrows_Exits4()
    {
        Probe("count_importers: echo 7\n");

        _tool.Exit.Should().Be(4, "{0}", _tool.Error);
        _tool.Error.Should().Contain("WRONG    count_importers: 7 before a connect, 7 while it lasts");
    }

    [Fact]
    public void Probe_SetupThatFails_Exits4AndSaysSo()
    {
        Probe("setup: ['echo no power >&2; exit 3']\n");

        _tool.Exit.Should().Be(4);
        _tool.Error.Should().Contain("setup failed").And.Contain("exit 3: no power");
    }

    [Fact]
    public void Run_BedWithCommands_SetsUpResetsAndTearsDown()
    {
        string bed = SmallBed.Write(
            _tool.Folder, "setup: ['echo setup >> log']\nreset: ['echo reset >> log']\nteardown: ['echo teardown >> log']\n");

        _tool.RunIut("native:" + bench.Library, new() { ["RSM_STUB"] = "exit", ["RSM_AGENT"] = bench.Agent }, "--bed", bed, "--case", Tool.Biting);

        File.ReadAllLines(Path.Combine(_tool.Folder, "log")).Should().StartWith("setup").And.EndWith("teardown").And.Contain("reset");
    }

    [Fact]
    public void Run_BedWithSessionCommands_DoesThemAroundEverySession()
    {
        string bed = SmallBed.Write(
            _tool.Folder, "session_setup: ['echo begin >> {state}/log']\nsession_teardown: ['cat {state}/log >> log', 'echo end >> log']\n");

        _tool.RunIut("native:" + bench.Library, new() { ["RSM_STUB"] = "tame", ["RSM_AGENT"] = bench.Agent }, "--bed", bed, "--case", Tool.Biting);

        string[] log = File.ReadAllLines(Path.Combine(_tool.Folder, "log"));
        log.Should().NotBeEmpty().And.Equal(log.Select((_, i) => i % 2 == 0 ? "begin" : "end"), "sessions do not meet");
    }

    [Fact]
    public void Run_SessionThatCannotBeSetUp_IsAFaultOfTheBed()
    {
        string bed = SmallBed.Write(_tool.Folder, "session_setup: ['echo no power >&2; exit 3']\n");

        _tool.RunIut("native:" + bench.Library, new() { ["RSM_STUB"] = "tame", ["RSM_AGENT"] = bench.Agent }, "--bed", bed, "--case", Tool.Biting);

        _tool.Exit.Should().Be(3);
        var ruled = _tool.Results.Should().ContainSingle().Subject;
        ruled.Verdict.Should().Be("HARNESS_ERROR");
        ruled.Words.Should().Contain("session_setup failed").And.Contain("no power");
    }

    private void Probe(string more)
    {
        // The folders of sessions are in it, and the stub looks there as another user.
        Workbench.OpenToOthers(_tool.Folder);
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "tmp"));
        Workbench.OpenToOthers(Path.Combine(_tool.Folder, "tmp"));
        _tool.RunWords(
            ["probe", "--iut", "native:" + bench.Library, "--bed", SmallBed.Write(_tool.Folder, more)],
            new() { ["RSM_STUB"] = "tame", ["RSM_AGENT"] = bench.Agent });
    }
}
