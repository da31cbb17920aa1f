namespace RsmConformance.Harness.Repro;

/// <summary>A failure reduced and said in C, as far as that went.</summary>
/// <param name="Shrunk">The reduction.</param>
/// <param name="Program">The program; null where the scenario cannot be said in one.</param>
/// <param name="Trial">What became of the program; null where it was not tried.</param>
/// <param name="Notes">What a reader must know, in sentences.</param>
public sealed record Reproduction(Shrunk Shrunk, string? Program, ProgramTrial? Trial, IReadOnlyList<string> Notes)
{
    /// <summary>Whether the program is offered: it was seen to show the failure.</summary>
    public bool IsOffered => Trial is { ShowsFailure: true };
}
