namespace RsmConformance.Conformance;

/// <summary>Where a rule of the suite does not hold, and why.</summary>
public static class Exemptions
{
    /// <summary>Cases whose act must fail and that have no control, by the beginning of their ids.</summary>
    public static IReadOnlyList<(string Prefix, string Why)> FromControl { get; } =
    [
    ];
}
