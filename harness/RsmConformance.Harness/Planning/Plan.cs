using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>A case that is left out of a run, and why.</summary>
/// <param name="Case">The case.</param>
/// <param name="Why">Why, in words.</param>
public sealed record Exclusion(CaseId Case, string Why);

/// <summary>A case that is part of a run but cannot be played on this bed.</summary>
/// <param name="Case">The case.</param>
/// <param name="Missing">The means that are missing; see <see cref="RequiredMeans"/>.</param>
public sealed record Unplayable(Case Case, IReadOnlyList<string> Missing);

/// <summary>
/// What a run will do with every case of the suite: play it, report it UNRESOLVED for want of means, or leave it out. Every case
/// is in exactly one of the three.
/// </summary>
/// <param name="Playable">The cases that are played, in the order of the catalogue.</param>
/// <param name="Unplayable">The cases that the bed has no means for.</param>
/// <param name="Excluded">The cases that are not part of the run.</param>
public sealed record Plan(
    IReadOnlyList<Case> Playable,
    IReadOnlyList<Unplayable> Unplayable,
    IReadOnlyList<Exclusion> Excluded)
{
    /// <summary>The ids that must have a verdict at the end.</summary>
    public IEnumerable<CaseId> Planned => Playable.Select(c => c.Id).Concat(Unplayable.Select(u => u.Case.Id));
}
