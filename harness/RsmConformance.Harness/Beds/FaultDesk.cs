using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>
/// What a bed does by commands rather than by an agent: faults, and counting importers. It knows what it has broken and not healed.
/// </summary>
internal sealed class FaultDesk(BedDescription bed, Placeholders session)
{
    private readonly List<Fault> _broken = [];
    private readonly List<string> _said = [];

    /// <summary>What the commands wrote, for people.</summary>
    public string Diagnostics => string.Concat(_said.Select(s => $"bed: {s}\n"));

    /// <summary>Whether an action is the bed's to do.</summary>
    public bool Does(StepAction action) => action switch
    {
        StepAction.InjectFault inject => HookOf(inject.What) is not null,
        StepAction.ClearFault clear => HookOf(clear.What) is not null,
        StepAction.Measure measure => measure.What == MeasureKind.ImporterRecords && bed.Operation.CountImporters is not null,
        _ => bed.Operation.Gates?.CommandFor(action) is not null,
    };

    /// <summary>Does it.</summary>
    /// <returns>The members of the event that ends the step.</returns>
    public TraceEvent Do(StepAction action, TraceEvent end)
    {
        switch (action)
        {
            case StepAction.InjectFault inject:
                _broken.Add(inject.What);
                return Ended(Run(HookOf(inject.What)!.Inject, session.With(inject.What, bed.Cluster)), end);
            case StepAction.ClearFault clear:
                CommandEnd cleared = Run(HookOf(clear.What)!.Clear, session.With(clear.What, bed.Cluster));
                if (cleared.Good)
                {
                    _broken.Remove(clear.What);
                }

                return Ended(cleared, end);
            case StepAction.HoldGate or StepAction.ReleaseGate or StepAction.FailGate:
                (string command, string gate, string role, int code) = bed.Operation.Gates!.CommandFor(action)!.Value;
                return Ended(Run(command, session.With(gate, role, code)), end);
            default:
                CommandEnd counted = Run(bed.Operation.CountImporters!, session.With(bed.Cluster, end.Node));
                return long.TryParse(counted.Output.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                    ? Ended(counted, end) with { Measured = counted.Good ? number : null }
                    : end with { Event = EventKind.NotRun, Why = $"the bed's command prints no number: {counted.Words}" };
        }
    }

    /// <summary>Heals what the session has left broken.</summary>
    /// <returns>Whether nothing is broken any more.</returns>
    public bool HealAll()
    {
        foreach (Fault fault in _broken.ToList())
        {
            if (Run(HookOf(fault)!.Clear, session.With(fault, bed.Cluster)).Good)
            {
                _broken.Remove(fault);
            }
        }

        return _broken.Count == 0;
    }

    private static TraceEvent Ended(CommandEnd command, TraceEvent end) => command.Good
        ? end with { Event = EventKind.Done }
        : end with { Event = EventKind.NotRun, Why = $"the bed's command failed: {command.Words}" };

    private CommandEnd Run(string command, Placeholders placeholders)
    {
        CommandEnd end = BedCommand.Run(placeholders.FillCommand(command), bed.Operation.Folder);
        _said.Add(end.Words);
        return end;
    }

    private FaultHook? HookOf(Fault fault)
    {
        string name = fault switch
        {
            Fault.LinkDown => "link-down",
            Fault.NodeDown => "node-down",
            Fault.ControllerAbsent => "controller-absent",
            Fault.ResourceLimit => "resource-limit",
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault"),
        };
        return bed.Operation.Hooks.FirstOrDefault(h => h.Fault == name);
    }
}
