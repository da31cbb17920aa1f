using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// Plays recorded cases again and holds what comes against the recording, step by step. Counts and times are not compared,
/// for they differ without anything being different.
/// </summary>
/// <param name="player">Plays on the implementation.</param>
/// <param name="profile">By whose readings the model follows.</param>
public sealed class Replayer(Player player, Profile profile)
{
    /// <summary>Plays one recorded case again.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="recorded">The recording.</param>
    /// <returns>The first difference; null when there is none.</returns>
    /// <exception cref="AdapterException">The implementation cannot be reached.</exception>
    public Difference? Replay(Case testCase, RecordedCase recorded)
    {
        Played played = player.Play(testCase);
        if (played.Recorded.Fault is { } fault)
        {
            return new Difference(testCase.Id, null, null, null, [], fault);
        }

        var index = new ScriptIndex(testCase.Script);
        Dictionary<(StepId, int), TraceEvent> now = Ends(played.Recorded).ToDictionary(e => (e.Step, e.Iteration));
        foreach (TraceEvent then in Ends(recorded))
        {
            if (!now.Remove((then.Step, then.Iteration), out TraceEvent? seen) || !IsSame(then, seen))
            {
                return Differ(testCase, index.Find(then.Step), then, seen, played.Recorded);
            }
        }

        return now.Values.OrderBy(e => e.Seq).FirstOrDefault() is { } more ? Differ(testCase, index.Find(more.Step), null, more, played.Recorded) : null;
    }

    private Difference Differ(Case testCase, Step? step, TraceEvent? then, TraceEvent? now, RecordedCase played) => new(
        testCase.Id, step, then, now,
        now is null ? [] : new Judge(profile).StatesBefore(testCase, played, now));

    // A process that dies after the last step is told at that step again: its end is what counts.
    private static IEnumerable<TraceEvent> Ends(RecordedCase recorded) =>
        recorded.Events.Where(e => e.EndsStep).GroupBy(e => (e.Step, e.Iteration)).Select(g => g.Last());

    private static bool IsSame(TraceEvent then, TraceEvent now) =>
        then.Event == now.Event
        && then.Code == now.Code
        && then.Data?.Hash == now.Data?.Hash
        && Outputs(then).SequenceEqual(Outputs(now));

    private static IEnumerable<OutputSeen> Outputs(TraceEvent what) => what.Outputs ?? Sequence.Create<OutputSeen>([]);
}
