using RsmConformance.Cli.Rendering;

namespace RsmConformance.Cli.Tests.Rendering;

public sealed class TextTableTests
{
    [Fact]
    public void WriteText_Rows_AlignsWordsLeftAndNumbersRight()
    {
        TextTable table = Sample();
        using var text = new StringWriter();

        table.WriteText(text, "  ");

        text.ToString().Should().Be("  name   cases\n  one        7\n  three    123\n");
    }

    [Fact]
    public void WriteMarkdown_Rows_EscapesBars()
    {
        var table = new TextTable("name", "remark");
        table.Add("a|b", "");
        using var text = new StringWriter();

        table.WriteMarkdown(text);

        text.ToString().Should().Be("| name | remark |\n|---|---|\n| a\\|b |  |\n");
    }

    [Fact]
    public void Add_WrongNumberOfCells_Throws()
    {
        Action add = () => Sample().Add("alone");

        add.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void WriteLabelled_LongText_WrapsUnderItsLabel()
    {
        using var text = new StringWriter();

        Indented.WriteLabelled(text, "why: ", string.Join(' ', Enumerable.Repeat("word", 40)));

        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCountGreaterThan(1).And.OnlyContain(line => line.Length <= 100);
        lines[0].Should().StartWith("why: word");
        lines.Skip(1).Should().OnlyContain(line => line.StartsWith("     word", StringComparison.Ordinal));
        lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Count(word => word == "word").Should().Be(40);
    }

    private static TextTable Sample()
    {
        var table = new TextTable("name", "cases");
        table.Add("one", "7");
        table.Add("three", "123");
        return table;
    }
}
