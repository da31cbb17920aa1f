using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>The forms in which a comparison can be had.</summary>
internal static class ComparisonFormat
{
    public const string Text = "text";
    public const string Html = "html";
    public const string Names = $"{Text}, {Html}";
    public const string PageName = "comparison.html";

    /// <summary>Reads a list of forms such as <c>text,html</c>.</summary>
    /// <exception cref="UsageException">One of them does not exist.</exception>
    public static IReadOnlyList<string> Parse(string text)
    {
        string[] formats = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? odd = formats.FirstOrDefault(f => f is not (Text or Html));
        return odd is null && formats.Length > 0
            ? formats
            : throw new UsageException($"--format: there is no format '{odd ?? text}'; use some of {Names}, with commas between");
    }
}
