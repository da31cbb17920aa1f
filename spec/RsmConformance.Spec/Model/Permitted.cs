using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>All that may happen next, and what is broken by anything else.</summary>
/// <param name="Transitions">
/// The permitted ways, over all profiles; empty for a call that cannot end in this state because it goes on waiting.
/// </param>
/// <param name="Blame">Which assertion forbids an observation that no transition fits.</param>
public sealed record Permitted(Sequence<Transition> Transitions, Blame Blame);
