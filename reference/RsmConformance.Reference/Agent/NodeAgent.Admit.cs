using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    /// <summary>The exporting side of a connect: looks the segment up, judges the node and records the importer.</summary>
    private ConnectAnswered Admit(ConnectAsked asked, Call call)
    {
        if (call.Pass(GateName.ConnectAtExporter) is { } stop)
        {
            return new ConnectAnswered(stop, asked.Found, false, null);
        }

        var picker = new ConditionPicker(rules.Connect, asked.Facts, asked.Target, asked.Found);
        ExportSegment? export;
        ExportedSegment? segment;
        lock (_lock)
        {
            uint? id = rules.Publication.Choose(asked.Facts, asked.Target.Segment, _published.Keys);
            export = _published.GetValueOrDefault(id ?? asked.Target.Segment);
            if (picker.Add(ConnectCondition.NotPublished, !IsFound(asked, export, id)) || export is null)
            {
                return new ConnectAnswered(null, picker.Found ?? ConnectCondition.NotPublished, false, null);
            }

            segment = Describe(asked, export);
            Judge(asked, export, segment, picker);
        }

        if (call.Pass(GateName.ConnectAfterListCheck) is { } late)
        {
            return new ConnectAnswered(late, picker.Found, false, segment);
        }

        bool withdrawn = false;
        if (picker.Found is null)
        {
            lock (_lock)
            {
                // The lock was open meanwhile: a segment that has gone, or a path that broke, leaves no record behind.
                withdrawn = !Record(asked, export, segment.Id);
            }
        }

        return call.Pass(GateName.ConnectBeforeReply) is { } last
            ? new ConnectAnswered(last, picker.Found, withdrawn, segment)
            : new ConnectAnswered(null, picker.Found, withdrawn, segment);
    }

    private ExportedSegment Describe(ConnectAsked asked, ExportSegment export) => new(
        export.Key,
        export.Id ?? asked.Target.Segment,
        ModeOf(asked, export),
        [.. export.List?.Select(e => e.Mode) ?? []],
        export.Owner,
        export.Controller,
        Controller(export.Controller).HardwareAddress,
        export.Pages,
        export.Held);

    private Permission? ModeOf(ConnectAsked asked, ExportSegment export) =>
        rules.Publication.ModeOf(asked.Facts, export.List, export.DefaultMode, asked.Importer) is { } mode
            ? rules.Publication.ModeAtConnect(asked.Facts, mode, export.List is not null, _processes[export.Process].Umask)
            : default(Permission?);

    private void Judge(ConnectAsked asked, ExportSegment export, ExportedSegment segment, ConditionPicker picker)
    {
        picker.Add(ConnectCondition.NotPublishedToNode, segment.Mode is null);
        picker.Add(ConnectCondition.NoImporterRecord, IsExhausted(ResourceKind.ImporterRecords, _importerRecords));
        if (asked.Importer == Id)
        {
            picker.Add(
                ConnectCondition.LocalOtherController,
                rules.Connect.IsLocalElsewhere(asked.Facts, asked.Target.Controller, export.Controller));
        }
        else
        {
            picker.Add(
                ConnectCondition.ExportedElsewhere,
                Controller(export.Controller).PathTo(asked.ImporterAddress) is RouteState.NotWired);
        }
    }

    private bool IsFound(ConnectAsked asked, ExportSegment? export, uint? id) => rules.Publication.IsFound(
        asked.Facts, asked.Target.Segment, id is { } key && export is not null && _published.GetValueOrDefault(key) == export);

    private bool Record(ConnectAsked asked, ExportSegment export, uint id)
    {
        bool stands = IsFound(asked, export, id)
            && (asked.Importer == Id || Controller(export.Controller).PathTo(asked.ImporterAddress) != RouteState.Down);
        if (stands && export.Importers.TryAdd(asked.Import, new ImporterRecord(asked.Import, asked.Importer, asked.ImporterAddress)))
        {
            export.WasImported = true;
            _importerRecords++;
        }

        return stands;
    }

    /// <summary>An importer has gone.</summary>
    private void Forget(Farewell message)
    {
        lock (_lock)
        {
            ExportSegment? export = message.Export is { } key
                ? _exports.GetValueOrDefault(key) : _published.GetValueOrDefault(message.Segment);
            if (export is null || !export.Importers.Remove(message.Import, out ImporterRecord? gone))
            {
                return;
            }

            _importerRecords--;
            foreach (ImporterRecord other in export.Importers.Values.Where(r => rules.Disconnect.ForgetsToo(gone.Node, r.Node)).ToList())
            {
                export.Importers.Remove(other.Import);
                _importerRecords--;
            }

            if (rules.Disconnect.Withdraws(export.Importers.Count))
            {
                TakeDown(null, export);
            }
        }
    }
}
