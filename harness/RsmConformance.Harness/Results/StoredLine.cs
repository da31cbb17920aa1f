using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness;

/// <summary>Reads files of lines whose writer may have died.</summary>
internal static class StoredLine
{
    /// <summary>The lines that were written to their ends: what follows the last line feed is left out.</summary>
    public static IEnumerable<string> WholeOf(string path)
    {
        bool isTorn = ResultsFile.IsTorn(path);
        string? held = null;
        foreach (string line in File.ReadLines(path))
        {
            if (held is not null)
            {
                yield return held;
            }

            held = line;
        }

        if (held is not null && !isTorn)
        {
            yield return held;
        }
    }
}
