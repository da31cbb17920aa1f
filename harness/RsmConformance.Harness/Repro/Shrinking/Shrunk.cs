using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>A failure with as little around it as could be found.</summary>
/// <param name="Original">The scenario that was to be reduced.</param>
/// <param name="Failing">The smallest scenario that still fails for the same assertion, as it was played; null when the failure did not come again.</param>
/// <param name="Assertion">The assertion that is broken.</param>
/// <param name="Plays">Scenarios that were played.</param>
/// <param name="Notes">What a reader must know, in sentences: what was given up, and why.</param>
public sealed record Shrunk(Case Original, Played? Failing, string? Assertion, int Plays, IReadOnlyList<string> Notes)
{
    /// <summary>Steps, processes and threads before and after, in words.</summary>
    public string Words => Failing is null ? "not reduced" : string.Join(", ", Counts(Failing.Case).Zip(Counts(Original), (left, all) => $"{left.Count} of {all.Count} {all.What}"));

    private static IEnumerable<(int Count, string What)> Counts(Case scenario) =>
    [
        (Scenario.Size(scenario), "steps"),
        (scenario.Roles.Count, "processes"),
        (Scenario.Threads(scenario), "threads"),
    ];
}
