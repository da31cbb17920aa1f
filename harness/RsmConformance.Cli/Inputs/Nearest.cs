namespace RsmConformance.Cli.Inputs;

/// <summary>Finds the words that somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>The known words nearest to a word, the nearest first; none that has little to do with it.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <param name="count">At most so many.</param>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> known, int count)
    {
        int limit = Math.Max(2, word.Length / 3);
        return
        [
            .. known.Distinct()
                .Select(candidate => (candidate, Distance: Rank(word, candidate)))
                .Where(pair => pair.Distance <= limit)
                .OrderBy(pair => pair.Distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
                .Take(count).Select(pair => pair.candidate),
        ];
    }

    // Half an id is a likely thing to write, so a part ranks before every misspelling.
    private static int Rank(string word, string candidate) =>
        word.Length > 3 && candidate.Contains(word, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(word, candidate);

    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int same = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(same, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
