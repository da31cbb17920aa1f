using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>The verdicts on a stored run, one for every planned case that the trace can account for.</summary>
internal static class StoredVerdicts
{
    /// <summary>The verdicts in the order of the plan.</summary>
    public static IReadOnlyList<ResultLine.Ruled> Of(StoredRun run, IReadOnlyList<JudgedCase> judged, Suite suite)
    {
        var byId = judged.ToDictionary(j => j.Case.Id, j => j.Judgement);
        return
        [
            .. run.Header.Planned
                .Select(id => byId.TryGetValue(id, out Judgement? judgement) ? Line(judgement) : Absent(run, id, suite))
                .OfType<ResultLine.Ruled>(),
        ];
    }

    // A run that came to its end played every case that it had the means for.
    private static ResultLine.Ruled? Absent(StoredRun run, CaseId id, Suite suite) => run.Footer switch
    {
        { Interrupted: true } => null,
        { } footer when footer.Cases == run.Cases.Count => Line(
            id, Verdict.Unresolved, Disposition.Ok, ReasonCode.MissingMeans, "the run had not all it needs: " + Needs(id, suite)),
        { } => Line(id, Verdict.HarnessError, Disposition.Lost, ReasonCode.Lost, "planned, and the trace has nothing of it"),
        null => Line(id, Verdict.HarnessError, Disposition.Lost, ReasonCode.Lost, "planned, and the trace was cut off before it"),
    };

    private static string Needs(CaseId id, Suite suite) =>
        suite.Cases.FirstOrDefault(c => c.Id == id) is { } testCase ? string.Join(", ", RequiredMeans.Of(testCase)) : "unknown";

    private static ResultLine.Ruled Line(CaseId id, Verdict verdict, Disposition disposition, string reason, string words) =>
        new(id, [], VerdictName.Of(verdict), disposition, reason, words, null, null, null, null, null, 0);

    private static ResultLine.Ruled Line(Judgement judgement) => new(
        judgement.Case,
        [.. judgement.Assertions],
        VerdictName.Of(judgement.Verdict),
        judgement.Verdict is Verdict.Fail or Verdict.Crash or Verdict.Hang ? Disposition.Regression : Disposition.Ok,
        judgement.Reason,
        judgement.Words,
        judgement.Assertion,
        judgement.Step,
        judgement.Verdict == Verdict.Pass ? null : [.. judgement.Permitted],
        judgement.Observed,
        judgement.Deviations.Count > 0 ? [.. judgement.Deviations] : null,
        0);
}
