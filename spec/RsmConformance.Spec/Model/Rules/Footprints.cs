using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What each call touches, as far as can be said when it is made.</summary>
internal static class Footprints
{
    public static Footprint Of(Scene scene, WorldState state, PendingCall pending)
    {
        var touches = new List<Touch>(6);
        void Reads(TouchKind kind, string name) => touches.Add(new Touch(kind, name, false));
        void Changes(TouchKind kind, string name) => touches.Add(new Touch(kind, name, true));

        string handle = pending.Handle.Target.ToString();
        (ImportState? import, ExportState? export) = Behind(state, pending.Handle);
        if (Arguments.HandleOf(pending.Call) is { Name.Length: > 0 } passed)
        {
            Reads(TouchKind.Name, $"{pending.Process} {passed.Name}");
        }

        foreach (OutputRef output in Outputs(pending.Call))
        {
            Changes(TouchKind.Name, $"{pending.Process} {output.Name}");
        }

        if (pending.Target is { } target)
        {
            touches.Add(new Touch(TouchKind.Publication, target.ToString(), pending.Call is ExportPublish));
        }

        switch (pending.Call)
        {
            case GetController or GetTopology or FreeTopology:
                break;
            case GetControllerAttributes or ExportCreate or ImportConnect:
                Reads(TouchKind.Handle, handle);
                break;
            case SignalPost or SignalWait:
                Reads(TouchKind.Handle, handle);
                Changes(TouchKind.Signals, export?.Id.ToString() ?? handle);
                if (import is null)
                {
                    // Who gets a signal of the exporter depends on who is connected.
                    ChangesPublication();
                }

                break;
            case ExportDestroy or ExportUnpublish or ExportRepublish or ExportRebind or ExportPublish:
                Changes(TouchKind.Handle, handle);
                ChangesPublication();
                break;
            default:
                // A transfer over a path that was lost finds out whether the link lives.
                bool findsOut = import is { Link: LinkState.PathLost };
                bool moves = Transfer.From(pending.Call) is not null;
                touches.Add(new Touch(TouchKind.Handle, handle, !moves || findsOut));
                if (findsOut || (pending.Call is ImportDisconnect && export is { Publication.Republished: true }))
                {
                    // A link that lives may speak for later connects of its node (D13).
                    ChangesPublication();
                }

                if (import is not null && pending.Handle.Kind == HandleKind.Barrier)
                {
                    Changes(TouchKind.Handle, import.Id.ToString());
                }

                break;
        }

        // What becomes of a link depends on its export.
        if (import is not null && export is not null)
        {
            Reads(TouchKind.Handle, export.Id.ToString());
        }

        if (Transfer.From(pending.Call) is { } transfer)
        {
            Memory(scene, state, pending, transfer, export, touches);
        }

        return new Footprint([.. touches]);

        void ChangesPublication()
        {
            if (export?.Publication is { } publication)
            {
                Changes(TouchKind.Publication, publication.Key.ToString());
            }
        }
    }

    private static void Memory(
        Scene scene,
        WorldState state,
        PendingCall pending,
        Transfer transfer,
        ExportState? export,
        List<Touch> touches)
    {
        if (export is not null)
        {
            touches.Add(new Touch(TouchKind.Memory, export.Memory.Memory.ToString(), !transfer.IsGet));
        }

        touches.Add(new Touch(TouchKind.Name, $"{pending.Process} {transfer.Data.Base}", false));
        Place place = AddressSpace.Find(scene, state, pending.Process, transfer.Data);
        if (place.Import is { } mapped)
        {
            touches.Add(new Touch(TouchKind.Handle, mapped.Id.ToString(), false));
            touches.Add(new Touch(TouchKind.Handle, mapped.Export.ToString(), false));
        }

        MemorySpan? span = place.Import is null ? place.Span : LinkRules.Reached(state, place.Import);
        if (span is not null)
        {
            touches.Add(new Touch(TouchKind.Memory, span.Memory.ToString(), transfer.IsGet));
        }
    }

    private static (ImportState? Import, ExportState? Export) Behind(WorldState state, HandleValue handle)
    {
        ObjectId id = handle.Target;
        if (handle.Kind == HandleKind.Barrier
            && state.Processes.TryGet(id.Process, out ProcessState? process)
            && process.Barriers.TryGet(id, out BarrierState? barrier))
        {
            id = barrier.Import;
        }

        if (handle.Kind is HandleKind.Import or HandleKind.Barrier && state.Imports.TryGet(id, out ImportState? import))
        {
            return (import, state.Exports.TryGet(import.Export, out ExportState? target) ? target : null);
        }

        return (null, handle.Kind == HandleKind.Export && state.Exports.TryGet(id, out ExportState? export) ? export : null);
    }

    private static OutputRef[] Outputs(ApiCall call)
    {
        OutputRef? output = call switch
        {
            GetController c => c.Controller,
            GetTopology c => c.Topology,
            ExportCreate c => c.Memseg,
            ImportConnect c => c.Memseg,
            ImportMap c => c.Address,
            InitBarrier c => c.Barrier,
            _ => (OutputRef?)null,
        };
        return output is { IsWritable: true } o ? [o] : [];
    }
}
