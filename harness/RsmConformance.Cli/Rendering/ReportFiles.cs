using System.Text;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Reports.Html;

namespace RsmConformance.Cli.Rendering;

/// <summary>The reports that can be made of a run, by the names that the command line gives them.</summary>
internal static class ReportFiles
{
    private static readonly (string Format, string File, Action<ReportInput, TextWriter> Write)[] All =
    [
        ("html", "report.html", HtmlReport.Write),
        ("junit", "junit.xml", JUnitReport.Write),
        ("markdown", "summary.md", (input, output) => MarkdownReport.Write(input, output)),
        ("annotations", "annotations.txt", AnnotationReport.Write),
        ("badge", "badge.json", BadgeReport.Write),
    ];

    /// <summary>The names of the formats.</summary>
    public static string Names => string.Join(", ", All.Select(r => r.Format));

    /// <summary>Reads a list of formats such as <c>html,junit</c>.</summary>
    /// <exception cref="UsageException">One of them does not exist.</exception>
    public static IReadOnlyList<string> Parse(string text)
    {
        string[] formats = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? odd = formats.FirstOrDefault(f => All.All(r => r.Format != f));
        return odd is null && formats.Length > 0
            ? [.. formats.Distinct()]
            : throw new UsageException($"--format: there is no format '{odd ?? text}'; use some of {Names}, with commas between");
    }

    /// <summary>Writes reports.</summary>
    /// <returns>The files, in the order of the formats.</returns>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(ReportInput input, IEnumerable<string> formats, string folder)
    {
        var files = new List<string>();
        foreach (string format in formats)
        {
            (_, string name, Action<ReportInput, TextWriter> write) = All.First(r => r.Format == format);
            string path = Path.Combine(folder, name);
            try
            {
                Directory.CreateDirectory(folder);
                using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
                write(input, writer);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"{path}: cannot be written ({e.Message}); give --output a folder that can be", e);
            }

            files.Add(path);
        }

        return files;
    }
}
