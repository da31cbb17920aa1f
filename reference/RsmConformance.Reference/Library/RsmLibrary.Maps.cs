using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int ImportMap(nint memseg, nint address, int attribute, uint permission, nint offset, nuint length) =>
        Run(ApiFunction.ImportMap, call => Map(call, memseg, address, attribute, new Permission(permission), offset, length));

    public int ImportUnmap(nint memseg) => Run(ApiFunction.ImportUnmap, call =>
    {
        if (call.Pass(GateName.UnmapEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        WaitForLock(import, call);
        lock (import.Sync)
        {
            if (import.IsClosing)
            {
                return rules.Handles.BadSegment(call.Facts, HandleState.Stale);
            }

            if (!rules.Map.IsMapped(call.Facts, import.MapAddress is not null, import.IsImplicitlyMapped))
            {
                return RsmError.RSMERR_SEG_NOT_MAPPED;
            }

            if (rules.Pollfd.HoldsUnmap(call.Facts, import.PollDescriptors))
            {
                return RsmError.RSMERR_POLLFD_IN_USE;
            }

            if (rules.Map.Unmaps(call.Facts))
            {
                DropMap(call.Facts, import, ReleasePath.Unmap);
            }

            return RsmError.RSM_SUCCESS;
        }
    });

    private RsmError Map(Call call, nint memseg, nint address, int attribute, Permission permission, nint offset, nuint length)
    {
        CallFacts facts = call.Facts;
        if (call.Pass(GateName.MapEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            return rules.Handles.BadSegment(facts, state);
        }

        if (Output(address) is not (OutputState.Writable or OutputState.Misaligned))
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        nint? wanted = attribute == (int)MapAttribute.Fixed ? Load(address) : null;
        if (attribute == (int)MapAttribute.Fixed && wanted is null or 0)
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        WaitForLock(import, call);
        lock (import.Sync)
        {
            if (CheckMap(facts, import, permission, offset, length, wanted) is { } refused)
            {
                import.IsStuck |= rules.Map.RefusalKeepsLock(facts, refused);
                import.IsMapping |= rules.Map.RefusalMarks(facts, refused);
                return refused;
            }

            // Only this call may map it now; the lock is open while the gate is passed.
            import.IsMapping = true;
        }

        RsmError? held;
        try
        {
            held = call.Pass(GateName.MapBeforePages);
        }
        finally
        {
            lock (import.Sync)
            {
                import.IsMapping = false;
            }
        }

        if (held is { } failed)
        {
            return failed;
        }

        RsmError code = MapPages(facts, import, address, permission, offset, (long)length, wanted);
        if (code != RsmError.RSMERR_MAP_FAILED)
        {
            return code;
        }

        // Perhaps the pages are not the segment's any more, and the notice that says so is on its way.
        agent.CatchUp();
        return MapPages(facts, import, address, permission, offset, (long)length, wanted);
    }

    private RsmError? CheckMap(CallFacts facts, ImportEntry import, Permission permission, long offset, ulong length, nint? wanted) =>
        import.IsClosing ? rules.Handles.BadSegment(facts, HandleState.Stale)
        : import.IsMapping || rules.Map.IsMapped(facts, import.MapAddress is not null, import.IsImplicitlyMapped) ? RsmError.RSMERR_SEG_ALREADY_MAPPED
        : rules.Map.RefusePermission(facts, permission, import.MapRights)
            ?? rules.Map.RefuseRange(facts, offset, length, import.Size)
            ?? rules.Map.RefuseAlignment(facts, offset, wanted, PageStore.PageSize)
            ?? RefuseBroken(facts, import);

    private RsmError? RefuseBroken(CallFacts facts, ImportEntry import) =>
        IsBroken(import) && rules.Map.RefusesBroken(facts) ? RsmError.RSMERR_CONN_ABORTED : null;

    private RsmError MapPages(
        CallFacts facts, ImportEntry import, nint address, Permission permission, long offset, long length, nint? wanted)
    {
        lock (import.Sync)
        {
            if (RefuseBroken(facts, import) is { } late)
            {
                return late;
            }

            if (import.Held is not { } held || import.Pages is not { } pages)
            {
                return RsmError.RSMERR_SEG_NOT_CONNECTED;
            }

            long start = rules.Map.WindowStart(facts, offset);
            long bytes = Math.Min(PageStore.RoundUp(length), pages.Length - start);
            if (memory.Map(pages.Slice(start, bytes), held, rules.Map.AccessOf(facts, permission), wanted) is not { } mapped)
            {
                return RefuseBroken(facts, import) ?? RsmError.RSMERR_MAP_FAILED;
            }

            if (import.IsCut || !rules.Map.IsLive(facts))
            {
                memory.TurnToTrash(mapped);
            }

            if (!Store(address, mapped))
            {
                memory.Unmap(mapped);
                return RsmError.RSMERR_BAD_ADDR;
            }

            import.MapAddress = mapped;
            import.MapOffset = start;
            import.MapLength = bytes;
            resources.AddMapping();
            return RsmError.RSM_SUCCESS;
        }
    }
}
