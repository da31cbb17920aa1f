using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>
/// The executable model: what the pages, read with the interpretations, permit to happen. It has no opinion on which profile
/// applies: every transition says what it rests on, and the profile decides whether that is good enough.
/// </summary>
/// <remarks>Immutable; may be used by any number of threads.</remarks>
/// <param name="scene">Where the trace plays.</param>
public sealed class RsmModel(Scene scene)
{
    /// <summary>Where the trace plays.</summary>
    public Scene Scene { get; } = scene;

    /// <summary>The state before the first event: everything is up, the processes of the scene run and have nothing.</summary>
    /// <returns>The state.</returns>
    public WorldState Initial()
    {
        var state = new WorldState();
        foreach (SceneProcess process in Scene.Processes)
        {
            state = WorldEvents.Spawn(state, process);
        }

        return state;
    }

    /// <summary>A call is made. What it stands for is settled now; when it takes effect is open until it returns.</summary>
    /// <param name="state">The state.</param>
    /// <param name="key">The name of the call in the trace.</param>
    /// <param name="process">The process that makes it.</param>
    /// <param name="call">The call; no variable may be left in it.</param>
    /// <returns>The state in which the call is pending.</returns>
    /// <exception cref="ArgumentException">The process does not run, the key is taken, or a symbol of the call is bound to nothing.</exception>
    public WorldState Begin(WorldState state, CallKey key, string process, ApiCall call)
    {
        if (state.IsUndefined)
        {
            return state;
        }

        if (!state.Processes.TryGet(process, out ProcessState? caller))
        {
            throw new ArgumentException($"no process {process} runs", nameof(process));
        }

        if (state.Pending.Contains(key))
        {
            throw new ArgumentException($"a call {key} is pending already", nameof(key));
        }

        HandleValue handle = Arguments.HandleOf(call) is { } reference ? Arguments.Resolve(state, caller, reference) : default;
        var pending = new PendingCall(key, process, call, handle)
        {
            Target = TargetOf(state, caller, call),
            Footprint = new Footprint(default),
        };
        pending = pending with { Footprint = Footprints.Of(Scene, state, pending) };
        return state with { Pending = state.Pending.Set(key, pending) };
    }

    /// <summary>All ways in which a pending call may end when it takes effect now.</summary>
    /// <param name="state">The state.</param>
    /// <param name="key">The name of the call.</param>
    /// <returns>The ways, each with the state after it; none when the call goes on waiting.</returns>
    /// <exception cref="ArgumentException">No such call is pending.</exception>
    public Permitted Complete(WorldState state, CallKey key)
    {
        if (state.IsUndefined)
        {
            return Anything(state);
        }

        if (!state.Pending.TryGet(key, out PendingCall? pending))
        {
            throw new ArgumentException($"no call {key} is pending", nameof(key));
        }

        WorldState without = state with { Pending = state.Pending.Remove(key) };
        return CallRules.Complete(new CallContext(Scene, without, pending));
    }

    /// <summary>All ways in which something other than the end of a pending call may go.</summary>
    /// <param name="state">The state.</param>
    /// <param name="stimulus">What happens.</param>
    /// <returns>The ways, each with the state after it.</returns>
    /// <exception cref="ArgumentException">A process, node, controller or link of the stimulus is not there.</exception>
    public Permitted Apply(WorldState state, Stimulus stimulus)
    {
        if (state.IsUndefined)
        {
            return Anything(state);
        }

        return stimulus switch
        {
            Stimulus.Call s => Complete(Begin(state, s.Key, s.Process, s.ApiCall), s.Key),
            Stimulus.AllocateBuffer s => MemoryRules.Allocate(Scene, Running(state, s.Process), s),
            Stimulus.Load s => MemoryRules.Load(Scene, Running(state, s.Process), s),
            Stimulus.Store s => MemoryRules.Store(Scene, Running(state, s.Process), s),
            _ => new Permitted(
                [new Transition(new Outcome.Happens(), WorldEvents.Next(Scene, state, stimulus), CitedAssertions.SupportProcess)],
                new Blame(CitedAssertions.SupportProcess)),
        };
    }

    /// <summary>Whether the order in which two pending calls take effect may matter.</summary>
    /// <param name="one">One call.</param>
    /// <param name="other">The other.</param>
    /// <returns>Whether one changes what the other touches; two connects never do, unless they store under one name.</returns>
    public static bool MayInterfere(PendingCall one, PendingCall other) => one.Footprint.Meets(other.Footprint);

    private static Permitted Anything(WorldState state) => new(
        [new Transition(new Outcome.Undefined(), state, CitedAssertions.SupportProcess)],
        new Blame(CitedAssertions.SupportProcess));

    private static WorldState Running(WorldState state, string process) => state.Processes.Contains(process)
        ? state
        : throw new ArgumentException($"no process {process} runs", nameof(process));

    private PublicationKey? TargetOf(WorldState state, ProcessState caller, ApiCall call) => call switch
    {
        ImportConnect c when Arguments.NodeWith(Scene, Arguments.NodeId(Scene, c.NodeId)) is { } node =>
            new PublicationKey(node, Arguments.Segment(Scene, state, c.SegmentId)),
        ExportPublish { SegmentId: { IsNull: false, IsAssigned: false } segment } =>
            new PublicationKey(caller.Facts.Node, Arguments.Segment(Scene, state, segment)),
        _ => null,
    };
}
