using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>One permitted way on from a state.</summary>
/// <param name="Outcome">What is seen.</param>
/// <param name="Next">The state after it.</param>
/// <param name="Basis">The assertion that it rests on.</param>
/// <param name="Readings">
/// The readings that it takes where a page leaves something open; empty when nothing was open. A profile permits the transition
/// when it permits, or tolerates, all of them.
/// </param>
/// <param name="Deviations">The documented deviations that it shows; only a profile that tolerates all of them permits it.</param>
/// <param name="NoEffect">
/// Whether a means that should have made the call fail, such as an allocation failure, had no effect: nothing was shown.
/// </param>
public sealed record Transition(
    Outcome Outcome,
    WorldState Next,
    AssertionId Basis,
    Sequence<ReadingId> Readings = default,
    Sequence<DeviationId> Deviations = default,
    bool NoEffect = false);
