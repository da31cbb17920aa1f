using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int ImportGet(nint memseg, nint offset, nint destination, nuint length) =>
        Run(ApiFunction.ImportGet, call => Transfer(call, memseg, new Move(offset, destination, length, 1, false)));

    public int ImportPut(nint memseg, nint offset, nint source, nuint length) =>
        Run(ApiFunction.ImportPut, call => Transfer(call, memseg, new Move(offset, source, length, 1, true)));

    public int ImportGetUnits(nint memseg, AccessWidth width, nint offset, nint destination, nuint count) =>
        Run(ApiFunction.ImportGetUnits, call => Transfer(call, memseg, new Move(offset, destination, Bytes(width, count), (int)width, false)));

    public int ImportPutUnits(nint memseg, AccessWidth width, nint offset, nint source, nuint count) =>
        Run(ApiFunction.ImportPutUnits, call => Transfer(call, memseg, new Move(offset, source, Bytes(width, count), (int)width, true)));

    /// <summary>The bytes of so many units; a product too large for any segment stays too large.</summary>
    private static ulong Bytes(AccessWidth width, nuint count) =>
        (ulong)count > long.MaxValue / (ulong)width ? ulong.MaxValue : count * (ulong)width;

    private RsmError Transfer(Call call, nint memseg, Move move)
    {
        CallFacts facts = call.Facts;
        HandleState state = _handles.Look(memseg, out ImportEntry? import);
        if (import is null)
        {
            return rules.Handles.BadSegment(facts, state);
        }

        lock (import.Sync)
        {
            if (Check(facts, import, move) is { } refused)
            {
                if (rules.Transfer.RefusalMaps(facts, refused))
                {
                    MapImplicitly(import);
                }

                return refused;
            }
        }

        if (call.Pass(GateName.TransferBeforeData) is { } stop)
        {
            return stop;
        }

        TransferEnd? end = MoveData(facts, import, move);
        if (end == TransferEnd.NoWay)
        {
            // Perhaps the pages are not the segment's any more, and the notice that says so is on its way.
            agent.CatchUp();
            end = MoveData(facts, import, move);
        }

        switch (end)
        {
            case null:
                return rules.Handles.BadSegment(facts, HandleState.Stale);
            case TransferEnd.BadAddress:
                return RsmError.RSMERR_BAD_ADDR;
            case TransferEnd.NoWay:
                return rules.Resource.Exhausted(facts, ResourceKind.Descriptor);
            default:
                break;
        }

        if (call.Pass(GateName.TransferBeforeCheck) is { } late)
        {
            return late;
        }

        lock (import.Sync)
        {
            return rules.Transfer.AfterData(facts, import.Mode, IsBroken(import));
        }
    }

    /// <summary>Moves the data if the handle has not been given up meanwhile; else null.</summary>
    private TransferEnd? MoveData(CallFacts facts, ImportEntry import, Move move)
    {
        lock (import.Sync)
        {
            if (import.IsClosing)
            {
                return null;
            }

            MapImplicitly(import);
            if (import.Copy is null && rules.Transfer.IsCached(facts))
            {
                import.Copy = new byte[import.Size];
                memory.ReadPages(import.Pages!, 0, import.Copy);
            }

            return Copy(import, Moved(facts, move));
        }
    }

    private Move Moved(CallFacts facts, Move move) => move with
    {
        Offset = (nint)rules.Transfer.DataOffset(facts, move.Offset),
        Length = (nuint)rules.Transfer.DataLength(facts, move.Length),
    };

    private RsmError? Check(CallFacts facts, ImportEntry import, Move move) =>
        import.IsClosing ? rules.Handles.BadSegment(facts, HandleState.Stale)
        : move.Address == 0 ? RsmError.RSMERR_BAD_ADDR
        : rules.Transfer.RefuseAlignment(facts, move.Offset, move.Address, move.Unit)
            ?? rules.Transfer.RefusePermission(facts, import.Rights, move.IsPut, import.MapAddress is not null)
            ?? rules.Transfer.RefuseRange(facts, move.Offset, move.Length, import.Size)
            ?? rules.Transfer.RefuseBarrier(facts, import.Mode, import.Barrier is not null);

    private void MapImplicitly(ImportEntry import)
    {
        if (!import.IsImplicitlyMapped)
        {
            import.IsImplicitlyMapped = true;
            resources.AddMapping();
        }
    }

    /// <summary>Moves the data; over a cut connection it comes from nowhere and goes nowhere.</summary>
    private TransferEnd Copy(ImportEntry import, Move move)
    {
        // Even a rule that lets everything through reaches no memory but the segment's.
        bool inRange = move.Offset >= 0 && move.Length <= long.MaxValue && (long)move.Length <= import.Size - move.Offset;
        PageRange? pages = import.IsCut || !inRange ? null : import.Pages;
        if (import.Copy is { } copy && pages is not null && !move.IsPut)
        {
            return memory.TryWrite(move.Address, copy.AsSpan((int)move.Offset, (int)move.Length)) ? TransferEnd.Done : TransferEnd.BadAddress;
        }

        TransferEnd end = CopyPages(pages, move);
        return end == TransferEnd.NoWay && IsBroken(import) ? CopyPages(null, move) : end;
    }

    private TransferEnd CopyPages(PageRange? pages, Move move) => move.IsPut
        ? memory.CopyOut(pages, move.Offset, move.Address, (long)move.Length)
        : memory.CopyIn(pages, move.Offset, move.Address, (long)move.Length);

    /// <summary>What a put or get moves.</summary>
    private sealed record Move(nint Offset, nint Address, ulong Length, int Unit, bool IsPut);
}
