using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class NodeAgent
{
    /// <summary>The importing side of a connect.</summary>
    private AgentReply Connect(ConnectImport request, Call call)
    {
        ConnectTarget target = rules.Connect.Request(request.Facts, request.Target);
        var picker = new ConditionPicker(rules.Connect, request.Facts, target, request.Found);
        FabricController controller = Controller(target.Controller);
        bool isLocal = target.Node == Id;
        if (!JudgeWay(controller, isLocal, picker))
        {
            return Refused(picker, ConnectStage.Request);
        }

        // The pending import is known before anything is sent, so that an unpublish that races the answer can mark it.
        var import = new ImportSegment(request.Key, request.Facts.Process, target, isLocal);
        Register(import, picker);
        var attempt = new ConnectAttempt(import, controller, picker);
        try
        {
            attempt.Reply = Carry(attempt, call);
        }
        finally
        {
            if (attempt.Reply is not Connected)
            {
                CallOff(attempt);
            }
        }

        return attempt.Reply;
    }

    /// <summary>Judges what can be known without asking the exporter.</summary>
    /// <returns>False if there is no sense in asking.</returns>
    private static bool JudgeWay(FabricController controller, bool isLocal, ConditionPicker picker)
    {
        if (picker.Add(ConnectCondition.ControllerGone, !controller.IsPresent)
            || picker.Add(ConnectCondition.LoopbackToOtherNode, controller.IsLoopback && !isLocal))
        {
            return false;
        }

        if (!isLocal)
        {
            RouteState route = controller.RouteTo(picker.Target.Node);
            if (picker.Add(ConnectCondition.UnknownNode, route == RouteState.UnknownNode)
                | picker.Add(ConnectCondition.NotWired, route == RouteState.NotWired)
                | picker.Add(ConnectCondition.PathDown, route == RouteState.Down))
            {
                return false;
            }
        }

        return !picker.IsDecided(ConnectCondition.NotPublished);
    }

    private void Register(ImportSegment import, ConditionPicker picker)
    {
        lock (_lock)
        {
            picker.Add(ConnectCondition.NoSegment, IsExhausted(ResourceKind.Segments, _exports.Count + _imports.Count));
            _imports.Add(import.Key, import);
            _processes[import.Process].Imports.Add(import.Key);
        }
    }

    private AgentReply Carry(ConnectAttempt attempt, Call call)
    {
        ConditionPicker picker = attempt.Picker;
        if (call.Pass(GateName.ConnectBeforeRequest) is { } stop)
        {
            return Stopped(attempt, stop, ConnectStage.Request);
        }

        var asked = new ConnectAsked(
            picker.Facts, attempt.Import.Key, Id, attempt.Controller.HardwareAddress, picker.Target, picker.Found);
        PeerReply? reply = attempt.Import.IsLocal
            ? Hear(asked, call)
            : attempt.Controller.Send(picker.Target.Node, asked, call);
        if (reply is not ConnectAnswered answer)
        {
            return Overtaken(attempt, AbortCause.PathLost, ConnectStage.Exporter)!;
        }

        attempt.Export = answer.Segment;
        if (answer.Stop is { } stopped)
        {
            return Stopped(attempt, stopped, ConnectStage.Exporter);
        }

        return answer.Withdrawn
            ? Gone(attempt)
            : JudgeUser(attempt, answer, call) ?? Finish(attempt, call);
    }

    /// <summary>The segment or the path went between the check and the record.</summary>
    private AgentReply Gone(ConnectAttempt attempt)
    {
        AbortCause cause;
        lock (_lock)
        {
            cause = attempt.Import.Broken
                ?? (attempt.Import.IsLocal || attempt.Controller.PathTo(attempt.Export!.Address) == RouteState.Usable
                    ? AbortCause.Unpublished : AbortCause.PathLost);
        }

        return rules.ForcedDisconnect.Breaks(attempt.Import.Facts(Id, 1), cause)
            ? Overtaken(attempt, cause, ConnectStage.Exporter) ?? (AgentReply)Establish(attempt, cause)
            : Establish(attempt, null);
    }

    private AgentReply? JudgeUser(ConnectAttempt attempt, ConnectAnswered answer, Call call)
    {
        ConditionPicker picker = attempt.Picker;
        ConnectTarget target = picker.Target;
        Identity importer;
        Permission umask;
        ImportSegment? old = null;
        lock (_lock)
        {
            ProcessEntry process = _processes[attempt.Import.Process];
            importer = rules.Permission.ImporterOf(picker.Facts, process.IdentityAtStart, process.Identity);
            umask = process.Umask;
            if (answer.Found == ConnectCondition.NotPublishedToNode)
            {
                old = _imports.Values.FirstOrDefault(i => i is { IsPending: false, Broken: null } && SameSegment(i.Target, target));
            }
        }

        if (old is not null)
        {
            if (rules.Connect.JoinsOldConnection(picker.Facts, target, importer))
            {
                attempt.Export = old.Exporter;
                return Establish(attempt, null);
            }

            if (rules.Connect.UsesOldConnection(picker.Facts, target))
            {
                return new NotConnected(
                    rules.Connect.Code(picker.Facts, target, ConnectCondition.ClassDenied), ConnectStage.User);
            }
        }

        if (answer.Found is { } found)
        {
            picker.Merge(found);
        }

        if (answer.Segment is { } segment && !rules.Connect.IsMalformed(picker.Facts, target.Permission))
        {
            picker.Add(ConnectCondition.ClassDenied, IsDenied(picker, segment, importer, umask));
        }

        if (call.Pass(GateName.ConnectAfterUserCheck) is { } stop)
        {
            return Stopped(attempt, stop, ConnectStage.User);
        }

        return picker.Found is null ? null : Refused(picker, answer.Found is null ? ConnectStage.User : ConnectStage.Exporter);
    }

    /// <summary>A node that is not listed has no mode; its class counts as denied only if every listed mode denies it.</summary>
    private bool IsDenied(ConditionPicker picker, ExportedSegment segment, Identity importer, Permission umask)
    {
        IEnumerable<Permission> modes = segment.Mode is { } mode ? [mode] : segment.Listed;
        return !modes.Any(m => rules.Permission.Grants(
            picker.Facts, picker.Target, rules.Permission.ModeSeen(picker.Facts, m, umask), segment.Owner, importer));
    }

    private static bool SameSegment(ConnectTarget one, ConnectTarget other) =>
        one.Controller == other.Controller && one.Node == other.Node && one.Segment == other.Segment;

    private AgentReply Finish(ConnectAttempt attempt, Call call)
    {
        if (call.Pass(GateName.ConnectBeforeController) is { } stop)
        {
            return Stopped(attempt, stop, ConnectStage.Controller);
        }

        DriverCode driver = attempt.Import.IsLocal
            ? DriverCode.Success
            : attempt.Controller.Connect(attempt.Export!.Address, attempt.Export.Id);
        AbortCause? broken;
        lock (_lock)
        {
            broken = attempt.Import.Broken ?? driver switch
            {
                DriverCode.AddressUnreachable => AbortCause.PathLost,
                DriverCode.SegmentNotPublished => AbortCause.Unpublished,
                _ => null,
            };
        }

        if (broken is { } cause)
        {
            return Overtaken(attempt, cause, ConnectStage.Controller) ?? (AgentReply)Establish(attempt, cause);
        }

        return Establish(attempt, null);
    }

    private Connected Establish(ConnectAttempt attempt, AbortCause? broken)
    {
        ConditionPicker picker = attempt.Picker;
        ExportedSegment export = attempt.Export!;
        lock (_lock)
        {
            ImportSegment import = attempt.Import;
            import.Exporter = export;
            import.Broken ??= broken;
            import.IsPending = false;
            Identity importer = _processes[import.Process].Identity;
            Permission rights = rules.Permission.MapRights(
                picker.Facts, picker.Target, export.Mode ?? Permission.None, export.Owner, importer);
            import.MapRights = rights;
            return new Connected(export.Pages, export.Held, rights, import.Broken);
        }
    }

    private NotConnected Refused(ConditionPicker picker, ConnectStage stage)
    {
        // A condition that counts in no order and yet stopped the connect can only be one of the way.
        ConnectCondition found = picker.Found ?? ConnectCondition.NotPublished;
        return new NotConnected(rules.Connect.Code(picker.Facts, picker.Target, found), stage);
    }

    private static NotConnected Stopped(ConnectAttempt attempt, RsmError code, ConnectStage stage)
    {
        attempt.Path = code == RsmError.RSMERR_INTERRUPTED ? ReleasePath.Interrupted : ReleasePath.Refused;
        return new NotConnected(code, stage);
    }

    private NotConnected? Overtaken(ConnectAttempt attempt, AbortCause cause, ConnectStage stage)
    {
        if (rules.Connect.Overtaken(attempt.Picker.Facts, cause) is not { } code)
        {
            return null;
        }

        attempt.Path = ReleasePath.Overtaken;
        return new NotConnected(code, stage);
    }

    private void CallOff(ConnectAttempt attempt)
    {
        ReleasePath path = attempt.Reply is null ? ReleasePath.CallerEnded : attempt.Path;
        CallFacts facts = attempt.Picker.Facts;
        lock (_lock)
        {
            if (rules.Lifetime.Releases(facts, Possession.ImportRecord, path))
            {
                Drop(attempt.Import);
            }
        }

        if (rules.Lifetime.Releases(facts, Possession.ImporterRecord, path))
        {
            attempt.Import.Exporter ??= attempt.Export;
            SayFarewell(attempt.Import);
        }
    }

    /// <summary>What one connect has in hand.</summary>
    private sealed class ConnectAttempt(ImportSegment import, FabricController controller, ConditionPicker picker)
    {
        public ImportSegment Import { get; } = import;

        public FabricController Controller { get; } = controller;

        public ConditionPicker Picker { get; } = picker;

        public ExportedSegment? Export { get; set; }

        /// <summary>Null until the connect has come to an end of its own.</summary>
        public AgentReply? Reply { get; set; }

        public ReleasePath Path { get; set; } = ReleasePath.Refused;
    }
}
