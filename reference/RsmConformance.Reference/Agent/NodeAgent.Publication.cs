using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    private AgentReply Publish(PublishExport request, Call call)
    {
        CallFacts facts = request.Facts;
        ExportSegment? export;
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out export))
            {
                return NoSuchExport;
            }

            if (RefusePublish(request, export) is { } refused)
            {
                return new Done(refused);
            }
        }

        if (call.Pass(GateName.PublishBeforeId) is { } stop)
        {
            return new Done(stop);
        }

        Published published;
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out export))
            {
                return NoSuchExport;
            }

            if (RefusePublish(request, export) is { } refused)
            {
                return new Done(refused);
            }

            uint id = request.Id;
            if (id == 0)
            {
                if (IsExhausted(ResourceKind.AssignedIds, _assigned) || _nextAssigned == 0)
                {
                    return new Done(rules.Resource.Exhausted(facts, ResourceKind.AssignedIds));
                }

                // Assigned ids are never given out a second time; after the last there is none left.
                _assigned++;
                id = _nextAssigned;
                _nextAssigned = unchecked(_nextAssigned + 1);
            }

            id = rules.Publication.PublishedId(facts, id);
            export.Id = id;
            export.WasPublished = true;
            SetList(facts, export, request.HasList ? request.List : null);
            _published[id] = export;
            Controller(export.Controller).Publish(id, export.Pages);
            published = new Published(RsmError.RSM_SUCCESS, id);
        }

        Revive(facts, export, published.Id);
        return published;
    }

    private RsmError? RefusePublish(PublishExport request, ExportSegment export)
    {
        CallFacts facts = request.Facts;
        if (!rules.Publication.IsCreator(facts, export.Process))
        {
            return RsmError.RSMERR_NOT_CREATOR;
        }

        if (rules.Publication.IsPublished(facts, export.Id is not null, export.WasPublished))
        {
            return RsmError.RSMERR_SEG_ALREADY_PUBLISHED;
        }

        if (rules.Publication.RefuseId(facts, request.Id) is { } badId)
        {
            return badId;
        }

        if (request.HasList && rules.Publication.RefuseList(facts, request.List, Controller(export.Controller).IsLoopback) is { } badList)
        {
            return badList;
        }

        if (request.Id != 0 && _published.ContainsKey(request.Id) && !rules.Publication.MayShareId(facts, request.Id))
        {
            return RsmError.RSMERR_SEGID_IN_USE;
        }

        return IsExhausted(ResourceKind.PublishedIds, _published.Count)
            ? rules.Resource.Exhausted(facts, ResourceKind.PublishedIds) : null;
    }

    private void SetList(CallFacts facts, ExportSegment export, IReadOnlyList<ListEntry>? list)
    {
        export.List = list;
        export.DefaultMode = rules.Publication.DefaultMode(facts, export.UmaskAtCreate, UmaskOf(facts, _processes[export.Process]));
    }

    private Permission UmaskOf(CallFacts facts, ProcessEntry process) =>
        rules.Publication.UmaskOf(facts, process.UmaskAtStart, process.Umask);

    private AgentReply Unpublish(UnpublishExport request, Call call)
    {
        ExportSegment? export;
        uint id;
        Dictionary<long, ImporterRecord> importers;
        lock (_lock)
        {
            if (!_exports.TryGetValue(request.Key, out export))
            {
                return NoSuchExport;
            }

            if (export.Id is not { } published)
            {
                return new Done(RsmError.RSMERR_SEG_NOT_PUBLISHED);
            }

            if (!rules.Publication.IsCreator(request.Facts, export.Process))
            {
                return new Done(RsmError.RSMERR_NOT_CREATOR);
            }

            if (rules.Publication.RefuseImported(request.Facts, export.Importers.Count) is { } refused)
            {
                return new Done(refused);
            }

            id = published;
            importers = TakeDown(request.Facts, export);
        }

        if (call.Pass(GateName.UnpublishBeforeNotify) is { } stop)
        {
            PutBack(export, id, importers);
            return new Done(stop);
        }

        Tell(importers.Values, export.Controller, keys => new BreakImports(keys, AbortCause.Unpublished));
        return new Unpublished(export.WasImported);
    }

    /// <summary>Takes a segment out of the id table and breaks its connections.</summary>
    private void Withdraw(CallFacts? facts, ExportSegment export, AbortCause cause)
    {
        Dictionary<long, ImporterRecord> importers;
        lock (_lock)
        {
            importers = TakeDown(facts, export);
        }

        Tell(importers.Values, export.Controller, keys => new BreakImports(keys, cause));
    }

    private Dictionary<long, ImporterRecord> TakeDown(CallFacts? facts, ExportSegment export)
    {
        if (export.Id is not { } id)
        {
            return [];
        }

        if (rules.Publication.WithdrawsId(facts, id))
        {
            // The entry may be another segment's if a rule let two share an id.
            if (_published.TryGetValue(id, out ExportSegment? current) && current == export)
            {
                _published.Remove(id);
                Controller(export.Controller).Unpublish(id);
            }
        }

        export.Id = null;
        Dictionary<long, ImporterRecord> importers = export.Importers;
        export.Importers = [];
        _importerRecords -= importers.Count;
        if (!rules.Publication.ForgetsImporters)
        {
            _former[id] = (export, [.. importers.Values]);
        }

        return importers;
    }

    private void PutBack(ExportSegment export, uint id, Dictionary<long, ImporterRecord> importers)
    {
        bool taken;
        lock (_lock)
        {
            taken = !_exports.ContainsKey(export.Key) || export.Id is not null || !_published.TryAdd(id, export);
            if (!taken)
            {
                export.Id = id;
                Controller(export.Controller).Publish(id, export.Pages);
                foreach (ImporterRecord importer in importers.Values)
                {
                    export.Importers[importer.Import] = importer;
                    _importerRecords++;
                }
            }
        }

        if (taken)
        {
            // Somebody has taken the id meanwhile: there is no way back, and the importers must know.
            Tell(importers.Values, export.Controller, keys => new BreakImports(keys, AbortCause.Unpublished));
        }
    }
}
