using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    /// <summary>A path is gone: imports over it are broken, and importers over it are forgotten, for they cannot say farewell.</summary>
    public void PathLost(string controller, uint peer, ulong address)
    {
        List<long> broken;
        lock (_lock)
        {
            // A pending import that has no answer yet runs over whatever its request travelled on.
            broken = [.. _imports.Values
                .Where(i => !i.IsLocal && i.Target.Controller == controller && i.Target.Node == peer
                    && (i.Exporter is null || i.Exporter.Address == address)
                    && rules.Path.LossBreaks(i.Facts(Id, 1)))
                .Select(i => i.Key)];
            foreach (ExportSegment export in _exports.Values.Where(e => e.Controller == controller))
            {
                foreach (ImporterRecord importer in export.Importers.Values.Where(r => r.Node == peer && r.Address == address).ToList())
                {
                    if (rules.Lifetime.Releases(null, Possession.ImporterRecord, ReleasePath.ForcedDisconnect))
                    {
                        export.Importers.Remove(importer.Import);
                        _importerRecords--;
                    }
                }
            }
        }

        Break(broken, AbortCause.PathLost);
    }

    /// <summary>Breaks connections; when this returns, their processes know and their maps are cut.</summary>
    private void Break(List<long> imports, AbortCause cause)
    {
        List<(ProcessEntry, AgentNotice)> notices = [];
        lock (_lock)
        {
            int ordinal = 0;
            foreach (long key in rules.ForcedDisconnect.SparesOthers ? imports : Spread(imports, cause))
            {
                if (!_imports.TryGetValue(key, out ImportSegment? import) || import.Broken is not null)
                {
                    continue;
                }

                ImportFacts facts = import.Facts(Id, ++ordinal);
                if (!rules.ForcedDisconnect.Breaks(facts, cause))
                {
                    continue;
                }

                import.Broken = cause;
                if (_processes.TryGetValue(import.Process, out ProcessEntry? process))
                {
                    notices.Add((process, new ConnectionBroken(
                        key, cause, rules.ForcedDisconnect.IsTold(facts, cause), rules.ForcedDisconnect.CutsMaps(facts, cause))));
                }
            }
        }

        Deliver(notices);
    }

    /// <summary>The imports and those to which the event spreads; the lock is held.</summary>
    private List<long> Spread(List<long> imports, AbortCause cause)
    {
        List<ImportFacts> broken = [.. imports.Select(k => _imports.GetValueOrDefault(k)).OfType<ImportSegment>().Select(i => i.Facts(Id, 1))];
        return
        [
            .. imports,
            .. _imports.Values.Where(i => !imports.Contains(i.Key) && broken.Exists(b => rules.ForcedDisconnect.Spreads(b, i.Facts(Id, 1), cause)))
                .Select(i => i.Key),
        ];
    }

    private Done Disconnect(DisconnectImport request)
    {
        ImportSegment? import;
        List<long> harmed = [];
        bool broken;
        lock (_lock)
        {
            if (!_imports.TryGetValue(request.Key, out import))
            {
                return new Done(RsmError.RSMERR_BAD_SEG_HNDL);
            }

            broken = import.Broken is not null;
            if (rules.Lifetime.Releases(request.Facts, Possession.ImportRecord, request.Path))
            {
                Drop(import);
            }

            if (!rules.Disconnect.SparesOthers && request.Path == ReleasePath.Disconnect)
            {
                ImportFacts own = import.Facts(Id, 1);
                harmed = [.. _imports.Values.Where(i => i != import && rules.Disconnect.TakesAlong(request.Facts, own, i.Facts(Id, 1))).Select(i => i.Key)];
            }
        }

        Break(harmed, AbortCause.Unpublished);
        if (rules.Disconnect.SaysFarewell(request.Facts, broken)
            && rules.Lifetime.Releases(request.Facts, Possession.ImporterRecord, request.Path))
        {
            SayFarewell(import);
        }

        return new Done(RsmError.RSM_SUCCESS);
    }

    private void Drop(ImportSegment import)
    {
        _imports.Remove(import.Key);
        _processes.GetValueOrDefault(import.Process)?.Imports.Remove(import.Key);
    }

    /// <summary>Tells the exporter that an importer has gone. Where the way is gone too, the exporter has found out by itself.</summary>
    private void SayFarewell(ImportSegment import)
    {
        var farewell = new Farewell(import.Key, import.Exporter?.Key, import.Target.Segment);
        if (import.IsLocal)
        {
            Forget(farewell);
        }
        else
        {
            Controller(import.Target.Controller).Send(import.Target.Node, farewell, null);
        }
    }
}
