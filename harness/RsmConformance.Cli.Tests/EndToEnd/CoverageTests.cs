namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class CoverageTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Coverage_OfStoredRun_TellsProvokedFromSeen()
    {
        Tool.Run(_folder, "run", "--iut", "reference", "--case", "connect.error.bad-addr/null", "connect.permission.limited-values/0000");

        ToolResult result = Tool.Run(_folder, "coverage", "--results", "out/run");

        result.Output.Should()
            .MatchRegex(@"rsm_memseg_import_connect +RSMERR_BAD_ADDR +\d+ +1 +1\n")
            .And.MatchRegex(@"rsm_memseg_import_connect +RSMERR_BAD_SEG_HNDL +\d+ +1 +0 +never seen: A04\.bad-seg-hndl permits it .*; returned was RSMERR_BAD_ADDR\n")
            .And.MatchRegex(@"rsm_memseg_import_connect +RSMERR_PERM_DENIED +\d+ +1 +1\n")
            .And.MatchRegex(@"rsm_memseg_import_connect +RSMERR_CTLR_NOT_PRESENT +[1-9]\d* +0 +0 +not run\n")
            .And.MatchRegex(@"connect\.attributes\.stability +effect +0 +0 +0 +no +UNTESTED, see below\n")
            .And.Contain("- connect.attributes.stability: A promise about later releases");
    }

    [Fact]
    public void Coverage_AsMarkdownToFile_WritesTables()
    {
        Tool.Run(_folder, "run", "--iut", "reference", "--case", "connect.error.bad-addr/null");

        ToolResult result = Tool.Run(_folder, "coverage", "--results", "out/run", "--format", "markdown", "--output", "report.md");

        result.Output.Should().BeEmpty();
        File.ReadAllLines(_folder.Of("report.md")).Should().Contain("# Coverage of the specification")
            .And.Contain("| function | outcome | declared | provoked | seen | remark |")
            .And.Contain(line => line.StartsWith("| rsm_memseg_import_connect | RSMERR_BAD_ADDR | ", StringComparison.Ordinal));
    }

    [Fact]
    public void Coverage_OfOtherChoices_SeesTheOtherOutcome()
    {
        string[] folders = [.. Enumerable.Range(0, 6).Select(seed => $"run{seed}")];
        for (int seed = 0; seed < folders.Length; seed++)
        {
            Tool.Run(_folder, "run", "--iut", "reference", "--case", "connect.error.bad-addr/null", "--choices", $"{seed}", "--output", folders[seed]);
        }

        ToolResult result = Tool.Run(_folder, ["coverage", "--results", .. folders]);

        result.Output.Should().MatchRegex(@"rsm_memseg_import_connect +RSMERR_BAD_SEG_HNDL +\d+ +1 +1\n");
    }

    [Fact]
    public void Coverage_WithoutResults_RunsTheReferenceInEveryProfile()
    {
        ToolResult result = Tool.Run(_folder, "coverage");

        result.Output.Should().Contain("run: reference, profile strict").And.Contain("run: reference, profile hardened")
            .And.Contain("run: reference, profile historical").And.NotContain("not run to a verdict");
        result.Exit.Should().Be(result.Output.Contains("NO CASE AND NO REASON", StringComparison.Ordinal) ? 1 : 0);
        Directory.Exists(_folder.Of("out")).Should().BeFalse("it keeps no evidence that nobody asked for");
    }
}
