using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness;

/// <summary>Which cases of a run are worth running again.</summary>
public static class FailedCases
{
    /// <summary>
    /// The cases that were bad or undecided (FAIL, CRASH, HANG, HARNESS_ERROR, and UNRESOLVED unless for want of means), and those
    /// that were planned and got no verdict.
    /// </summary>
    /// <param name="stored">The results of the run.</param>
    public static IReadOnlySet<CaseId> Of(StoredResults stored)
    {
        HashSet<CaseId> failed = [.. stored.Header.Planned];
        failed.ExceptWith(stored.Results.Select(r => r.Case));
        failed.UnionWith(stored.Results.Where(IsFailed).Select(r => r.Case));
        return failed;
    }

    private static bool IsFailed(ResultLine.Ruled result) => VerdictName.Parse(result.Verdict) switch
    {
        Verdict.Fail or Verdict.Hang or Verdict.Crash or Verdict.HarnessError => true,
        Verdict.Unresolved => result.Reason != ReasonCode.MissingMeans,
        Verdict.Pass or Verdict.Observed or Verdict.Warn or Verdict.Unsupported or Verdict.Untested => result.Disposition == Disposition.Lost,
        var other => throw new InvalidOperationException($"no such verdict: {other}"),
    };
}
