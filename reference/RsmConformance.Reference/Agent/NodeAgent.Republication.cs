using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    private Done Republish(RepublishExport request, Call call)
    {
        CallFacts facts = request.Facts;
        ExportSegment? export;
        IReadOnlyList<ListEntry>? before;
        List<ImporterRecord> broken = [];
        List<(ImporterRecord Importer, Permission Rights)> regraded = [];
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out export))
            {
                return NoSuchExport;
            }

            if (export.Id is null)
            {
                return new Done(RsmError.RSMERR_SEG_NOT_PUBLISHED);
            }

            if (!rules.Publication.IsCreator(facts, export.Process))
            {
                return new Done(RsmError.RSMERR_NOT_CREATOR);
            }

            if (request.HasList && rules.Publication.RefuseList(facts, request.List, Controller(export.Controller).IsLoopback) is { } bad)
            {
                return new Done(bad);
            }

            if (rules.Publication.RefuseImported(facts, export.Importers.Count) is { } refused)
            {
                return new Done(refused);
            }

            before = export.List;
            SetList(facts, export, rules.Publication.Republished(facts, before, request.HasList ? request.List : null));
            foreach (ImporterRecord importer in export.Importers.Values.ToList())
            {
                Permission? mode = rules.Publication.ModeOf(facts, export.List, export.DefaultMode, importer.Node);
                if (rules.Publication.RepublishBreaks(facts, new ListEntry(importer.Node, mode ?? Permission.None)))
                {
                    broken.Add(importer);
                }

                if (rules.Publication.Regraded(facts, mode) is { } rights)
                {
                    regraded.Add((importer, rights));
                }
            }
        }

        if (call.Pass(GateName.RepublishBeforeNotify) is { } stop)
        {
            lock (_lock)
            {
                SetList(facts, export, before);
            }

            return new Done(stop);
        }

        foreach ((ImporterRecord importer, Permission rights) in regraded)
        {
            Tell([importer], export.Controller, keys => new RegradeImports(keys, rights));
        }

        Tell(broken, export.Controller, keys => new BreakImports(keys, AbortCause.Unpublished));
        return new Done(RsmError.RSM_SUCCESS);
    }

    private void Regrade(RegradeImports message)
    {
        List<(ProcessEntry, AgentNotice)> notices = [];
        lock (_lock)
        {
            foreach (long key in message.Imports)
            {
                if (_imports.TryGetValue(key, out ImportSegment? import) && _processes.TryGetValue(import.Process, out ProcessEntry? process))
                {
                    notices.Add((process, new LinkRegraded(key, message.Rights)));
                }
            }
        }

        Deliver(notices);
    }
}
