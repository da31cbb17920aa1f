using System.Globalization;
using System.Text;
using RsmConformance.Harness.Reports;
using static System.Net.WebUtility;

namespace RsmConformance.Harness.Comparing;

/// <summary>A comparison as one HTML page that needs nothing else, not even scripts.</summary>
public static class ComparisonPage
{
    private const string StyleName = "comparison.css";

    /// <summary>Makes the page; it shows everything, what is the same folded.</summary>
    /// <param name="comparison">The comparison.</param>
    public static string Html(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Runs side by side</title>\n")
            .Append("<style>\n").Append(Style()).Append("</style>\n</head>\n<body>\n<main>\n<h1>Runs side by side</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>Exit {comparison.Exit}: {Safe(comparison.Reason)}. The first run is the base of all changes.</p>\n");
        WriteRuns(page, comparison);
        WriteNotes(page, comparison);
        foreach (Change change in Changes.WorstFirst.Where(c => c != Change.Same))
        {
            ComparedCases.Write(page, comparison, Changes.Words(change), [.. comparison.Cases.Where(c => c.Worst == change)]);
        }

        WriteChoices(page, comparison);
        CaseComparison[] same = [.. comparison.Cases.Where(c => c.Worst == Change.Same)];
        page.Append(CultureInfo.InvariantCulture, $"<details><summary>{same.Length} cases with the same verdict everywhere</summary>\n");
        ComparedCases.Write(page, comparison, "same", same);
        return page.Append("</details>\n</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Text of any origin as HTML.</summary>
    internal static string Safe(string? text) => HtmlEncode(PlainText.Clean(text));

    /// <summary>Begins a table that scrolls in itself.</summary>
    internal static StringBuilder OpenTable(StringBuilder page, string title, params IEnumerable<string> heads)
    {
        page.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Safe(title)).Append("\">\n<table>\n<thead><tr>");
        foreach (string head in heads)
        {
            page.Append("<th scope=\"col\">").Append(Safe(head)).Append("</th>");
        }

        return page.Append("</tr></thead>\n<tbody>\n");
    }

    internal static StringBuilder CloseTable(StringBuilder page) => page.Append("</tbody>\n</table>\n</div>\n");

    private static void WriteRuns(StringBuilder page, Comparison comparison)
    {
        page.Append("<h2>Runs</h2>\n");
        OpenTable(page, "Runs", ["run", "profile", "cases", .. Changes.WorstFirst.Select(Changes.Words)]);
        for (int i = 0; i < comparison.Runs.Count; i++)
        {
            ComparedRun run = comparison.Runs[i];
            page.Append("<tr><th scope=\"row\">").Append(Safe(run.Label)).Append(i == 0 ? " (base)" : "").Append("</th><td>")
                .Append(Safe(run.Input.Header.Profile)).Append("</td>").Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{run.Verdicts.Count}</td>");
            foreach (Change change in Changes.WorstFirst)
            {
                page.Append("<td class=\"number\">").Append(i == 0 ? "" : comparison.Count(i, change).ToString(CultureInfo.InvariantCulture)).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        CloseTable(page).Append("<ul class=\"soft\">\n");
        foreach (Change change in Changes.WorstFirst)
        {
            page.Append("<li>").Append(Changes.Words(change)).Append(": ").Append(Changes.Meaning(change)).Append("</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void WriteNotes(StringBuilder page, Comparison comparison)
    {
        foreach (string note in comparison.Notes)
        {
            page.Append("<p>Note: ").Append(Safe(note)).Append("</p>\n");
        }
    }

    private static void WriteChoices(StringBuilder page, Comparison comparison)
    {
        Choice[] differing = [.. comparison.Choices.Where(c => c.Differs)];
        page.Append("<h2>Choices that differ</h2>\n");
        WriteChoices(page, comparison, "Choices that differ", differing);
        page.Append(CultureInfo.InvariantCulture, $"<details><summary>{comparison.Choices.Count - differing.Length} choices that do not differ</summary>\n");
        WriteChoices(page, comparison, "Choices that do not differ", [.. comparison.Choices.Except(differing)]);
        page.Append("</details>\n");
    }

    private static void WriteChoices(StringBuilder page, Comparison comparison, string title, Choice[] choices)
    {
        if (choices.Length == 0)
        {
            page.Append("<p>None.</p>\n");
            return;
        }

        OpenTable(page, title, ["open point", .. comparison.Runs.Select(r => r.Label)]);
        foreach (Choice choice in choices)
        {
            page.Append("<tr><th scope=\"row\">").Append(Safe($"{choice.Id} {choice.Question}".Trim())).Append("</th>");
            for (int i = 0; i < comparison.Runs.Count; i++)
            {
                page.Append("<td class=\"seen\">").Append(Safe(choice.Words(i))).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        CloseTable(page);
    }

    private static string Style()
    {
        using Stream stream = typeof(ComparisonPage).Assembly.GetManifestResourceStream(StyleName)
            ?? throw new InvalidOperationException($"{StyleName} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
