using RsmConformance.Contract;
using RsmConformance.Spec.Model;
using IdentityClass = RsmConformance.Contract.IdentityClass;

namespace RsmConformance.Harness;

/// <summary>What the actions of the test bed and of processes, calls apart, mean to the model.</summary>
internal sealed class WorldEvents(SessionSetup setup)
{
    /// <summary>The scene that a session starts from.</summary>
    public Scene Scene() => new(
        setup.PageSize,
        setup.Cluster,
        [.. setup.Processes.Where(p => !p.Late).Select(Process)],
        [.. setup.Segments.Select(s => new Spec.Model.SegmentBinding(s.Symbol, s.Id))]);

    /// <summary>What an action does to the world; null for actions that only steer or measure.</summary>
    public Stimulus? Of(Step step) => step.Action switch
    {
        StepAction.AllocateBuffer buffer => new Stimulus.AllocateBuffer(step.Role!, buffer.Name, buffer.Length, buffer.Seed),
        StepAction.Load load => new Stimulus.Load(step.Role!, load.From, load.Length),
        StepAction.Store store => new Stimulus.Store(step.Role!, store.To, store.Length, store.Seed),
        StepAction.Spawn spawn => new Stimulus.Spawn(Process(setup.Processes.First(p => p.Role == spawn.Started))),
        StepAction.Exit => new Stimulus.Exit(step.Role!),
        StepAction.Kill kill => new Stimulus.Kill(kill.Killed),
        StepAction.SetIdentity identity => SetIdentity(step.Role!, identity.Class),
        StepAction.SetUmask umask => new Stimulus.SetUmask(step.Role!, umask.Mask),
        StepAction.InjectFault fault => Of(fault.What, true),
        StepAction.ClearFault fault => Of(fault.What, false),
        StepAction.LimitDescriptors limit => new Stimulus.DescriptorsLimited(step.Role!, limit.Remaining),
        _ => null,
    };

    /// <summary>Whether an action may have its effect at any moment from its beginning on, so that calls under way may see it.</summary>
    public static bool ActsFromBeginning(StepAction action) =>
        action is StepAction.Kill or StepAction.Exit or StepAction.InjectFault or StepAction.ClearFault;

    private static Stimulus Of(Fault fault, bool broken) => fault switch
    {
        Fault.LinkDown link => broken ? new Stimulus.LinkDown(link.One, link.Other) : new Stimulus.LinkUp(link.One, link.Other),
        Fault.NodeDown node => broken ? new Stimulus.NodeDown(node.Node) : new Stimulus.NodeUp(node.Node),
        Fault.ControllerAbsent absent => broken
            ? new Stimulus.ControllerAbsent(absent.Node, absent.Controller)
            : new Stimulus.ControllerPresent(absent.Node, absent.Controller),
        Fault.ResourceLimit limit => new Stimulus.ResourceLimit(limit.Node, broken),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault"),
    };

    private SceneProcess Process(ProcessSetup process)
    {
        IdentityBinding who = Binding(process.Class);
        return new SceneProcess(process.Role, process.Node, who.Identity, process.Umask, who.Privileged);
    }

    private Stimulus.SetIdentity SetIdentity(string role, IdentityClass identity)
    {
        IdentityBinding who = Binding(identity);
        return new Stimulus.SetIdentity(role, who.Identity, who.Privileged);
    }

    private IdentityBinding Binding(IdentityClass identity) => setup.Identities.First(i => i.Class == identity);
}
