namespace RsmConformance.Harness.Probing;

/// <summary>One thing that a bed claims, and whether it is so.</summary>
/// <param name="IsGood">Whether it is.</param>
/// <param name="Claim">What the bed claims.</param>
/// <param name="Words">What was seen; the mend, where it is not as claimed.</param>
public sealed record ProbeFinding(bool IsGood, string Claim, string Words);
