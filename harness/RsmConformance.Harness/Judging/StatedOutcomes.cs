using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness;

/// <summary>What the outcomes that a case states come to under a profile.</summary>
public static class StatedOutcomes
{
    /// <summary>The outcomes that the case states and the profile accepts.</summary>
    /// <param name="expectation">What the case states.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>Names in order, each once.</returns>
    public static IReadOnlyList<string> Accepted(Expectation expectation, Profile profile) =>
        [.. expectation.Outcomes.Where(o => IsAccepted(o, profile)).Select(o => o.Outcome).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The outcomes that the case states and the profile tolerates only.</summary>
    /// <param name="expectation">What the case states.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>Names in order, each once.</returns>
    public static IReadOnlyList<string> Tolerated(Expectation expectation, Profile profile) =>
    [
        .. expectation.Outcomes.Where(o => !IsAccepted(o, profile) && Tolerance(o, profile) is not null).Select(o => o.Outcome)
            .Except(Accepted(expectation, profile)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether the profile accepts an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="profile">The profile.</param>
    public static bool IsAccepted(PermittedOutcome outcome, Profile profile) =>
        outcome.Deviation is null && (outcome.Reading is null || profile.Accepts(new ReadingId(outcome.Reading)));

    /// <summary>The deviation by which the profile tolerates an outcome that it does not accept; null when it does not.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="profile">The profile.</param>
    public static string? Tolerance(PermittedOutcome outcome, Profile profile)
    {
        Tolerance? tolerance = outcome.Deviation is { } deviation ? profile.Tolerates(new DeviationId(deviation)) : null;
        tolerance ??= outcome.Reading is { } reading ? profile.Tolerates(new ReadingId(reading)) : null;
        return tolerance is null ? null : tolerance.Deviation?.Value ?? outcome.Reading;
    }
}
