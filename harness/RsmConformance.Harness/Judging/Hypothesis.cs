using System.Collections.Immutable;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>A call under way that has taken effect.</summary>
/// <param name="How">How it will end.</param>
/// <param name="Blame">What is broken if it ends otherwise.</param>
internal sealed record TakenCall(Transition How, Blame Blame);

/// <summary>
/// One world that is consistent with everything seen so far: its state, the calls under way that have taken effect in it but
/// have not come back, and what had to be tolerated to believe it.
/// </summary>
/// <param name="State">The state.</param>
/// <param name="Taken">Calls under way that have taken effect, and how they will end.</param>
/// <param name="Deviations">The historical deviations that it needs.</param>
/// <param name="MeansIdle">Whether it needs a means that was used to have had no effect.</param>
internal sealed record Hypothesis(
    WorldState State,
    ImmutableDictionary<CallKey, TakenCall> Taken,
    ImmutableSortedSet<string> Deviations,
    bool MeansIdle)
{
    public static Hypothesis Of(WorldState state) =>
        new(state, ImmutableDictionary<CallKey, TakenCall>.Empty, ImmutableSortedSet<string>.Empty, false);

    /// <inheritdoc/>
    public bool Equals(Hypothesis? other) =>
        other is not null
        && MeansIdle == other.MeansIdle
        && Deviations.SetEquals(other.Deviations)
        && Taken.Count == other.Taken.Count
        && Taken.All(t => other.Taken.TryGetValue(t.Key, out TakenCall? same) && ReferenceEquals(t.Value.How, same.How))
        && State.Equals(other.State);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Taken.Count, Deviations.Count, MeansIdle);

    /// <summary>The world after a transition.</summary>
    public Hypothesis After(Transition transition, Acceptance acceptance) => this with
    {
        State = transition.Next,
        Deviations = Deviations.Union(acceptance.Deviations),
        MeansIdle = MeansIdle || transition.NoEffect,
    };
}
