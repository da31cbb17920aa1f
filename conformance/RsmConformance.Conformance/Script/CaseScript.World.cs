using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <content>Processes, faults, gates, limits and measurements.</content>
internal sealed partial class CaseScript
{
    /// <summary>Starts the process of a role that was left out at the start.</summary>
    public CaseScript Spawn(string role) => Add("spawn-" + role, new StepAction.Spawn(role));

    /// <summary>Ends the process in the orderly way.</summary>
    public CaseScript Exit() => Add("exit", new StepAction.Exit(0));

    /// <summary>Kills a process.</summary>
    public CaseScript Kill(string role) => Add("kill-" + role, new StepAction.Kill(role));

    /// <summary>Makes the process another user.</summary>
    public CaseScript Become(IdentityClass identity) => Add("become", new StepAction.SetIdentity(identity));

    /// <summary>Changes the umask of the process.</summary>
    public CaseScript Umask(string mask) => Add("umask", new StepAction.SetUmask(mask));

    /// <summary>Breaks something of the cluster.</summary>
    public CaseScript Break(Fault fault) => Add("break", new StepAction.InjectFault(fault));

    /// <summary>Heals it.</summary>
    public CaseScript Heal(Fault fault) => Add("heal", new StepAction.ClearFault(fault));

    /// <summary>Holds the next call of a process that passes a gate.</summary>
    public CaseScript Hold(string gate, string role = "importer") => Add("hold", new StepAction.HoldGate(gate, role));

    /// <summary>Lets the held call go on.</summary>
    public CaseScript LetGo(string gate, string role = "importer") => Add("let-go", new StepAction.ReleaseGate(gate, role));

    /// <summary>Makes the next call of a process that passes a gate fail there.</summary>
    public CaseScript FailAt(string gate, RsmError code, string role = "importer") =>
        Add("fail-at", new StepAction.FailGate(gate, role, code));

    /// <summary>Sends a signal to the thread that is in a step.</summary>
    public CaseScript Interrupt(string step) => Add("interrupt", new StepAction.Interrupt(step));

    /// <summary>Waits until a step is blocked or over.</summary>
    public CaseScript AwaitBlocked(string step) => Add("await", new StepAction.AwaitBlocked(step));

    /// <summary>Arms the failure of one allocation in the next call.</summary>
    public CaseScript FailAllocation(int nth) => Add("fail-allocation", new StepAction.FailAllocation(nth));

    /// <summary>Limits the descriptors that the process may still open; null lifts the limit.</summary>
    public CaseScript LimitDescriptors(int? remaining) =>
        Add("limit-descriptors", new StepAction.LimitDescriptors(remaining));

    /// <summary>Counts something of the process.</summary>
    public CaseScript Measure(MeasureKind what, string series, int cycles) =>
        Add("measure", new StepAction.Measure(what, series, cycles));
}
