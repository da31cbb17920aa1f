using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    /// <summary>Another thread has destroyed it since the library looked.</summary>
    private static Done NoSuchExport { get; } = new(RsmError.RSMERR_BAD_SEG_HNDL);

    private Done Create(CreateExport request)
    {
        lock (_lock)
        {
            if (!Controller(request.Controller).IsPresent)
            {
                return new Done(RsmError.RSMERR_CTLR_NOT_PRESENT);
            }

            if (IsExhausted(ResourceKind.Segments, _exports.Count + _imports.Count))
            {
                return new Done(rules.Resource.Exhausted(request.Facts, ResourceKind.Segments));
            }

            ProcessEntry process = _processes[request.Facts.Process];
            Identity exporter = rules.Permission.ExporterOf(request.Facts, process.IdentityAtStart, process.Identity);
            var export = new ExportSegment(request, new SegmentOwner(exporter.Uid, exporter.Gid), UmaskOf(request.Facts, process));
            _exports.Add(request.Key, export);
            process.Exports.Add(request.Key);
            return new Done(RsmError.RSM_SUCCESS);
        }
    }

    private Done Destroy(DestroyExport request)
    {
        ExportSegment? export;
        Dictionary<long, ImporterRecord> importers;
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out export))
            {
                return NoSuchExport;
            }

            if (rules.Publication.RefuseImported(request.Facts, export.Importers.Count) is { } refused)
            {
                return new Done(refused);
            }

            _exports.Remove(request.Key);
            _processes.GetValueOrDefault(export.Process)?.Exports.Remove(request.Key);
            importers = TakeDown(request.Facts, export);
        }

        Tell(importers.Values, export.Controller, keys => new BreakImports(keys, AbortCause.Unpublished));
        return new Done(RsmError.RSM_SUCCESS);
    }

    private Done Rebind(RebindExport request)
    {
        List<ImporterRecord> importers;
        string controller;
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out ExportSegment? export))
            {
                return NoSuchExport;
            }

            if (rules.Publication.RefuseImported(request.Facts, export.Importers.Count) is { } refused)
            {
                return new Done(refused);
            }

            if (!export.MayRebind)
            {
                return new Done(RsmError.RSMERR_REBIND_NOT_ALLOWED);
            }

            if (!rules.Publication.IsCreator(request.Facts, export.Process))
            {
                return new Done(RsmError.RSMERR_NOT_CREATOR);
            }

            if (request.Pages.Length != export.Pages.Length)
            {
                return new Done(RsmError.RSMERR_BAD_LENGTH);
            }

            if (rules.Publication.RebindHolds(request.Facts))
            {
                export.Pages = request.Pages;
                export.Held = request.Held;
            }

            importers = [.. export.Importers.Values];
            controller = export.Controller;
        }

        Tell(importers, controller, keys => rules.Publication.RebindBreaks(request.Facts)
            ? new BreakImports(keys, AbortCause.Unpublished)
            : new ReboundImports(keys, request.Pages, request.Held));
        return new Done(RsmError.RSM_SUCCESS);
    }

    private Done Move(MoveExport request)
    {
        List<ImporterRecord> importers;
        string controller;
        PageRange pages;
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out ExportSegment? export) || export.Process != request.Facts.Process)
            {
                return NoSuchExport;
            }

            export.Pages = pages = export.Pages with { Chunk = request.Held.Chunk };
            export.Held = request.Held;
            export.WasImported = export.Importers.Count > 0;
            importers = [.. export.Importers.Values];
            controller = export.Controller;
        }

        // Another thread may have published it again meanwhile.
        Tell(importers, controller, keys => new ReboundImports(keys, pages, request.Held));
        return new Done(RsmError.RSM_SUCCESS);
    }

    private void Rebound(ReboundImports message)
    {
        List<(ProcessEntry, AgentNotice)> notices = [];
        lock (_lock)
        {
            foreach (long key in message.Imports)
            {
                if (!_imports.TryGetValue(key, out ImportSegment? import) || import.Broken is not null)
                {
                    continue;
                }

                import.Exporter = import.Exporter is { } e ? e with { Pages = message.Pages, Held = message.Held } : null;
                if (_processes.TryGetValue(import.Process, out ProcessEntry? process))
                {
                    notices.Add((process, new SegmentRebound(
                        key, message.Pages, message.Held, rules.Map.RebindReaches(import.IsLocal), rules.Transfer.RebindReaches(import.IsLocal))));
                }
            }
        }

        Deliver(notices);
    }
}
