using System.Buffers.Binary;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<nint, BarrierState> _barriers = new();

    public int InitBarrier(nint memseg, int type, nint barrier) => Run(ApiFunction.InitBarrier, call =>
    {
        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        if (memory.AccessAt(barrier, RsmLayouts.Barrier.Size) is not MemoryAccess.ReadWrite)
        {
            return RsmError.RSMERR_BAD_BARRIER_PTR;
        }

        nint block = resources.Allocate(call);
        if (block == 0)
        {
            return rules.Resource.Exhausted(call.Facts, ResourceKind.Memory);
        }

        nint cookie = _handles.Mint();
        var made = new BarrierState(import, cookie, block);
        lock (import.Sync)
        {
            if (import.IsClosing)
            {
                resources.Free(block);
                return rules.Handles.BadSegment(call.Facts, HandleState.Stale);
            }

            import.Barrier = made;
            import.Barriers.Add(made);
            _barriers[cookie] = made;
        }

        WriteBarrier(barrier, import.Handle, cookie);
        return RsmError.RSM_SUCCESS;
    });

    public int OpenBarrier(nint barrier) => Run(ApiFunction.OpenBarrier, call => AtBarrier(barrier, state =>
    {
        state.IsOpen = true;
        return RsmError.RSM_SUCCESS;
    }));

    public int OrderBarrier(nint barrier) => Run(ApiFunction.OrderBarrier, call => AtBarrier(barrier, state =>
        rules.Barrier.AtBarrier(call.Facts, state.IsOpen, IsBroken(state.Import))));

    public int CloseBarrier(nint barrier) => Run(ApiFunction.CloseBarrier, call => AtBarrier(barrier, state =>
    {
        bool wasOpen = state.IsOpen;
        state.IsOpen = false;
        return rules.Barrier.AtBarrier(call.Facts, wasOpen, IsBroken(state.Import));
    }));

    public int DestroyBarrier(nint barrier) => Run(ApiFunction.DestroyBarrier, call =>
    {
        BarrierState? ended = null;
        RsmError code = AtBarrier(barrier, state =>
        {
            ended = state;
            state.Import.Barriers.Remove(state);
            if (state.Import.Barrier == state)
            {
                state.Import.Barrier = null;
            }

            return RsmError.RSM_SUCCESS;
        });
        if (ended is not null)
        {
            EndBarrier(call.Facts, ended, ReleasePath.DestroyBarrier);
            WriteBarrier(barrier, 0, 0);
        }

        return code;
    });

    public int SetBarrierMode(nint memseg, int mode) => Run(ApiFunction.SetBarrierMode, call =>
    {
        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        if (rules.Barrier.RefuseMode(call.Facts, mode) is { } refused)
        {
            return refused;
        }

        lock (import.Sync)
        {
            import.Mode = (BarrierMode)mode;
        }

        return RsmError.RSM_SUCCESS;
    });

    public int GetBarrierMode(nint memseg, nint mode) => Run(ApiFunction.GetBarrierMode, call =>
    {
        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        if (mode == 0 && rules.Barrier.CrashesOnNull(call.Facts))
        {
            call.Crash();
        }

        Span<byte> bytes = stackalloc byte[sizeof(int)];
        lock (import.Sync)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)import.Mode);
        }

        return memory.TryWrite(mode, bytes) ? RsmError.RSM_SUCCESS : RsmError.RSMERR_BAD_ADDR;
    });

    private RsmError AtBarrier(nint address, Func<BarrierState, RsmError> act)
    {
        byte[] bytes = new byte[RsmLayouts.Barrier.Size];
        if (address == 0 || !memory.TryRead(address, bytes))
        {
            return RsmError.RSMERR_BAD_BARRIER_PTR;
        }

        nint cookie = (nint)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(RsmLayouts.Barrier.OffsetOf("privdata")));
        nint handle = (nint)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (!_barriers.TryGetValue(cookie, out BarrierState? state) || state.Import.Handle != handle)
        {
            return RsmError.RSMERR_BARRIER_UNINITIALIZED;
        }

        lock (state.Import.Sync)
        {
            return act(state);
        }
    }

    private void EndBarriers(CallFacts facts, ImportEntry import, ReleasePath path)
    {
        foreach (BarrierState barrier in import.Barriers)
        {
            EndBarrier(facts, barrier, path);
        }

        import.Barriers.Clear();
        import.Barrier = null;
    }

    private void EndBarrier(CallFacts facts, BarrierState barrier, ReleasePath path)
    {
        if (_barriers.TryRemove(barrier.Cookie, out _) && Gives(facts, Possession.Barrier, path))
        {
            resources.Free(barrier.Block);
        }
    }

    private void WriteBarrier(nint address, nint handle, nint cookie)
    {
        Span<byte> bytes = stackalloc byte[RsmLayouts.Barrier.Size];
        bytes.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(bytes, handle);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[RsmLayouts.Barrier.OffsetOf("privdata")..], cookie);
        memory.TryWrite(address, bytes);
    }
}
