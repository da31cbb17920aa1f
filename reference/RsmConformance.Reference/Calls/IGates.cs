using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// The points of <see cref="GateName"/>, as calls meet them. In one program they are <see cref="Gates"/>; the native room keeps
/// them in the daemon of a node.
/// </summary>
internal interface IGates
{
    /// <summary>Passes a gate.</summary>
    /// <returns>Null to go on, else the code that the call must fail with.</returns>
    RsmError? Pass(CallDesk desk, Call call, string gate);

    /// <summary>How a call leaves the library.</summary>
    Passage Leaving(CallFacts facts, RsmError code);
}
