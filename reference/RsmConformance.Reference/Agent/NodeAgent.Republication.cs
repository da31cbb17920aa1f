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

            before = export.List;
            SetList(facts, export, rules.Publication.Republished(facts, before, request.HasList ? request.List : null));
            foreach (ImporterRecord importer in export.Importers.Values.ToList())
            {
                Permission mode = rules.Publication.ModeOf(facts, export.List, export.DefaultMode, importer.Node) ?? Permission.None;
                if (rules.Publication.RepublishBreaks(facts, new ListEntry(importer.Node, mode)))
                {
                    broken.Add(importer);
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

        Tell(broken, export.Controller, keys => new BreakImports(keys, AbortCause.Unpublished));
        return new Done(RsmError.RSM_SUCCESS);
    }
}
