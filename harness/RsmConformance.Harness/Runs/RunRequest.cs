using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness;

/// <summary>The suite as a run names it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Digest">A digest of its cases and specification.</param>
/// <param name="Cases">Every case, in order.</param>
public sealed record SuiteUnderUse(string Version, string Digest, IReadOnlyList<Case> Cases)
{
    /// <summary>The cases that every shard of a run plays.</summary>
    public IReadOnlyList<CaseId> Probes { get; init; } = [];
}

/// <summary>Everything that a run needs to know.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Selection">Which of its cases.</param>
/// <param name="Profile">The profile.</param>
/// <param name="Bed">The bed.</param>
/// <param name="Settings">How cases are treated.</param>
/// <param name="Jobs">How many cases are played at once.</param>
/// <param name="Seed">What a shuffled order is drawn from.</param>
/// <param name="Shuffle">Whether the cases are played in an order drawn from the seed, rather than that of the catalogue.</param>
/// <param name="Strict">Whether missing means count as incomplete.</param>
/// <param name="OutputFolder">Where the files go.</param>
public sealed record RunRequest(
    SuiteUnderUse Suite,
    CaseSelection Selection,
    Profile Profile,
    BedDescription Bed,
    RunSettings Settings,
    int Jobs,
    ulong Seed,
    bool Shuffle,
    bool Strict,
    string OutputFolder)
{
    /// <summary>Which failures are foreseen.</summary>
    public Allowances Allowances { get; init; } = Allowances.None;

    /// <summary>Which part of the plan is played; null for the whole.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Whether the run goes on where the one in the output folder stopped.</summary>
    public bool Resume { get; init; }
}
