namespace RsmConformance.Harness.Repro;

/// <summary>How long a reduction may go on.</summary>
/// <param name="Plays">Scenarios that may be played.</param>
/// <param name="Time">Time that it may take.</param>
public sealed record ShrinkLimits(int Plays, TimeSpan Time)
{
    /// <summary>Enough for the largest case on an implementation that answers in milliseconds.</summary>
    public static ShrinkLimits Usual { get; } = new(2000, TimeSpan.FromSeconds(60));

    /// <summary>How often a failure is looked for before it counts as gone.</summary>
    public const int Attempts = 3;
}
