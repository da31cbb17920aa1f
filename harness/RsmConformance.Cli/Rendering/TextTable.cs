namespace RsmConformance.Cli.Rendering;

/// <summary>A table of words and numbers, written in columns or as Markdown.</summary>
/// <param name="heads">The heads of the columns.</param>
internal sealed class TextTable(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != heads.Length)
        {
            throw new ArgumentException($"{cells.Length} cells for {heads.Length} columns", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>Writes columns under their heads, two spaces apart; columns of numbers are flush right.</summary>
    public void WriteText(TextWriter to, string indent = "")
    {
        int[] widths = [.. heads.Select((head, column) => _rows.Append(heads).Max(row => row[column].Length))];
        bool[] numbers = [.. heads.Select((_, column) => _rows.Count > 0 && _rows.All(row => IsNumber(row[column])))];
        foreach (string[] row in _rows.Prepend(heads))
        {
            IEnumerable<string> cells = row.Select((cell, column) =>
                numbers[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            to.WriteLine((indent + string.Join("  ", cells)).TrimEnd());
        }
    }

    /// <summary>Writes a Markdown table.</summary>
    public void WriteMarkdown(TextWriter to)
    {
        to.WriteLine("| " + string.Join(" | ", heads) + " |");
        to.WriteLine("|" + string.Concat(heads.Select(_ => "---|")));
        foreach (string[] row in _rows)
        {
            to.WriteLine("| " + string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |");
        }
    }

    private static bool IsNumber(string cell) => cell.Length > 0 && cell.All(c => char.IsAsciiDigit(c) || c is '.' or '-');
}
