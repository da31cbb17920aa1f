using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What a call through an import meets when its link has ended or may have.</summary>
internal static class LinkRules
{
    /// <summary>Whether the link is lost for the moment and may come back with the path.</summary>
    public static bool MayRevive(CallContext context, ImportState import) =>
        import.Link == LinkState.PathLost && IsPathUp(context, import);

    /// <summary>
    /// Notes what speaks against an access. It must fail when the implementation has to look for errors; what it breaks by
    /// not telling of a withdrawn segment is <paramref name="forced"/>; what it leaves behind when it does, <paramref name="effect"/>.
    /// </summary>
    public static void Conditions(
        CallContext context,
        Attempt attempt,
        ImportState import,
        bool mustCheck,
        AssertionId basis,
        AssertionId forced,
        Func<WorldState, WorldState>? effect = null)
    {
        WorldState Ends(WorldState state)
        {
            state = effect is null ? state : effect(state);
            return import.Link == LinkState.PathLost
                ? state with { Imports = state.Imports.Set(import.Id, import with { Link = LinkState.EndedByPath }) }
                : state;
        }

        Failure aborted = Failure.Of(RsmError.RSMERR_CONN_ABORTED, basis) with { Effect = Ends };
        Failure failed = Failure.Of(RsmError.RSMERR_BARRIER_FAILURE, basis) with { Effect = Ends };
        switch (import.Link)
        {
            case LinkState.Alive:
                break;
            case LinkState.Withdrawn when mustCheck:
                attempt.Holds(forced, aborted with { Basis = forced });
                break;
            case LinkState.PathLost or LinkState.EndedByPath when mustCheck && !MayRevive(context, import):
                attempt.Holds(basis, aborted, failed, Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, basis));
                break;
            case LinkState.SilentlyDead or LinkState.Withdrawn:
                attempt.MayHold(basis, Escape.Free, aborted);
                break;
            default:
                attempt.MayHold(basis, Escape.Free, aborted, failed);
                break;
        }
    }

    /// <summary>The memory that an access reaches; null when it goes nowhere, or nobody knows where.</summary>
    public static MemorySpan? Reached(WorldState state, ImportState import) =>
        import.Link == LinkState.Alive && state.Exports.TryGet(import.Export, out ExportState? export) ? export.Memory : null;

    private static bool IsPathUp(CallContext context, ImportState import) =>
        context.State.Exports.TryGet(import.Export, out ExportState? export)
        && Wiring.IsUp(context.Scene, context.State, import, export);
}
