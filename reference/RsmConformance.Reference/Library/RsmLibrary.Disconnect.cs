using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int ImportDisconnect(nint memseg) => Run(ApiFunction.ImportDisconnect, call =>
    {
        (DisconnectFacts? found, RsmError code) = Disconnect(call, memseg);
        return rules.Disconnect.Result(call.Facts, found, code);
    });

    private (DisconnectFacts? Found, RsmError Code) Disconnect(Call call, nint memseg)
    {
        CallFacts facts = call.Facts;
        if (call.Pass(GateName.DisconnectEntry) is { } stop)
        {
            return (null, stop);
        }

        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            call.Take(rules.Handles.Takes(facts, state));
            return (null, rules.Handles.BadSegment(facts, state));
        }

        WaitForLock(import, call);
        DisconnectFacts found;
        RsmError? refused;
        lock (import.Sync)
        {
            if (import.IsClosing)
            {
                return (null, rules.Handles.BadSegment(facts, HandleState.Stale));
            }

            found = Find(import);
            refused = rules.Disconnect.Refusal(facts, found);
            if (refused is { } why)
            {
                AfterRefusal(facts, import, why);
            }
            else
            {
                import.IsClosing = rules.Disconnect.Claims(facts);
            }
        }

        if (refused is { } refusal)
        {
            if (rules.Disconnect.RefusalTells(facts, refusal))
            {
                agent.Exchange(new DisconnectImport(facts, import.Key, ReleasePath.Disconnect), call);
            }

            return (found, refusal);
        }

        if (call.Pass(GateName.DisconnectBeforeFarewell) is { } late)
        {
            lock (import.Sync)
            {
                import.IsClosing = false;
            }

            return (found, late);
        }

        call.Take(rules.Disconnect.Proceeds(facts, found));
        if (rules.Disconnect.WritesBack(facts))
        {
            WriteBack(import);
        }

        agent.Exchange(new DisconnectImport(facts, import.Key, ReleasePath.Disconnect), call);
        Close(facts, import);
        if (!rules.Disconnect.SparesOthers)
        {
            HarmOthers(facts, import.Target);
        }

        return (found, RsmError.RSM_SUCCESS);
    }

    private DisconnectFacts Find(ImportEntry import) => new(
        UseOf(import),
        import.IsImplicitlyMapped,
        import.Barriers.Count,
        import.Broken,
        _segments.Select(s => s.Value).OfType<ImportEntry>().Where(i => i != import && i.Handle != 0).Select(UseOf));

    private static ImportUse UseOf(ImportEntry import) =>
        new(import.Target, import.MapAddress is not null || import.IsMapping, import.PollDescriptors);

    private void AfterRefusal(CallFacts facts, ImportEntry import, RsmError refusal)
    {
        if (rules.Disconnect.RefusalDropsImplicitMap(facts, refusal))
        {
            DropImplicitMap(facts, import, ReleasePath.Disconnect);
        }

        if (rules.Disconnect.RefusalDropsMap(facts, refusal))
        {
            DropMap(facts, import, ReleasePath.Disconnect);
        }

        Harm(facts, import, rules.Disconnect.RefusalHarms(facts, refusal));
    }

    private void Close(CallFacts facts, ImportEntry import)
    {
        const ReleasePath Path = ReleasePath.Disconnect;
        if (Gives(facts, Possession.Handle, Path))
        {
            _handles.Remove(import.Handle);
        }
        else
        {
            lock (import.Sync)
            {
                import.IsClosing = false;
            }
        }

        lock (import.Sync)
        {
            DropImplicitMap(facts, import, Path);
            EndBarriers(facts, import, Path);
        }

        Forget(import);
        signals.Ended(import);
        CloseDescriptor(facts, import.Descriptor, Path);
        FreeHeap(facts, import.Block, Path);
    }

    private void DropImplicitMap(CallFacts facts, ImportEntry import, ReleasePath path)
    {
        if (import.IsImplicitlyMapped && Gives(facts, Possession.Mapping, path))
        {
            import.IsImplicitlyMapped = false;
            resources.RemoveMapping();
        }
    }

    private void DropMap(CallFacts facts, ImportEntry import, ReleasePath path)
    {
        if (import.MapAddress is { } address)
        {
            import.MapAddress = null;
            if (Gives(facts, Possession.Mapping, path))
            {
                memory.Unmap(address);
                resources.RemoveMapping();
            }
        }
    }

    private void Break(ImportEntry import, ConnectionBroken notice)
    {
        lock (import.Sync)
        {
            if (notice.IsTold)
            {
                import.Broken = notice.Cause;
            }

            if (notice.CutsMaps)
            {
                import.IsCut = true;
                if (import.MapAddress is { } address)
                {
                    memory.TurnToTrash(address);
                }
            }
        }
    }

    /// <summary>Whether the connection is broken, whether or not the node has said so yet.</summary>
    private bool IsBroken(ImportEntry import) =>
        import.Broken is not null || (import.Held is { } held && memory.IsOrphaned(held));

    private static void Revive(ImportEntry import)
    {
        lock (import.Sync)
        {
            (import.Broken, import.IsCut) = (null, false);
        }
    }

    private static void Regrade(ImportEntry import, LinkRegraded notice)
    {
        lock (import.Sync)
        {
            (import.Rights, import.MapRights) = (notice.Rights, notice.Rights);
        }
    }

    private void Rebound(ImportEntry import, SegmentRebound notice)
    {
        lock (import.Sync)
        {
            if (import.Pages is null || import.IsCut || !memory.TryHoldPages(notice.Held))
            {
                return;
            }

            if (import.Held is { } held)
            {
                memory.ReleasePages(held);
            }

            import.Held = notice.Held;
            if (notice.ReachesTransfers)
            {
                import.Pages = notice.Pages;
            }

            if (import.MapAddress is { } address && notice.ReachesMaps)
            {
                memory.Repoint(address, notice.Pages.Slice(import.MapOffset, PageStore.RoundUp(import.MapLength)), notice.Held);
            }
        }
    }
}
