using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What happens to importers when an exporter withdraws a segment: unpublish, destroy, or the end of its process.</summary>
internal static class Withdrawal
{
    /// <summary>The state after the publication of a segment ended; unchanged when it was not published.</summary>
    public static WorldState Of(WorldState state, ExportState export)
    {
        if (export.Publication is not { } publication)
        {
            return state;
        }

        foreach (ImportState import in state.Imports.Values.Where(i => i.Export == export.Id).ToArray())
        {
            if (import.Link is LinkState.Alive or LinkState.PathLost)
            {
                MemoryImage held = AddressSpace.Read(state, export.Memory, 0, import.Size);
                ImportState cut = import with { Link = LinkState.Withdrawn, Cut = new CutMemory(export.Memory, held) };
                state = state with { Imports = state.Imports.Set(import.Id, cut) };
            }
        }

        // A connect on its way to the segment may find it gone, or link and lose it at once (A30); a put may be half done.
        foreach (PendingCall call in state.Pending.Values.Where(c => IsUnderWay(state, c, export, publication.Key)).ToArray())
        {
            PendingCall disturbed = call.With(new Disturbance.TargetWithdrawn(export));
            state = state with { Pending = state.Pending.Set(call.Key, disturbed) };
        }

        return state with
        {
            Published = state.Published.Remove(publication.Key),
            Exports = state.Exports.Set(export.Id, export with { Publication = null }),
        };
    }

    /// <summary>The state in which the calls that use a handle know that another call ended it (A33).</summary>
    public static WorldState HandleEnded(WorldState state, HandleValue handle)
    {
        foreach (PendingCall call in state.Pending.Values.Where(c => c.Handle == handle).ToArray())
        {
            state = state with { Pending = state.Pending.Set(call.Key, call.With(new Disturbance.HandleEnded())) };
        }

        return state;
    }

    private static bool IsUnderWay(WorldState state, PendingCall call, ExportState export, PublicationKey key) =>
        (call.Target == key && call.Call is ImportConnect)
        || (state.Imports.TryGet(call.Handle.Target, out ImportState? import) && import.Export == export.Id);
}
