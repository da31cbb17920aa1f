using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>A scenario that was played and judged.</summary>
/// <param name="Case">The scenario.</param>
/// <param name="Recorded">The evidence.</param>
/// <param name="Judgement">The verdict.</param>
public sealed record Played(Case Case, RecordedCase Recorded, Judgement Judgement)
{
    /// <summary>Whether the implementation is accused.</summary>
    public bool IsFailure => Judgement.Verdict is Verdict.Fail or Verdict.Crash or Verdict.Hang;

    /// <summary>Whether it is accused of the same as another time: the same verdict, for the same assertion.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="assertion">The assertion.</param>
    public bool IsSameFailure(Verdict verdict, string? assertion) =>
        IsFailure && Judgement.Verdict == verdict && Judgement.Assertion == assertion;
}
