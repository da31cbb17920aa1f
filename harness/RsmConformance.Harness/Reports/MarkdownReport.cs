using System.Globalization;
using System.Text;

namespace RsmConformance.Harness.Reports;

/// <summary>The verdicts as GitHub-flavoured Markdown, for the summary of a job.</summary>
public static class MarkdownReport
{
    /// <summary>How many bytes the summary of a GitHub job may have: 1 MiB.</summary>
    public const int SizeLimit = 1024 * 1024;

    // Kept free for the lines that say what was left out.
    private const int Reserve = 1024;
    private const int CellLimit = 300;

    /// <summary>Writes the report.</summary>
    /// <param name="input">The run.</param>
    /// <param name="output">Where it goes; must be stored as UTF-8.</param>
    /// <param name="sizeLimit">The greatest number of bytes; cases that do not fit are counted instead of shown. At least 16 KiB.</param>
    public static void Write(ReportInput input, TextWriter output, int sizeLimit = SizeLimit)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeLimit, 16 * 1024);
        string head = Head(input);
        output.Write(head);
        int left = sizeLimit - Reserve - Encoding.UTF8.GetByteCount(head);
        ResultLine.Ruled[] sorted = [.. Importance.Sort(input.Verdicts)];
        left = WriteTable(output, "Against the implementation", [.. sorted.Where(Importance.IsAgainst)], left);
        ResultLine.Ruled[] undecided = [.. sorted.Where(r => Importance.IsUndecided(r) && !Importance.IsAgainst(r))];
        WriteTable(output, "Not decided", undecided, left);
    }

    private static string Head(ReportInput input)
    {
        var text = new StringBuilder();
        Standing standing = Standing.Of(input);
        text.Append("## ").Append(Escape(standing.Headline)).Append("\n\n");
        foreach (string note in input.Notes)
        {
            text.Append("> ").Append(Escape(note)).Append("\n\n");
        }

        text.Append("| Verdict | Cases |\n|:--|--:|\n");
        foreach ((string verdict, int count) in standing.Counts)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Escape(verdict)} | {count:N0} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| **planned** | **{input.Header.Planned.Count:N0}** |\n");
        text.Append("\n| Run | |\n|:--|:--|\n");
        foreach ((string name, string value) in RunFacts.Of(input))
        {
            text.Append("| ").Append(name).Append(" | ").Append(Escape(value)).Append(" |\n");
        }

        if (input.Excluded.Count > 0)
        {
            text.Append('\n').Append(Standing.Of(input.Excluded.Count, "case")).Append(" left out by the selection.\n");
        }

        return text.ToString();
    }

    private static int WriteTable(TextWriter output, string title, ResultLine.Ruled[] rows, int left)
    {
        if (rows.Length == 0)
        {
            return left;
        }

        output.Write($"\n### {title}\n\n| Case | Verdict | Assertion | Step | Permitted | Seen | Reason |\n|:--|:--|:--|:--|:--|:--|:--|\n");
        for (int i = 0; i < rows.Length; i++)
        {
            string row = Row(rows[i]);
            int size = Encoding.UTF8.GetByteCount(row);
            if (size > left)
            {
                output.Write($"\n**{Standing.Of(rows.Length - i, "further case")} of this table left out:** a job summary may have {SizeLimit / 1024} KiB. All are in the HTML report and in {RunService.ResultsName}.\n");
                return 0;
            }

            output.Write(row);
            left -= size;
        }

        return left;
    }

    private static string Row(ResultLine.Ruled result)
    {
        string verdict = $"{result.Verdict} ({Importance.Word(result.Disposition)})";
        string?[] cells =
        [
            result.Case.Text, verdict, result.Assertion, result.Step?.Text, Importance.Permitted(result), result.Observed, result.Words,
        ];
        return "| " + string.Join(" | ", cells.Select(Escape)) + " |\n";
    }

    // Everything that Markdown or HTML reads as markup, and what GitHub turns into a link or a mention by itself.
    private static string Escape(string? text)
    {
        var result = new StringBuilder();
        foreach (char c in PlainText.Line(text, CellLimit))
        {
            _ = c switch
            {
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '&' => result.Append("&amp;"),
                '@' => result.Append("&#64;"),
                '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '~' or '!' or '$' =>
                    result.Append('\\').Append(c),
                _ => result.Append(c),
            };
        }

        return result.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }
}
