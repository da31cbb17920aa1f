using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    private Done Post(PostSignal request)
    {
        if (request.FromExport)
        {
            List<ImporterRecord> importers;
            string controller;
            lock (_lock)
            {
                if (!_exports.TryGetValue(request.Key, out ExportSegment? export))
                {
                    return NoSuchExport;
                }

                importers = [.. export.Importers.Values.Where((_, i) => rules.Signal.Reaches(request.Facts, i + 1))];
                controller = export.Controller;
            }

            Tell(importers, controller, keys => new RingImports(keys, request.Accumulates));
            return new Done(RsmError.RSM_SUCCESS);
        }

        ImportSegment? import;
        bool broken;
        lock (_lock)
        {
            if (!_imports.TryGetValue(request.Key, out import))
            {
                return new Done(RsmError.RSMERR_BAD_SEG_HNDL);
            }

            broken = import.Broken is not null;
        }

        FabricController way = Controller(import.Target.Controller);
        bool reachable = import.IsLocal || way.RouteTo(import.Target.Node) == RouteState.Usable;
        if (rules.Signal.RefusePost(request.Facts, broken, reachable) is { } refused)
        {
            return new Done(refused);
        }

        if (!broken && rules.Signal.ReachesExporter(request.Facts))
        {
            var ring = new RingExport(import.Exporter!.Key, request.Accumulates);
            if (import.IsLocal)
            {
                Ring(ring);
            }
            else
            {
                way.Send(import.Target.Node, ring, null);
            }
        }

        return new Done(RsmError.RSM_SUCCESS);
    }

    private void Ring(RingExport message)
    {
        List<(ProcessEntry, AgentNotice)> notices = [];
        lock (_lock)
        {
            if (_exports.TryGetValue(message.Export, out ExportSegment? export)
                && _processes.TryGetValue(export.Process, out ProcessEntry? process))
            {
                notices.Add((process, new SignalArrived(message.Export, message.Accumulates)));
            }
        }

        Deliver(notices);
    }

    private void Ring(RingImports message)
    {
        List<(ProcessEntry, AgentNotice)> notices = [];
        lock (_lock)
        {
            foreach (long key in message.Imports)
            {
                if (_imports.TryGetValue(key, out ImportSegment? import)
                    && import is { IsPending: false, Broken: null }
                    && _processes.TryGetValue(import.Process, out ProcessEntry? process))
                {
                    notices.Add((process, new SignalArrived(key, message.Accumulates)));
                }
            }
        }

        Deliver(notices);
    }
}
