using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What a broken path means for links that exist and for connects on their way.</summary>
internal static class PathLoss
{
    public static WorldState Mark(Scene scene, WorldState before, WorldState after)
    {
        WorldState state = after;
        foreach (ImportState import in after.Imports.Values)
        {
            if (import.Link == LinkState.Alive
                && after.Exports.TryGet(import.Export, out ExportState? export)
                && !Wiring.IsUp(scene, after, import, export))
            {
                state = state with { Imports = state.Imports.Set(import.Id, import with { Link = LinkState.PathLost }) };
            }
        }

        foreach (PendingCall call in after.Pending.Values)
        {
            bool linkLost = state.Imports.TryGet(call.Handle.Target, out ImportState? import)
                && import != after.Imports[call.Handle.Target];
            if (linkLost || (Route(scene, before, call) == RouteKind.Up && Route(scene, after, call) != RouteKind.Up))
            {
                state = state with { Pending = state.Pending.Set(call.Key, call.With(new Disturbance.PathLost())) };
            }
        }

        return state;
    }

    private static RouteKind? Route(Scene scene, WorldState state, PendingCall pending)
    {
        ProcessState process = state.Processes[pending.Process];
        return pending.Call is ImportConnect connect
            && pending.Handle.Kind == HandleKind.Controller
            && process.Controllers.TryGet(pending.Handle.Target, out string? controller)
            ? Wiring.Route(scene, state, new ControllerKey(process.Facts.Node, controller), Arguments.NodeId(scene, connect.NodeId))
            : null;
    }
}
