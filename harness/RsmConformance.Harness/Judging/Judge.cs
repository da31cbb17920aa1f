using RsmConformance.Contract;
using RsmConformance.Spec;

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
}
