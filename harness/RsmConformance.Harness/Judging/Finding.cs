using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>What decided a case that is not PASS.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">See <see cref="ReasonCode"/>.</param>
/// <param name="Words">The reason in words.</param>
/// <param name="Step">The step, where one decided.</param>
/// <param name="Assertion">The assertion that forbids what was seen.</param>
/// <param name="Permitted">What was permitted.</param>
/// <param name="Observed">What was seen.</param>
internal sealed record Finding(
    Verdict Verdict,
    string Reason,
    string Words,
    StepId? Step = null,
    string? Assertion = null,
    IReadOnlyList<string>? Permitted = null,
    string? Observed = null)
{
    public static Finding HarnessFault(string words) => new(Verdict.HarnessError, ReasonCode.HarnessFault, words);

    /// <summary>A step went wrong; its part decides what that means.</summary>
    public static Finding Broken(Step step, string words, string assertion, IReadOnlyList<string> permitted, string observed) =>
        step.Part switch
        {
            StepPart.Preamble => new(
                Verdict.Unresolved, ReasonCode.PreambleFailed, words, step.Id, assertion, permitted, observed),
            StepPart.Control => new(
                Verdict.Unresolved, ReasonCode.ControlFailed, words, step.Id, assertion, permitted, observed),
            StepPart.Act or StepPart.Frame or StepPart.Postamble => new(
                Verdict.Fail, ReasonCode.NotPermitted, words, step.Id, assertion, permitted, observed),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Part, "no such part"),
        };
}
