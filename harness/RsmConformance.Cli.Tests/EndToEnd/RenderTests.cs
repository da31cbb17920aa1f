using System.Text.Json;
using System.Xml.Linq;

namespace RsmConformance.Cli.Tests.EndToEnd;

public class RenderTests
{
    private const string Refused = "connect.permission.limited-values/*";

    [Fact]
    public void Render_RunWithFailures_EveryFormatTellsThem()
    {
        using var folder = new Folder();
        Tool.Run(folder, "run", "--iut", "reference", "--deviation", "D11", "--case", Refused, "--output", "run").Exit.Should().Be(1);

        ToolResult rendered = Tool.Run(folder, "report", "render", "run", "--format", "html,junit,markdown,annotations,badge", "--output", "reports");

        rendered.Exit.Should().Be(0, rendered.Error);
        XDocument.Load(Path.Combine(folder.Path, "reports", "junit.xml")).Descendants("failure").Should().NotBeEmpty();
        Text(folder, "report.html").Should().StartWith("<!").And.Contain("connect.permission.limited-values");
        Text(folder, "summary.md").Should().Contain("Does not conform").And.Contain("connect.permission.limited-values");
        Text(folder, "annotations.txt").Should().Contain("::error");
        JsonDocument.Parse(Text(folder, "badge.json")).RootElement.GetProperty("message").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Run_Format_WritesWhatRenderWrites()
    {
        using var folder = new Folder();

        ToolResult run = Tool.Run(
            folder, "run", "--iut", "reference", "--deviation", "D11", "--case", Refused, "--output", "run", "--format", "html,junit,markdown,annotations,badge");

        run.Exit.Should().Be(1, "reports do not change what the run came to");
        Tool.Run(folder, "report", "render", "run", "--format", "html,junit,markdown,annotations,badge", "--output", "reports").Exit.Should().Be(0);
        string[] reports = [.. Directory.GetFiles(folder.Of("reports")).Select(f => Path.GetFileName(f)!)];
        reports.Should().HaveCount(5);
        foreach (string report in reports)
        {
            run.Output.Should().Contain($"file: run/{report}\n");
            File.ReadAllText(folder.Of("run", report)).Should().Be(Text(folder, report));
        }
    }

    [Theory]
    [InlineData("pdf", "'pdf'")]
    [InlineData("html,,pdf", "'pdf'")]
    [InlineData(",", "','")]
    [InlineData("HTML", "'HTML'")]
    public void Run_UnknownFormat_IsRefusedBeforeAnythingIsPlayed(string list, string named)
    {
        using var folder = new Folder();

        ToolResult refused = Tool.Run(folder, "run", "--iut", "reference", "--format", list);

        refused.Exit.Should().Be(2);
        refused.ErrorLines.Should().ContainSingle().Which
            .Should().StartWith($"rsm-conformance: --format: there is no format {named}; use some of html, junit, markdown, annotations, badge");
        Directory.GetFileSystemEntries(folder.Path).Should().BeEmpty();
    }

    [Fact]
    public void Run_ReportThatCannotBeWritten_Exits2AndKeepsTheEvidence()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder.Of("run", "junit.xml"));

        ToolResult refused = Tool.Run(folder, "run", "--iut", "reference", "--case", Refused, "--output", "run", "--format", "junit");

        refused.Exit.Should().Be(2);
        refused.ErrorLines.Should().ContainSingle().Which.Should().StartWith("rsm-conformance: run/junit.xml: cannot be written");
        StoredLines.Results(folder.Of("run"))[^1].Should().BeOfType<Harness.ResultLine.Summary>().Which.Exit.Should().Be(0);
    }

    [Fact]
    public void Render_UnknownFormat_IsOneLineWithTheMend()
    {
        using var folder = new Folder();

        ToolResult refused = Tool.Run(folder, "report", "render", "run", "--format", "pdf");

        refused.Exit.Should().Be(2);
        refused.ErrorLines.Should().ContainSingle().Which.Should().Contain("'pdf'").And.Contain("junit");
    }

    [Fact]
    public void Render_NoSuchRun_IsOneLineWithTheMend()
    {
        using var folder = new Folder();

        ToolResult refused = Tool.Run(folder, "report", "render", "nowhere");

        refused.Exit.Should().Be(2);
        refused.ErrorLines.Should().ContainSingle().Which.Should().Contain("nowhere");
    }

    private static string Text(Folder folder, string file) => File.ReadAllText(Path.Combine(folder.Path, "reports", file));
}
