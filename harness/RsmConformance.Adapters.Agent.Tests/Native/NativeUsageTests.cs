namespace RsmConformance.Adapters.Agent.Tests.Native;

public sealed class NativeUsageTests(Workbench bench) : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Run_MissingLibrary_Exits4AndSaysSo() => Refuses("native:nowhere.so", 4, "there is no such file");

    [Fact]
    public void Run_TextAsLibrary_Exits4AndSaysSo()
    {
        string path = Path.Combine(_tool.Folder, "librsm.so");
        File.WriteAllText(path, "no code");

        Refuses("native:" + path, 4, "cannot be used");
    }

    [Fact]
    public void Run_OtherLibrary_Exits4AndNamesWhatItLacks() =>
        Refuses("native:" + bench.Compile("other", "int rsm_get_controller(void) { return 0; }"), 4, "the library has no rsm_get_controller_attr");

    [Fact]
    public void Run_LibraryThatCrashesWhenLoaded_Exits4AndSaysSo() =>
        Refuses("native:" + bench.Library, 4, "when it is loaded", ("RSM_STUB", "crash-when-loaded"));

    [Fact]
    public void Run_LibraryThatHangsWhenLoaded_Exits4AndSaysSo() =>
        Refuses("native:" + bench.Library, 4, "it hangs when it is loaded", ("RSM_STUB", "hang-when-loaded"));

    [Fact]
    public void Run_NoAgent_Exits4AndSaysSo() =>
        Refuses("native:" + bench.Library, 4, "RSM_AGENT names nowhere", ("RSM_AGENT", "nowhere"));

    [Fact]
    public void Run_NoBed_Exits2AndSaysHowToWriteOne()
    {
        _tool.RunIut("native:" + bench.Library, []);

        _tool.Exit.Should().Be(2);
        _tool.Error.Should().Contain("--bed: missing").And.Contain("init native");
    }

    [Fact]
    public void Run_AgentByCommand_Runs()
    {
        _tool.RunIut(
            $"agent:{bench.Agent} --library '{bench.Library}'", [], "--bed", SmallBed.Write(_tool.Folder), "--case", Tool.Harmless);

        _tool.Exit.Should().Be(0, "{0}", _tool.Error);
    }

    [Fact]
    public void Run_AgentOfNoProgram_Exits4AndSaysSo() => Refuses("agent:/nowhere/agent {socket}", 4, "cannot be started");

    [Fact]
    public void Run_AgentWithAnOpenQuote_Exits2AndSaysSo() => Refuses("agent:a 'b", 2, "has no end");

    private void Refuses(string iut, int exit, string words, params (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string> { ["RSM_AGENT"] = bench.Agent };
        foreach ((string name, string value) in environment)
        {
            variables[name] = value;
        }

        _tool.RunIut(iut, variables, "--bed", SmallBed.Write(_tool.Folder), "--case", Tool.Harmless);

        _tool.Exit.Should().Be(exit, "{0}", _tool.Error);
        _tool.Error.Split('\n').Where(l => l.StartsWith("rsm-conformance:", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Should().Contain(words);
        _tool.Left().Should().BeEmpty();
    }
}
