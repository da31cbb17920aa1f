namespace RsmConformance.Harness;

/// <summary>Closes the account of a run: what was planned against what has a verdict.</summary>
internal static class Account
{
    public static ResultLine.Summary Close(
        IReadOnlyCollection<ResultLine.Ruled> results, int planned, int excluded, bool interrupted, bool strict)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ResultLine.Ruled result in results)
        {
            counts[result.Verdict] = counts.GetValueOrDefault(result.Verdict) + 1;
        }

        int run = results.Where(r => r.Disposition != Disposition.Lost).Select(r => r.Case).Distinct().Count();
        return new ResultLine.Summary(planned, run, excluded, counts, interrupted, ExitCode.Of(results, planned, interrupted, strict));
    }
}
