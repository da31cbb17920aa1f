using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Which cases the user asked for.</summary>
/// <param name="Cases">Patterns of case ids; empty means all.</param>
/// <param name="Skip">Patterns of case ids to leave out.</param>
/// <param name="Assertions">Patterns of assertion ids; empty means all.</param>
public sealed record CaseSelection(
    IReadOnlyList<CasePattern> Cases,
    IReadOnlyList<CasePattern> Skip,
    IReadOnlyList<CasePattern> Assertions)
{
    /// <summary>Everything.</summary>
    public static CaseSelection All { get; } = new([], [], []);

    /// <summary>Only these cases, whatever the patterns say; null means any.</summary>
    public IReadOnlySet<CaseId>? Again { get; init; }
}
