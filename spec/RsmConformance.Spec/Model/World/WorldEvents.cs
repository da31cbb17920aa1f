using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What events of the world change. There is nothing to see of them but what calls show later.</summary>
internal static class WorldEvents
{
    public static WorldState Next(Scene scene, WorldState state, Stimulus stimulus) => stimulus switch
    {
        Stimulus.Spawn s => Spawn(state, s.Process),
        Stimulus.Exit s => ProcessEnd.Of(state, s.Process),
        Stimulus.Kill s => ProcessEnd.Of(state, s.Process),
        Stimulus.SetUmask s => Become(state, s.Process, p => p with { Umask = s.Umask }),
        Stimulus.SetIdentity s => Become(state, s.Process, p => p with { Identity = s.Identity, Privileged = s.Privileged }),
        Stimulus.LinkDown s => Lose(scene, state, state with { LinksDown = state.LinksDown.Set(Link(scene, s.One, s.Other), true) }),
        Stimulus.LinkUp s => state with { LinksDown = state.LinksDown.Remove(Link(scene, s.One, s.Other)) },
        Stimulus.NodeDown s => Lose(scene, state, state with { NodesDown = state.NodesDown.Set(s.Node, true) }),
        Stimulus.NodeUp s => state with { NodesDown = state.NodesDown.Remove(s.Node) },
        Stimulus.ControllerAbsent s => Lose(
            scene,
            state,
            state with { ControllersAbsent = state.ControllersAbsent.Set(new ControllerKey(s.Node, s.Controller), true) }),
        Stimulus.ControllerPresent s => state with
        {
            ControllersAbsent = state.ControllersAbsent.Remove(new ControllerKey(s.Node, s.Controller)),
        },
        Stimulus.Interrupt s => Disturb(state, s.Key, new Disturbance.Interrupted()),
        Stimulus.AllocationFailed s => Disturb(state, s.Key, new Disturbance.AllocationFailed()),
        Stimulus.FailureInjected s => Disturb(state, s.Key, new Disturbance.FailureInjected(s.Error)),
        Stimulus.DescriptorsLimited s => state with
        {
            Processes = state.Processes.Set(s.Process, state.Processes[s.Process] with { DescriptorsLeft = s.Remaining }),
        },
        Stimulus.ResourceLimit s => state with
        {
            NodesFull = s.Reached ? state.NodesFull.Set(s.Node, true) : state.NodesFull.Remove(s.Node),
        },
        _ => throw new ArgumentException($"{stimulus.GetType().Name} is no event of the world", nameof(stimulus)),
    };

    public static WorldState Spawn(WorldState state, SceneProcess process)
    {
        if (state.Processes.Contains(process.Name))
        {
            state = ProcessEnd.Of(state, process.Name);
        }

        return state with { Processes = state.Processes.Set(process.Name, new ProcessState(process)) };
    }

    private static WorldState Become(WorldState state, string name, Func<SceneProcess, SceneProcess> change)
    {
        ProcessState process = state.Processes[name];
        return state with { Processes = state.Processes.Set(name, process with { Facts = change(process.Facts) }) };
    }

    private static WorldState Lose(Scene scene, WorldState before, WorldState after) => PathLoss.Mark(scene, before, after);

    private static LinkDescription Link(Scene scene, LinkEnd one, LinkEnd other) =>
        Wiring.Between(scene, Wiring.Key(one), Wiring.Key(other))
        ?? throw new ArgumentException($"no link joins {one.Node}.{one.Controller} and {other.Node}.{other.Controller}", nameof(one));

    // A disturbance may come too late: the call has been completed in this state, and is none the worse for it.
    private static WorldState Disturb(WorldState state, CallKey key, Disturbance disturbance) =>
        state.Pending.TryGet(key, out PendingCall? call)
            ? state with { Pending = state.Pending.Set(key, call.With(disturbance)) }
            : state;
}
