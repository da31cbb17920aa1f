using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int ImportConnect(nint controller, uint nodeId, uint segmentId, uint permission, nint memseg) =>
        Run(ApiFunction.ImportConnect, call =>
        {
            HandleState state = _handles.Look(controller, out ControllerEntry? entry);
            var target = new ConnectTarget(entry?.Symbol ?? "", nodeId, segmentId, new Permission(permission));
            return rules.Connect.Result(call.Facts, target, Connect(call, state, entry, target, memseg));
        });

    private RsmError Connect(Call call, HandleState controller, ControllerEntry? entry, ConnectTarget target, nint output)
    {
        CallFacts facts = call.Facts;
        if (call.Pass(GateName.ConnectEntry) is { } stop)
        {
            return Fail(facts, stop, ConnectStage.Arguments, output, 0);
        }

        OutputState outputState = Output(output);
        if (controller != HandleState.Null && rules.Output.Crashes(facts, outputState))
        {
            call.Crash();
        }

        var picker = new ConditionPicker(rules.Connect, facts, target);
        picker.Add(ConnectCondition.NullController, controller == HandleState.Null);
        picker.Add(ConnectCondition.BadController, controller is not (HandleState.Null or HandleState.Valid));
        picker.Add(
            outputState == OutputState.Misaligned ? ConnectCondition.MisalignedOutput : ConnectCondition.UnusableOutput,
            rules.Output.IsUnusable(facts, outputState));
        if (picker.IsDecided(ConnectCondition.NoMemory))
        {
            return Refuse(picker, output, 0);
        }

        nint block = resources.Allocate(call);
        picker.Add(ConnectCondition.NoMemory, block == 0);
        picker.Add(ConnectCondition.MalformedPermission, rules.Connect.IsMalformed(facts, target.Permission));
        int? descriptor = null;
        if (!picker.IsDecided(ConnectCondition.NoDescriptor))
        {
            descriptor = resources.OpenDescriptor();
            picker.Add(ConnectCondition.NoDescriptor, descriptor is null);
        }

        nint handle = rules.Handles.Value(facts, HandleKind.Import, _handles.Mint());
        var taken = new Taken(block, descriptor);
        if (entry is null || picker.IsDecided(ConnectCondition.NoSegment))
        {
            GiveBack(facts, taken, picker.Found == ConnectCondition.MalformedPermission ? ReleasePath.BadPermission : ReleasePath.BadArguments);
            return Refuse(picker, output, handle);
        }

        return Connect(call, picker, taken, output, handle);
    }

    private RsmError Connect(Call call, ConditionPicker picker, Taken taken, nint output, nint handle)
    {
        CallFacts facts = call.Facts;
        var import = new ImportEntry(NextKey(), picker.Target, taken.Descriptor ?? -1, taken.Block, rules.Barrier.InitialMode(facts)) { Handle = handle };
        _segments[import.Key] = import;
        call.Descriptor = taken.Descriptor;
        AgentReply reply = agent.Exchange(new ConnectImport(facts, import.Key, picker.Target, picker.Found), call);
        if (reply is not Connected connected)
        {
            ReleasePath path = reply.Code == RsmError.RSMERR_INTERRUPTED ? ReleasePath.Interrupted : ReleasePath.Refused;
            if (picker.Found == ConnectCondition.MalformedPermission)
            {
                path = ReleasePath.BadPermission;
            }

            _segments.TryRemove(import.Key, out _);
            GiveBack(facts, taken, path);
            return Fail(facts, reply.Code, ((NotConnected)reply).Stage, output, handle);
        }

        Establish(import, connected);
        RsmError? stop = call.Pass(GateName.ConnectBeforeHandle);
        RsmError? late = stop ?? OvertakenLate(facts, import, connected);
        if (late is null && !Hand(facts, output, handle))
        {
            late = rules.Connect.Code(facts, picker.Target, ConnectCondition.UnusableOutput);
        }

        if (late is { } code)
        {
            ReleasePath path = stop is null ? ReleasePath.Overtaken
                : code == RsmError.RSMERR_INTERRUPTED ? ReleasePath.Interrupted : ReleasePath.Refused;
            agent.Exchange(new DisconnectImport(facts, import.Key, path), call);
            Forget(import);
            GiveBack(facts, taken, path);
            return Fail(facts, code, ConnectStage.Controller, output, handle);
        }

        _handles.Add(handle, import);
        return RsmError.RSM_SUCCESS;
    }

    private void Establish(ImportEntry import, Connected connected)
    {
        lock (import.Sync)
        {
            import.Pages = connected.Pages;
            import.Size = connected.Pages.Length;
            import.MapRights = connected.MapRights;
            import.Broken ??= connected.Broken;
            import.IsCut |= connected.Broken is not null;
            if (memory.TryHoldPages(connected.Held))
            {
                import.Held = connected.Held;
            }
            else
            {
                import.IsCut = true;
            }
        }
    }

    /// <summary>The connection may have been broken since the agent answered.</summary>
    private RsmError? OvertakenLate(CallFacts facts, ImportEntry import, Connected connected)
    {
        AbortCause? broken;
        lock (import.Sync)
        {
            broken = import.Broken;
        }

        return broken is { } cause && connected.Broken is null ? rules.Connect.Overtaken(facts, cause) : null;
    }

    private bool Hand(CallFacts facts, nint output, nint handle) =>
        rules.Output.OnSuccess(facts, handle) is not { } value
        || rules.Output.Places(facts).All(offset => Store(output + offset, value))
        || !rules.Output.IsUnusable(facts, Output(output));

    private void Forget(ImportEntry import)
    {
        _segments.TryRemove(import.Key, out _);
        lock (import.Sync)
        {
            if (import.Held is { } held)
            {
                memory.ReleasePages(held);
                import.Held = null;
            }

            import.IsCut = true;
        }
    }

    private RsmError Refuse(ConditionPicker picker, nint output, nint block)
    {
        // Without a controller there is no way to go on, whatever the rules make of it.
        ConnectCondition found = picker.Found ?? ConnectCondition.BadController;
        return Fail(picker.Facts, rules.Connect.Code(picker.Facts, picker.Target, found), ConnectStage.Arguments, output, block);
    }

    private RsmError Fail(CallFacts facts, RsmError code, ConnectStage stage, nint output, nint block)
    {
        if (rules.Output.OnFailure(facts, code, stage, block) is { } value)
        {
            Store(output, value);
        }

        return code;
    }

    private void GiveBack(CallFacts facts, Taken taken, ReleasePath path)
    {
        if (taken.Block != 0)
        {
            FreeHeap(facts, taken.Block, path);
        }

        if (taken.Descriptor is { } descriptor)
        {
            CloseDescriptor(facts, descriptor, path);
        }
    }

    /// <summary>What a connect has taken from the process.</summary>
    private sealed record Taken(nint Block, int? Descriptor);
}
