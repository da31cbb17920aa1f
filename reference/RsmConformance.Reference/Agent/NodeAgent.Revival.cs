using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <content>What must not be: connections that stand again with the id that they ended with.</content>
internal sealed partial class NodeAgent
{
    private void Revive(CallFacts facts, ExportSegment export, uint id)
    {
        IReadOnlyList<ImporterRecord> importers;
        lock (_lock)
        {
            if (!_former.Remove(id, out (ExportSegment Export, IReadOnlyList<ImporterRecord> Importers) former)
                || !rules.Publication.Revives(facts, former.Export == export))
            {
                return;
            }

            importers = former.Importers;
        }

        Tell(importers, export.Controller, keys => new ReviveImports(keys, export.Pages, export.Held));
    }

    private void Revive(ReviveImports message)
    {
        List<(ProcessEntry, AgentNotice)> notices = [];
        lock (_lock)
        {
            foreach (long key in message.Imports)
            {
                if (_imports.TryGetValue(key, out ImportSegment? import) && _processes.TryGetValue(import.Process, out ProcessEntry? process))
                {
                    import.Broken = null;
                    notices.Add((process, new LinkRevived(key)));
                    notices.Add((process, new SegmentRebound(key, message.Pages, message.Held, ReachesMaps: true, ReachesTransfers: true)));
                }
            }
        }

        Deliver(notices);
    }
}
