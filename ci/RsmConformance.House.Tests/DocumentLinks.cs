using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests;

/// <summary>
/// Documents name only what exists: every relative link, and in code spans and blocks every path that begins with one
/// of the repository's own folders. A star stands for any name. What a build makes is not looked for.
/// </summary>
internal static partial class DocumentLinks
{
    private static readonly string[] BuildFolders = ["bin", "obj", "out"];

    public static IEnumerable<Finding> Check(IReadOnlyList<RepositoryFile> files)
    {
        var existing = files.SelectMany(file => WithFolders(file.Path)).ToHashSet();
        var rooms = existing.Where(path => !path.Contains('/') && existing.Any(other => other.StartsWith(path + "/")))
            .ToHashSet();
        return files.Where(file => file.Is(".md"))
            .SelectMany(file => Links(file, existing).Concat(Paths(file, existing, rooms)));
    }

    private static IEnumerable<Finding> Links(RepositoryFile file, HashSet<string> existing) =>
        from match in Link().Matches(Code().Replace(file.Text, code => new string(' ', code.Length)))
        let target = match.Groups["target"].Value
        where !target.Contains("://") && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let path = Resolve(file.Folder, Uri.UnescapeDataString(target))
        where path.Length > 0 && !existing.Contains(path)
        select file.At(match.Index, $"the link to {target} leads nowhere");

    private static IEnumerable<Finding> Paths(RepositoryFile file, HashSet<string> existing, HashSet<string> rooms) =>
        from code in Code().Matches(file.Text)
        from match in RepositoryPath().Matches(code.Value)
        let path = match.Value.TrimEnd('/', '.')
        let parts = path.Split('/')
        where rooms.Contains(parts[0]) && !parts.Intersect(BuildFolders).Any()
        where !Exists(path, existing)
        select file.At(code.Index + match.Index, $"{path} does not exist");

    private static bool Exists(string path, HashSet<string> existing)
    {
        string pattern = Regex.Escape(path).Replace(@"\*", "[^/]*");
        return existing.Contains(path) || existing.Any(other => Regex.IsMatch(other, $"^{pattern}$"));
    }

    private static IEnumerable<string> WithFolders(string path)
    {
        for (; path.Length > 0; path = path[..Math.Max(path.LastIndexOf('/'), 0)])
        {
            yield return path;
        }
    }

    private static string Resolve(string folder, string target)
    {
        var parts = target.StartsWith('/') ? new Stack<string>() : new Stack<string>(folder.Split('/'));
        foreach (string part in target.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Push(part);
            }
            else if (!parts.TryPop(out _))
            {
                return target;
            }
        }
        return string.Join('/', parts.Reverse().Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s#]+)(#[^)\s]*)?(\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(
        @"^(?<fence>```+|~~~+).*?^\k<fence>|(?<tick>`+)[^`\n]+\k<tick>",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w./~<{*-])\.?\w[\w.-]*(/[\w.*-]+)+/?")]
    private static partial Regex RepositoryPath();
}
