using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Reports;

/// <summary>How far a run got with one assertion.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="IsDemanded">Whether the profile of the run demands it.</param>
/// <param name="IsDeclared">Whether a case of the suite bears on it.</param>
/// <param name="IsProvoked">Whether the act of such a case was done, with its scene set and its control good.</param>
/// <param name="IsSeen">
/// Whether what it speaks of came about: for an error, the act of such a case returned it; for the rest, such a case was
/// judged and nothing was against it.
/// </param>
/// <param name="IsDiscriminated">Whether the suite caught a seeded defect of it in its self-test; null when that is not known.</param>
public sealed record AssertionCoverage(
    Assertion Assertion,
    bool IsDemanded,
    bool IsDeclared,
    bool IsProvoked,
    bool IsSeen,
    bool? IsDiscriminated)
{
    /// <summary>The coverage of every assertion, in the order of the specification.</summary>
    /// <param name="input">The run.</param>
    public static IReadOnlyList<AssertionCoverage> Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ILookup<string, ResultLine.Ruled> results = input.Verdicts
            .SelectMany(r => r.Assertions.Select(a => (Assertion: a, Result: r)))
            .ToLookup(p => p.Assertion, p => p.Result);
        HashSet<string> declared = [.. input.Cases.Values.SelectMany(c => c.Assertions), .. results.Select(r => r.Key)];
        return
        [
            .. input.Specification.Assertions.Select(assertion => new AssertionCoverage(
                assertion,
                input.Profile?.Demands(assertion) ?? true,
                declared.Contains(assertion.Id.Value),
                results[assertion.Id.Value].Any(WasProvoked),
                results[assertion.Id.Value].Any(r => WasSeen(assertion, r, input)),
                input.Discriminated?.Contains(assertion.Id.Value))),
        ];
    }

    private static bool WasProvoked(ResultLine.Ruled result) => Importance.VerdictOf(result) switch
    {
        Verdict.Pass or Verdict.Observed or Verdict.Warn or Verdict.Fail or Verdict.Crash or Verdict.Hang => true,
        _ => false,
    };

    private static bool WasSeen(Assertion assertion, ResultLine.Ruled result, ReportInput input) =>
        assertion.Error is { } error
            ? WasProvoked(result) && ActReturned(error, result.Case, input)
            : Importance.VerdictOf(result) is Verdict.Pass or Verdict.Observed or Verdict.Warn;

    private static bool ActReturned(string error, CaseId id, ReportInput input)
    {
        if (!input.Cases.TryGetValue(id, out Case? testCase) || !input.Evidence.TryGetValue(id, out RecordedCase? recorded))
        {
            return false;
        }

        HashSet<StepId> acts = [.. RequiredMeans.Flatten(testCase.Script).Where(s => s.Part == StepPart.Act).Select(s => s.Id)];
        return recorded.Events.Any(e =>
            e is { Event: EventKind.Return, Code: { } code } && OutcomeName.OfCode(code) == error && acts.Contains(e.Step));
    }
}
