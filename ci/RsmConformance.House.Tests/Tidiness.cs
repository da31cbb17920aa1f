using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests;

/// <summary>Small files with one idea and a name for it, no sleeping tests, no swallowed errors, no promises.</summary>
internal static partial class Tidiness
{
    private const int LongestFile = 300;

    public static IEnumerable<Finding> Check(IReadOnlyList<RepositoryFile> files) =>
        files.SelectMany(Names).Concat(files.SelectMany(Contents));

    private static IEnumerable<Finding> Names(RepositoryFile file) =>
        from part in file.Path.Split('/')
        where Drawer().IsMatch(part)
        select file.At(0, $"'{part}' is a drawer for anything: name the idea");

    private static IEnumerable<Finding> Contents(RepositoryFile file)
    {
        if (!file.Is(".cs"))
        {
            return file.Is(".md") ? [] : Matches(file, file.Text, Promise(), "do it or leave it out");
        }

        var source = CSharpText.Split(file.Text);
        int lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        return
        [
            .. lines > LongestFile ? [file.At(0, $"{lines} lines (limit {LongestFile}): more than one idea")] : Nothing,
            .. Matches(file, source.Comments, Promise(), "do it or leave it out"),
            .. Matches(file, source.Code, Region(), "a region hides what should be a file"),
            .. Matches(file, source.Code, Swallow(), "an error disappears here"),
            .. IsTest(file) ? Matches(file, source.Code, Sleep(), "wait for the event, not for the clock") : Nothing,
        ];
    }

    private static Finding[] Nothing => [];

    private static bool IsTest(RepositoryFile file) =>
        file.Room is { } room && room.EndsWith(".Tests", StringComparison.Ordinal);

    private static IEnumerable<Finding> Matches(RepositoryFile file, string text, Regex pattern, string words) =>
        pattern.Matches(text).Select(match => file.At(match.Index, $"'{match.Value.Trim()}': {words}"));

    [GeneratedRegex(@"(^|[a-z.])(Helpers?|Utils?|Utilities|Common|Misc)(\.|$)|^(helpers?|utils?|common|misc)(\.|$)")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"\b(TODO|FIXME)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^\s*#region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception(\s+\w+)?\s*\)\s*)?\{\s*\}")]
    private static partial Regex Swallow();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\s*\(")]
    private static partial Regex Sleep();
}
