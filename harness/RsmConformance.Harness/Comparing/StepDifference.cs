using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Comparing;

/// <summary>A step at which two runs of a case saw different things.</summary>
/// <param name="Step">The step.</param>
/// <param name="Iteration">Which time the step was done, from 0.</param>
/// <param name="Value">The value of the sweep, if any.</param>
/// <param name="Base">What the base saw; null when the step did not end there.</param>
/// <param name="Other">What the other run saw; null when the step did not end there.</param>
public sealed record StepDifference(Step Step, int Iteration, string? Value, string? Base, string? Other)
{
    /// <summary>
    /// The first difference in the order of the script, which is the same however processes overtake each other. Times, counts,
    /// numbers that an implementation chooses and reasons in words are not compared: they differ without anything being different.
    /// </summary>
    /// <param name="testCase">The case.</param>
    /// <param name="before">The evidence of the base.</param>
    /// <param name="after">The evidence of the other run.</param>
    /// <returns>The difference; null when there is none.</returns>
    public static StepDifference? First(Case testCase, RecordedCase before, RecordedCase after)
    {
        ArgumentNullException.ThrowIfNull(testCase);
        Dictionary<(StepId Step, int Iteration), TraceEvent> first = Ends(before);
        Dictionary<(StepId Step, int Iteration), TraceEvent> second = Ends(after);
        Dictionary<StepId, (int Top, int Place, Step Step)> places = Places(testCase);
        return first.Keys.Union(second.Keys)
            .Where(key => places.ContainsKey(key.Step))
            .OrderBy(key => (places[key.Step].Top, key.Iteration, places[key.Step].Place))
            .Select(key => Between(places[key.Step].Step, first.GetValueOrDefault(key), second.GetValueOrDefault(key)))
            .FirstOrDefault(d => d is not null);
    }

    private static StepDifference? Between(Step step, TraceEvent? before, TraceEvent? after)
    {
        (string? one, string? other) = (Words(before), Words(after));
        TraceEvent any = before ?? after!;
        return one == other ? null : new StepDifference(step, any.Iteration, any.Value, one, other);
    }

    // A process that dies after the last step is told at that step again: its end is what counts.
    private static Dictionary<(StepId Step, int Iteration), TraceEvent> Ends(RecordedCase recorded) =>
        recorded.Events.Where(e => e.EndsStep).GroupBy(e => (e.Step, e.Iteration)).ToDictionary(g => g.Key, g => g.Last());

    // The body of a loop goes round as a whole: its place is that of the loop, then the iteration, then the step.
    private static Dictionary<StepId, (int Top, int Place, Step Step)> Places(Case testCase) => testCase.Script
        .SelectMany((step, top) => RequiredMeans.Flatten([step]).Select((inner, place) => (Top: top, Place: place, Step: inner)))
        .ToDictionary(p => p.Step.Id);

    private static string? Words(TraceEvent? what)
    {
        if (what is null)
        {
            return null;
        }

        TraceEvent plain = what with { Why = null, Allocation = null, Measured = null, Outputs = Plain(what.Outputs) };
        return SeenText.Of(plain) + (SeenText.More(plain) is { } more ? ", " + more : "");
    }

    // Ids are chosen by the implementation; other numbers, such as the mode of a barrier, are its answer.
    private static Sequence<OutputSeen>? Plain(Sequence<OutputSeen>? outputs) => outputs is { } seen
        ? [.. seen.Select(o => o.Value?.StartsWith("0x", StringComparison.Ordinal) == true ? o with { Value = null } : o)]
        : null;
}
