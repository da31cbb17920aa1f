namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>Every exit code, provoked. What an interruption gives (130) is in <see cref="InterruptionTests"/>.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string Run = "run --iut reference --case " + SmallBed.PlayableCase;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, Run)]
    [InlineData(1, "run --iut reference --deviation D11 --case connect.permission.limited-values/0000")]
    [InlineData(2, Run + " --jobs none")]
    [InlineData(3, Run + " --skip **")]
    [InlineData(4, Run + " --bed missing.yaml")]
    [InlineData(4, "plan --iut reference --bed missing.yaml")]
    [InlineData(4, "run --iut managed:missing.dll")]
    [InlineData(4, "run --iut managed:.")]
    [InlineData(4, "plan --iut managed:missing.dll")]
    public void Tool_Situation_ExitsAsDocumented(int exit, string words)
    {
        ToolResult result = Tool.Run(_folder, words.Split(' '));

        result.Exit.Should().Be(exit, "{0}{1}", result.Output, result.Error);
        result.ErrorLines.Should().HaveCount(exit is 2 or 4 ? 1 : 0);
    }

    [Fact]
    public void Run_BedThatIsMissing_NamesItAndTheMend() => Tool.Run(_folder, [.. Run.Split(' '), "--bed", "missing.yaml"]).Error
        .Should().StartWith("rsm-conformance: missing.yaml: cannot be read").And.EndWith("give --bed the path of a bed description\n");

    [Theory]
    [InlineData("trace.jsonl")]
    [InlineData("results.jsonl")]
    public void Run_DeviceOfTheEvidenceIsFull_Exits70AndNamesTheFile(string file)
    {
        Directory.CreateDirectory(_folder.Of("out", "run"));
        File.CreateSymbolicLink(_folder.Of("out", "run", file), "/dev/full");

        ToolResult result = Tool.Run(_folder, Run.Split(' '));

        result.Exit.Should().Be(70);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith($"rsm-conformance: out/run/{file}: cannot be written any more")
            .And.Contain("run --resume").And.NotContain("our fault");
    }

    [Fact]
    public void Run_FolderVanishesWhileItRuns_Exits70()
    {
        using Tool tool = Tool.Start(_folder, "run", "--iut", "reference", "--jobs", "1");
        tool.AwaitLine("planned");

        Directory.Delete(_folder.Of("out"), recursive: true);
        ToolResult result = tool.Finish();

        result.Exit.Should().Be(70, "a run without evidence is not green");
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("out/run/trace.jsonl: was removed");
    }

    [Fact]
    public void Run_ProgramIsDamaged_Exits70AndNamesThePart()
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, _folder.Of(Path.GetFileName(file)));
        }

        File.WriteAllText(_folder.Of("YamlDotNet.dll"), "");

        ToolResult result = Tool.RunOther(_folder, _folder.Of("rsm-conformance"), Run.Split(' '));

        result.Exit.Should().Be(70);
        result.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: internal error: ").And.Contain("YamlDotNet");
    }

    [Fact]
    public void Run_NobodyTakesItsWords_Exits70()
    {
        ToolResult result = Tool.RunOther(_folder, "sh", ["-c", $"'{Tool.Executable}' {Run} >/dev/full"]);

        result.Exit.Should().Be(70);
        result.ErrorLines.Should().ContainSingle().Which.Should().Contain("No space left on device").And.NotContain("our fault");
    }
}
