using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Measuring;

/// <summary>Reads off a case and its evidence where an outcome of a function was permitted, and what was returned.</summary>
internal static class OutcomeEvidence
{
    /// <summary>The steps at which a case states an outcome of a function that a profile accepts.</summary>
    public static IEnumerable<StepId> StepsPermitting(Case testCase, Profile profile, string function, string outcome)
    {
        HashSet<StepId> calls = CallsOf(testCase, function);
        return testCase.Expected
            .Where(e => calls.Contains(e.Step) && StatedOutcomes.Accepted(e, profile).Contains(outcome))
            .Select(e => e.Step);
    }

    /// <summary>The readings by which a case permits an outcome of a function.</summary>
    public static IEnumerable<string> ReadingsOf(Case testCase, string function, string outcome)
    {
        HashSet<StepId> calls = CallsOf(testCase, function);
        return testCase.Expected.Where(e => calls.Contains(e.Step))
            .SelectMany(e => e.Outcomes).Where(o => o.Outcome == outcome).Select(o => o.Reading).OfType<string>();
    }

    /// <summary>Whether a situation that permits an outcome came about and the function was called in it.</summary>
    public static bool IsProvoked(Sample sample, string function, string outcome) =>
        ReturnsWhere(sample, function, outcome).Any();

    /// <summary>What a function returned in a case, at any step.</summary>
    public static IReadOnlySet<string> Returned(Sample sample, string function)
    {
        HashSet<StepId> calls = CallsOf(sample.Judged.Case, function);
        return Returns(sample, calls).Select(NameOf).ToHashSet();
    }

    /// <summary>What a function returned where an outcome was permitted.</summary>
    public static IEnumerable<string> ReturnedWhere(Sample sample, string function, string outcome) =>
        ReturnsWhere(sample, function, outcome).Select(NameOf);

    private static IEnumerable<TraceEvent> ReturnsWhere(Sample sample, string function, string outcome) =>
        Returns(sample, [.. StepsPermitting(sample.Judged.Case, sample.Profile, function, outcome)]);

    private static IEnumerable<TraceEvent> Returns(Sample sample, HashSet<StepId> steps) =>
        sample.Judged.Recorded.Events.Where(e => e.Event == EventKind.Return && e.Code is not null && steps.Contains(e.Step));

    private static string NameOf(TraceEvent returned) => OutcomeName.OfCode(returned.Code!.Value);

    private static HashSet<StepId> CallsOf(Case testCase, string function) =>
    [
        .. RequiredMeans.Flatten(testCase.Script)
            .Where(step => step.Action is StepAction.Call call && call.Api.CName == function)
            .Select(step => step.Id),
    ];
}
