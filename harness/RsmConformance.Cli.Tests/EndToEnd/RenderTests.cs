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
