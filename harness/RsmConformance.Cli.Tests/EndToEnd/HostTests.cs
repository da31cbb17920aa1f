namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>The verb that a run starts by itself, said by hand.</summary>
public sealed class HostTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2, "--managed: its value is missing", "host")]
    [InlineData(2, "--socket: its value is missing", "host", "--managed", "a.dll", "--socket")]
    [InlineData(2, "command line: 'b' has no meaning here", "host", "--managed", "a.dll", "b")]
    [InlineData(2, "command line: there is no option --bed here", "host", "--managed", "a.dll", "--bed", "b")]
    [InlineData(4, "nowhere: the harness does not listen there", "host", "--managed", "a.dll", "--socket", "nowhere")]
    public void Host_WrongWords_AreRefused(int exit, string message, params string[] words)
    {
        ToolResult result = Tool.Run(_folder, words);

        result.Exit.Should().Be(exit);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: " + message);
        result.Output.Should().BeEmpty("standard output is for the protocol");
    }

    [Fact]
    public void Host_DllThatIsNotThere_Exits4AndSaysNothingOnTheChannel()
    {
        ToolResult result = Say("", "missing.dll");

        result.Exit.Should().Be(4);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: missing.dll: there is no such file");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public void Host_ByHand_AnswersLineByLineAndEndsWithTheInput()
    {
        Tool.Run(_folder, "init", "managed", "acme").Exit.Should().Be(0);
        // The SDK does not tidy its temporary folder up.
        string temporary = "TMPDIR=" + Directory.CreateDirectory(_folder.Of("tmp")).FullName;
        Tool.RunOther(_folder, "env", [temporary, "dotnet", "build", "acme", "-c", "Release", "--nologo", "-p:UseSharedCompilation=false", "-nodeReuse:false"]).Exit.Should().Be(0);

        ToolResult result = Say("""{"type":"hello","protocol":1}\nwhat?\n{"type":"close"}\n""", "acme/bin/Release/net10.0/acme.dll");

        result.Exit.Should().Be(0, "{0}", result.Error);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(3);
        lines[0].Should().StartWith("""{"type":"welcome","protocol":1,"iut":"acme 0.1",""");
        lines[1].Should().StartWith("""{"type":"failed","why":"the agent cannot read the message 'what?':""");
        lines[2].Should().Be("""{"type":"closed"}""");
    }

    private ToolResult Say(string lines, string dll) =>
        Tool.RunOther(_folder, "sh", ["-c", $"printf '%b' '{lines}' | '{Tool.Executable}' host --managed {dll}"]);
}
