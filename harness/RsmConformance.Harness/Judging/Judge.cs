using RsmConformance.Contract;
using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>
/// The judge: a pure function from a case, its trace and a profile to a verdict. It may be asked again at any time, on any
/// machine, and says the same. May be used by several threads.
/// </summary>
/// <param name="profile">What is demanded.</param>
public sealed class Judge(Profile profile)
{
    /// <summary>Judges the evidence of a case.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="recorded">The evidence.</param>
    /// <returns>The verdict with its reasons.</returns>
    public Judgement Rule(Case testCase, RecordedCase recorded)
    {
        var trial = new Trial(testCase, recorded, profile);
        return recorded.Fault is { } fault
            ? trial.Close(Finding.HarnessFault(fault))
            : trial.Close(trial.Follow());
    }

    /// <summary>The states of the model that explain everything up to an event.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="recorded">The evidence.</param>
    /// <param name="before">The event; it and what follows it are left out.</param>
    /// <returns>The states; one where nothing was left open.</returns>
    public IReadOnlyList<WorldState> StatesBefore(Case testCase, RecordedCase recorded, TraceEvent before)
    {
        var trial = new Trial(testCase, recorded with { Events = [.. recorded.Events.Where(e => e.Seq < before.Seq)] }, profile);
        trial.FollowEvents();
        return [.. trial.States];
    }
}
