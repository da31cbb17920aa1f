using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>What an observation left of the belief.</summary>
/// <param name="Possible">Whether any world permits it.</param>
/// <param name="Accepted">The names of all outcomes that some world accepts here.</param>
/// <param name="Tolerated">The names of those that some world tolerates only.</param>
/// <param name="Blame">Which assertion forbids what; null when no world had a say.</param>
internal sealed record Narrowing(
    bool Possible,
    IReadOnlyList<string> Accepted,
    IReadOnlyList<string> Tolerated,
    Blame? Blame);

/// <summary>Goes through all transitions that the worlds of a belief permit at one observation.</summary>
internal sealed class Survey(Profile profile)
{
    private readonly SortedSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _tolerated = new(StringComparer.Ordinal);
    private Blame? _blame;

    /// <summary>The worlds in which the observation is right.</summary>
    public HashSet<Hypothesis> Survivors { get; } = [];

    /// <summary>Adds what one world permits.</summary>
    public void Add(Permitted permitted, Func<Transition, bool> matches, Func<Transition, Acceptance, Hypothesis> after)
    {
        _blame ??= permitted.Blame;
        foreach (Transition transition in permitted.Transitions)
        {
            Acceptance acceptance = Acceptance.Of(transition, profile);
            if (acceptance.IsAccepted)
            {
                if (!transition.NoEffect)
                {
                    (acceptance.Conforms ? _accepted : _tolerated).Add(OutcomeMatch.NameOf(transition.Outcome));
                }

                if (matches(transition))
                {
                    Survivors.Add(after(transition, acceptance));
                }
            }
        }
    }

    /// <summary>Adds a call that took effect before, in a world that says so.</summary>
    public void AddTaken(TakenCall taken, Func<Transition, bool> matches, Hypothesis world)
    {
        _blame ??= taken.Blame;
        (Acceptance.Of(taken.How, profile).Conforms ? _accepted : _tolerated).Add(OutcomeMatch.NameOf(taken.How.Outcome));
        if (matches(taken.How))
        {
            Survivors.Add(world);
        }
    }

    /// <summary>What the observation left.</summary>
    public Narrowing ToNarrowing()
    {
        _tolerated.ExceptWith(_accepted);
        return new Narrowing(Survivors.Count > 0, [.. _accepted], [.. _tolerated], _blame);
    }
}
