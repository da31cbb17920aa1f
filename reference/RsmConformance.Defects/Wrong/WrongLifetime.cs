namespace RsmConformance.Defects;

/// <summary><see cref="LifetimeRules"/> with wrong answers.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public sealed class WrongLifetime(Behaviour behaviour) : LifetimeRules(behaviour)
{
    /// <summary>What <see cref="LifetimeRules.Releases"/> says instead; its last argument is the right answer.</summary>
    public Func<CallFacts?, Possession, ReleasePath, bool, bool>? ReleasesInstead { get; init; }

    /// <inheritdoc/>
    public override bool Releases(CallFacts? facts, Possession possession, ReleasePath path) =>
        ReleasesInstead is null
            ? base.Releases(facts, possession, path)
            : ReleasesInstead(facts, possession, path, base.Releases(facts, possession, path));
}
