using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What the symbols of a call stand for.</summary>
internal static class Arguments
{
    /// <summary>The handle, or barrier, that a call is about; null for a call that takes none.</summary>
    public static HandleRef? HandleOf(ApiCall call) => call switch
    {
        GetController or GetTopology => (HandleRef?)null,
        GetControllerAttributes c => c.Controller,
        ReleaseController c => c.Controller,
        FreeTopology c => c.Topology,
        ExportCreate c => c.Controller,
        ExportDestroy c => c.Memseg,
        ExportRebind c => c.Memseg,
        ExportPublish c => c.Memseg,
        ExportUnpublish c => c.Memseg,
        ExportRepublish c => c.Memseg,
        ImportConnect c => c.Controller,
        ImportDisconnect c => c.Memseg,
        ImportMap c => c.Memseg,
        ImportUnmap c => c.Memseg,
        InitBarrier c => c.Memseg,
        OpenBarrier c => c.Barrier,
        OrderBarrier c => c.Barrier,
        CloseBarrier c => c.Barrier,
        DestroyBarrier c => c.Barrier,
        SetMode c => c.Memseg,
        GetMode c => c.Memseg,
        SignalPost c => c.Memseg,
        SignalWait c => c.Memseg,
        GetPollfd c => c.Memseg,
        ReleasePollfd c => c.Memseg,
        _ => Transfer.From(call)?.Memseg ?? throw new ArgumentException($"the model has no rule for {call.CName}", nameof(call)),
    };

    /// <summary>The value that a process passes for a handle.</summary>
    public static HandleValue Resolve(WorldState state, ProcessState process, HandleRef handle)
    {
        if (handle.Kind == HandleRefKind.Garbage)
        {
            return new HandleValue(HandleKind.Garbage, default);
        }

        if (handle.Kind == HandleRefKind.Null || !process.Handles.TryGet(handle.Name, out HandleCell? cell))
        {
            return default;
        }

        // Once a name was used again, "stale" means the value before.
        return handle.Kind == HandleRefKind.Stale && cell.Ended is { } ended && Liveness.IsLive(state, cell.Current)
            ? ended
            : cell.Current;
    }

    /// <summary>The id of a node; an id that no node has for the name of the unknown node.</summary>
    public static uint NodeId(Scene scene, NodeRef node)
    {
        if (node.Literal is { } literal)
        {
            return literal;
        }

        return node.Text == NodeRef.Unknown ? scene.Cluster.UnknownNodeId : scene.Cluster.Node(node.Text).Id;
    }

    /// <summary>The symbol of the node with an id, or null when the cluster has none.</summary>
    public static string? NodeWith(Scene scene, uint id)
    {
        foreach (NodeDescription node in scene.Cluster.Nodes)
        {
            if (node.Id == id)
            {
                return node.Symbol;
            }
        }

        return null;
    }

    /// <summary>The id that a segment symbol stands for.</summary>
    /// <exception cref="ArgumentException">Neither the scene nor a publish bound the symbol.</exception>
    public static SegmentKey Segment(Scene scene, WorldState state, SegmentRef segment)
    {
        if (segment.Literal is { } literal)
        {
            return new SegmentKey(literal, null);
        }

        string name = segment.Name ?? throw new ArgumentException($"'{segment}' is no segment id", nameof(segment));
        if (segment.IsAssigned || state.Assigned.Contains(name))
        {
            return state.Assigned.TryGet(name, out SegmentKey assigned) ? assigned : new SegmentKey(null, name);
        }

        foreach (SegmentBinding binding in scene.Segments)
        {
            if (binding.Symbol == name)
            {
                return new SegmentKey(binding.Id, null);
            }
        }

        throw new ArgumentException($"no segment is called {name}", nameof(segment));
    }
}
