namespace RsmConformance.Spec;

/// <summary>Something that a profile does not accept and still does not fail: it gives a WARN.</summary>
/// <param name="Deviation">The documented deviation, or null for a finding without a number.</param>
/// <param name="Readings">The readings by which it is seen; empty when no interpretation has one for it. Never empty without a deviation.</param>
/// <param name="Why">Why the profile forgives it.</param>
public sealed record Tolerance(DeviationId? Deviation, IReadOnlyList<ReadingId> Readings, string Why);
