namespace RsmConformance.Spec.Model;

/// <summary>Whether a handle still stands for something.</summary>
internal static class Liveness
{
    public static bool IsLive(WorldState state, HandleValue handle) => handle.Kind switch
    {
        HandleKind.Null or HandleKind.Garbage => false,
        HandleKind.Controller => ProcessOf(state, handle) is { } p && p.Controllers.Contains(handle.Target),
        HandleKind.Export => state.Exports.Contains(handle.Target),
        HandleKind.Import => state.Imports.Contains(handle.Target),
        HandleKind.Barrier => ProcessOf(state, handle) is { } p && p.Barriers.Contains(handle.Target),
        HandleKind.Map => MapOf(state, handle.Target) is not null,
        HandleKind.Topology => true,
        _ => throw new InvalidOperationException($"a handle of kind {handle.Kind}"),
    };

    /// <summary>The import whose map has this name, or null when the map is gone.</summary>
    public static ImportState? MapOf(WorldState state, ObjectId map)
    {
        foreach (ImportState import in state.Imports.Values)
        {
            if (import.Map?.Id == map)
            {
                return import;
            }
        }

        return null;
    }

    private static ProcessState? ProcessOf(WorldState state, HandleValue handle) =>
        state.Processes.TryGet(handle.Target.Process, out ProcessState? process) ? process : null;
}
