using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>The commands of a bed whose implementation has gates: places inside a call where it can be held or failed.</summary>
/// <param name="Hold">Holds the next call of a process that passes the gate.</param>
/// <param name="Release">Lets it go on, or takes the hold back.</param>
/// <param name="Fail">Makes the next call of a process that passes the gate fail there.</param>
/// <param name="Names">The gates that there are; see <see cref="GateNames"/>.</param>
public sealed record GateHooks(string Hold, string Release, string Fail, Abi.Sequence<string> Names)
{
    /// <summary>The command for an action, and the placeholders that it alone has; null when the action is none of a gate here.</summary>
    /// <param name="action">The action.</param>
    internal (string Command, string Gate, string Role, int Code)? CommandFor(StepAction action) => action switch
    {
        StepAction.HoldGate gate when Names.Contains(gate.Gate) => (Hold, gate.Gate, gate.Held, 0),
        StepAction.ReleaseGate gate when Names.Contains(gate.Gate) => (Release, gate.Gate, gate.Held, 0),
        StepAction.FailGate gate when Names.Contains(gate.Gate) => (Fail, gate.Gate, gate.Failed, (int)gate.Code),
        _ => null,
    };
}
