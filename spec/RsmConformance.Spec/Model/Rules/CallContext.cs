using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>A call that takes effect, and the state in which it does; the call itself is pending no more.</summary>
internal sealed class CallContext(Scene scene, WorldState state, PendingCall call)
{
    public Scene Scene { get; } = scene;

    public WorldState State { get; } = state;

    public PendingCall Call { get; } = call;

    public ProcessState Process { get; } = state.Processes[call.Process];

    public string Node => Process.Facts.Node;

    /// <summary>The name of the object that the call makes.</summary>
    public ObjectId NewObject => new(Call.Process, Call.Key);

    public int PageSize => Scene.PageSize;

    public bool Was<T>() where T : Disturbance => Call.Disturbances.OfType<T>().Any();

    public long Bytes(Extent extent) => extent.InBytes(Scene.PageSize);

    /// <summary>The state after the caller changed.</summary>
    public WorldState With(ProcessState process) =>
        State with { Processes = State.Processes.Set(Call.Process, process) };

    /// <summary>The caller, once a value is stored under the name of an output parameter.</summary>
    public ProcessState Bind(ProcessState process, OutputRef output, HandleKind kind)
    {
        HandleValue? ended = null;
        if (process.Handles.TryGet(output.Name, out HandleCell? cell))
        {
            ended = Liveness.IsLive(State, cell.Current) ? cell.Ended : cell.Current;
        }

        var value = new HandleValue(kind, NewObject);
        return process with { Handles = process.Handles.Set(output.Name, new HandleCell(value, ended)) };
    }
}
