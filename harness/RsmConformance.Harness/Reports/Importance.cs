using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports;

/// <summary>What a verdict means to whoever reads a report from the top.</summary>
internal static class Importance
{
    private static readonly Dictionary<string, Verdict> ByName = Enum.GetValues<Verdict>().ToDictionary(VerdictName.Of);

    /// <summary>The verdict as a value; what is no verdict counts as the fault of the harness that wrote it.</summary>
    public static Verdict VerdictOf(ResultLine.Ruled result) => ByName.GetValueOrDefault(result.Verdict, Verdict.HarnessError);

    /// <summary>Whether the verdict alone makes the run nonconforming.</summary>
    public static bool IsAgainst(ResultLine.Ruled result) =>
        result.Disposition is Disposition.Regression or Disposition.Fixed or Disposition.WaiverExpired;

    /// <summary>Whether the verdict alone leaves the run incomplete.</summary>
    public static bool IsUndecided(ResultLine.Ruled result) =>
        result.Disposition is Disposition.Lost or Disposition.Duplicate
        || VerdictOf(result) == Verdict.HarnessError
        || (VerdictOf(result) == Verdict.Unresolved && result.Reason != ReasonCode.MissingMeans);

    /// <summary>Whether there is nothing to look into.</summary>
    public static bool IsQuiet(ResultLine.Ruled result) =>
        result.Disposition == Disposition.Ok && VerdictOf(result) is Verdict.Pass or Verdict.Observed;

    /// <summary>The verdicts, what speaks against the implementation first, then what is undecided, then the rest.</summary>
    public static IReadOnlyList<ResultLine.Ruled> Sort(IEnumerable<ResultLine.Ruled> results) =>
    [
        .. results.OrderBy(r => IsAgainst(r) ? 0 : IsUndecided(r) ? 1 : IsQuiet(r) ? 3 : 2)
            .ThenByDescending(VerdictOf)
            .ThenBy(r => r.Case.Text, StringComparer.Ordinal),
    ];

    /// <summary>The disposition as files write it.</summary>
    public static string Word(Disposition disposition) => Protocol.Write(disposition).Trim('"');

    /// <summary>Permitted outcomes as words; null when none were stated.</summary>
    public static string? Permitted(ResultLine.Ruled result) =>
        result.Permitted is { Count: > 0 } permitted ? string.Join(" or ", permitted.Select(p => PlainText.Line(p, 200))) : null;
}
