using RsmConformance.Contract;

namespace RsmConformance.Harness.Wording;

/// <summary>Prints an action of a step: a call as C, everything else in words.</summary>
public static class ActionText
{
    /// <summary>The words for it.</summary>
    /// <param name="action">What is printed.</param>
    public static string Of(StepAction action) => action switch
    {
        StepAction.Call call => CallText.Of(call.Api) + ";",
        StepAction.AllocateBuffer buffer =>
            $"{buffer.Name} = aligned_alloc(page, {ArgumentText.Of(buffer.Length)}), filled with pattern {buffer.Seed}",
        StepAction.Load load => $"read {ArgumentText.Of(load.Length)} bytes at {ArgumentText.Of(load.From)} with loads"
            + (load.Against is { } seed ? $"; pattern {seed} is looked for" : ""),
        StepAction.Store store => $"write pattern {store.Seed} to {ArgumentText.Of(store.Length)} bytes at {ArgumentText.Of(store.To)} with stores",
        StepAction.Spawn spawn => $"start the process {spawn.Started}",
        StepAction.Fork fork => $"fork(); the child is {fork.Child}",
        StepAction.Exit exit => $"exit({exit.Code});",
        StepAction.Kill kill => $"kill the process {kill.Killed} with SIGKILL",
        StepAction.SetIdentity identity => $"become the user '{IdentityText(identity.Class)}'",
        StepAction.SetUmask umask => $"umask({umask.Mask});",
        StepAction.InjectFault inject => "break: " + FaultText(inject.What),
        StepAction.ClearFault clear => "mend: " + FaultText(clear.What),
        StepAction.HoldGate hold => $"let the next call of {hold.Held} wait at gate {hold.Gate}",
        StepAction.ReleaseGate release => $"let the call of {release.Held} go on from gate {release.Gate}",
        StepAction.FailGate fail => $"let the next call of {fail.Failed} meet {fail.Code} at gate {fail.Gate}",
        StepAction.Interrupt interrupt => $"send a signal that has a handler to the thread in step {interrupt.Target}, until the step returns",
        StepAction.AwaitBlocked await => $"wait until step {await.Target} is blocked or over",
        StepAction.FailAllocation fail => $"let allocation {fail.Nth} of the next call on this thread fail",
        StepAction.LimitDescriptors { Remaining: { } remaining } => $"let the process open {remaining} further descriptors and no more",
        StepAction.LimitDescriptors => "lift the limit on descriptors",
        StepAction.Measure measure => $"count {MeasureText(measure.What)}, as {measure.Series}"
            + (measure.Cycles > 0 ? $", after {measure.Cycles} cycles" : ""),
        StepAction.Repeat repeat => $"{repeat.Count} times:",
        StepAction.Sweep sweep => $"for each {sweep.Variable} in {string.Join(", ", sweep.Values)}:",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
    };

    /// <summary>The steps inside a repeat or sweep.</summary>
    /// <param name="action">What is printed.</param>
    public static IEnumerable<Step> BodyOf(StepAction action) => action switch
    {
        StepAction.Repeat repeat => repeat.Body,
        StepAction.Sweep sweep => sweep.Body,
        _ => [],
    };

    /// <summary>The word for an identity class.</summary>
    /// <param name="identity">What is printed.</param>
    public static string IdentityText(IdentityClass identity) => identity.ToString().ToLowerInvariant();

    private static string FaultText(Fault fault) => fault switch
    {
        Fault.LinkDown link => $"the link {link.One.Node}.{link.One.Controller} - {link.Other.Node}.{link.Other.Controller} (down)",
        Fault.NodeDown node => $"node {node.Node} (does not answer)",
        Fault.ControllerAbsent controller => $"controller {controller.Node}.{controller.Controller} (taken out)",
        Fault.ResourceLimit limit => $"node {limit.Node} (accepts no further import segment)",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault"),
    };

    private static string MeasureText(MeasureKind kind) => kind switch
    {
        MeasureKind.Descriptors => "the open descriptors",
        MeasureKind.HeapBlocks => "the live heap blocks",
        MeasureKind.Mappings => "the mappings",
        MeasureKind.ImporterRecords => "the importers on record at the node",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such measure"),
    };
}
