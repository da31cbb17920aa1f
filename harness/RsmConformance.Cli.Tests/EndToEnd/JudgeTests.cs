namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class JudgeTests : IDisposable
{
    private const string Selection = "connect.permission.limited-values/*";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Judge_StoredTrace_SaysWhatTheRunSaid()
    {
        ToolResult run = Run("--deviation", "D11");

        ToolResult judged = Tool.Run(_folder, "judge", "out/run/trace.jsonl");

        run.Exit.Should().Be(1);
        judged.Exit.Should().Be(1);
        Table(judged).Should().NotBeEmpty().And.Equal(Table(run));
        Findings(judged).Should().NotBeEmpty().And.BeEquivalentTo(Findings(run));
    }

    [Fact]
    public void Judge_ByAnotherProfile_SaysWhatThatProfileSays()
    {
        Run("--deviation", "D11");

        ToolResult judged = Tool.Run(_folder, "judge", "out/run", "--profile", "historical");

        judged.Exit.Should().Be(0);
        judged.Output.Should().Contain("profile  historical").And.Contain("WARN ").And.NotContain("FAIL ");
    }

    [Fact]
    public void Judge_RunWithUnplayableCases_ExitsAsTheRunDid()
    {
        string bed = _folder.Write("bed.yaml", SmallBed.Yaml);
        string[] cases = ["--case", SmallBed.PlayableCase, SmallBed.UnplayableCase];
        ToolResult run = Tool.Run(_folder, ["run", "--iut", "reference", "--bed", bed, .. cases]);

        ToolResult judged = Tool.Run(_folder, "judge", "out/run");
        ToolResult strict = Tool.Run(_folder, "judge", "out/run", "--strict");

        run.Exit.Should().Be(0);
        judged.Exit.Should().Be(0);
        strict.Exit.Should().Be(3);
        Table(judged).Should().Equal(Table(run));
    }

    [Fact]
    public void Judge_TraceOfAnotherSuite_IsRefused()
    {
        Run();
        string path = _folder.Of("out", "run", "trace.jsonl");
        string text = File.ReadAllText(path);
        int at = text.IndexOf("\"suite_digest\":\"", StringComparison.Ordinal) + "\"suite_digest\":\"".Length;
        File.WriteAllText(path, text[..at] + "0000" + text[(at + 4)..]);

        ToolResult judged = Tool.Run(_folder, "judge", "out/run");

        judged.Exit.Should().Be(2);
        judged.ErrorLines.Should().ContainSingle().Which.Should().Contain("trace.jsonl:1: the trace is of suite 1.0.0 with digest 0000")
            .And.Contain("judge it with the program that wrote it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json\n")]
    [InlineData("{\"type\":\"footer\",\"cases\":0,\"interrupted\":false}\n")]
    public void Judge_NoTrace_NamesTheLine(string text)
    {
        string file = _folder.Write("trace.jsonl", text);

        ToolResult judged = Tool.Run(_folder, "judge", file);

        judged.Exit.Should().Be(2);
        judged.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: trace.jsonl:1: ");
    }

    [Fact]
    public void Judge_ForgedReturnCode_IsFoundOut()
    {
        Run();
        string path = _folder.Of("out", "run", "trace.jsonl");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"code\":27,", "\"code\":26,", StringComparison.Ordinal));

        ToolResult judged = Tool.Run(_folder, "judge", "out/run");

        judged.Exit.Should().Be(1);
        judged.Output.Should().Contain("seen       RSMERR_BAD_PERMS");
    }

    private ToolResult Run(params string[] words) => Tool.Run(_folder, ["run", "--iut", "reference", "--case", Selection, .. words]);

    private static string[] Table(ToolResult result) =>
        [.. result.Output.Split('\n').SkipWhile(l => !l.StartsWith("function", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0)];

    private static string[] Findings(ToolResult result) =>
        [.. result.Output.Split('\n').SkipWhile(l => l.Length > 0).TakeWhile(l => !l.StartsWith("function", StringComparison.Ordinal))];
}
