using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>
/// Reads the patterns of an option: each is a pattern, or <c>@file</c> for a file with one a line, where blank lines and
/// lines that begin with <c>#</c> count for nothing.
/// </summary>
/// <param name="option">The option, as errors call it.</param>
/// <param name="what">What the ids are, as errors call it.</param>
/// <param name="ids">The ids that exist.</param>
internal sealed class PatternInput(string option, string what, IReadOnlyList<string> ids)
{
    /// <summary>Reads patterns.</summary>
    /// <exception cref="UsageException">A file cannot be read or holds nothing, or a pattern matches nothing.</exception>
    public IReadOnlyList<CasePattern> Read(IEnumerable<string> words) =>
        [.. words.SelectMany(word => word.StartsWith('@') ? ReadFile(word[1..]) : [Check(word, option)])];

    private List<CasePattern> ReadFile(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{option} @{path}: cannot be read ({e.Message}); name a file with one pattern a line", e);
        }

        var patterns = new List<CasePattern>();
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length > 0 && line[0] != '#')
            {
                patterns.Add(Check(line, $"{path}:{i + 1}"));
            }
        }

        // An empty selection would mean everything, which nobody who names a file wants.
        return patterns.Count > 0
            ? patterns
            : throw new UsageException($"{path}: holds no pattern; write one a line, or ** for everything");
    }

    private CasePattern Check(string text, string place)
    {
        if (text.Length == 0)
        {
            throw new UsageException($"{place}: an empty pattern matches nothing; use ** for everything");
        }

        var pattern = new CasePattern(text);
        if (ids.Any(pattern.Matches))
        {
            return pattern;
        }

        string mend = Nearest.Of(text, ids, 1) is [{ } near] && !text.Contains('*', StringComparison.Ordinal)
            ? $"did you mean '{near}'?"
            : "'rsm-conformance list' shows the ids; * stands for anything within a word, ** for anything at all";
        throw new UsageException($"{place}: the pattern '{text}' matches no {what}; {mend}");
    }
}
