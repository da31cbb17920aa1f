using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Dispositions;

/// <summary>A small suite to list cases of, and verdicts on it.</summary>
internal static class ListedSuite
{
    public static readonly IReadOnlyList<CaseId> Ids =
        [.. new[] { "a.one/x", "a.one/y", "a.two/x", "b.one/x", "b.one/y" }.Select(CaseId.Parse)];

    public static ResultLine.Ruled Ruled(
        string id, Verdict verdict, Disposition disposition = Disposition.Ok, string? observed = null, string? reason = null) => new(
        CaseId.Parse(id), ["a.one"], VerdictName.Of(verdict), disposition, reason, null, verdict == Verdict.Pass ? null : "a.one",
        null, verdict == Verdict.Pass ? null : ["RSM_SUCCESS"], observed, null, 0);
}
