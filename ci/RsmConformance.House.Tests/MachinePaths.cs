using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests;

/// <summary>Nothing here knows the machine that it was written on, nor where its packages came from.</summary>
internal static partial class MachinePaths
{
    public static IEnumerable<Finding> Check(IReadOnlyList<RepositoryFile> files) =>
        from file in files
        from match in (file.Name == "packages.lock.json" ? Address() : MachinePath()).Matches(file.Text)
        select file.At(match.Index, $"'{match.Value}' is true on one machine only");

    [GeneratedRegex(@"(?<![\w.}*])/(home|Users|root|work)/[\w.]+|\b[A-Z]:\\{1,2}(Users|home|work|src)\b")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\w+://[^""\s]*")]
    private static partial Regex Address();
}
