using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Which outcome was seen at a step that the case is about.</summary>
/// <param name="Step">The step.</param>
/// <param name="Value">The value of the sweep, if any.</param>
/// <param name="Outcome">See <see cref="OutcomeName"/>.</param>
/// <param name="Accepted">The outcomes that the model permits there under the profile.</param>
/// <param name="Tolerated">The outcomes that the profile tolerates there as documented deviations.</param>
public sealed record SeenOutcome(
    StepId Step,
    string? Value,
    string Outcome,
    IReadOnlyList<string> Accepted,
    IReadOnlyList<string> Tolerated);

/// <summary>What the judge says of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Assertions">The assertions that the case bears on.</param>
/// <param name="Reason">See <see cref="ReasonCode"/>; null for PASS.</param>
/// <param name="Words">The reason in words; null for PASS.</param>
/// <param name="Assertion">The assertion that forbids what was seen; null where none does.</param>
/// <param name="Step">The step that decided; null for PASS.</param>
/// <param name="Permitted">What was permitted at that step.</param>
/// <param name="Observed">What was seen at that step.</param>
/// <param name="Deviations">The historical deviations that were tolerated.</param>
/// <param name="Seen">What was seen at the steps that the case is about.</param>
public sealed record Judgement(
    CaseId Case,
    Verdict Verdict,
    IReadOnlyList<string> Assertions,
    string? Reason,
    string? Words,
    string? Assertion,
    StepId? Step,
    IReadOnlyList<string> Permitted,
    string? Observed,
    IReadOnlyList<string> Deviations,
    IReadOnlyList<SeenOutcome> Seen);
