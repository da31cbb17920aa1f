namespace RsmConformance.Reference.Rules;

/// <summary>What is released when something ends. Whatever is not released here is a leak.</summary>
/// <param name="behaviour">Choices and deviations.</param>
public class LifetimeRules(Behaviour behaviour)
{
    /// <summary>Choices and deviations.</summary>
    protected Behaviour Behaviour { get; } = behaviour;

    /// <summary>Whether a possession is released.</summary>
    /// <param name="facts">The call; null when the end comes without one (process end, fault).</param>
    /// <param name="possession">What.</param>
    /// <param name="path">At which end.</param>
    public virtual bool Releases(CallFacts? facts, Possession possession, ReleasePath path) =>
        !(possession == Possession.Heap && path == ReleasePath.BadPermission && Behaviour.Deviates(Deviation.D02));
}
