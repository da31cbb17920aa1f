namespace RsmConformance.Defects.Topics;

/// <summary>Handles that are stale, garbage or of another kind, and are taken for what they are not.</summary>
internal static class HandleLifetimes
{
    private const string Stale = "disconnect.robustness.stale-handle";
    private const string Garbage = "disconnect.robustness.garbage-handle";
    private const string Kind = "disconnect.robustness.wrong-kind-handle";
    private const string Distinct = "connect.effect.distinct-handles";
    private const string Breaks = "disconnect.effect.breaks-link";
    private const long Spread = 0x40;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("handle-stale-succeeds", Shows.Code, [Stale],
            "A second disconnect of a handle succeeds, since what is to be done is done already.",
            SpoilHandle.BadSegment((facts, state, right) => OfDisconnect(facts, state, HandleState.Stale) ? RsmError.RSM_SUCCESS : right)),
        new("handle-stale-is-not-connected", Shows.Code, [Stale],
            "A second disconnect of a handle reports that the segment is not connected.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.Stale) ? RsmError.RSMERR_SEG_NOT_CONNECTED : right)),
        new("handle-stale-is-aborted", Shows.Code, [Stale],
            "A second disconnect of a handle reports an aborted connection.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.Stale) ? RsmError.RSMERR_CONN_ABORTED : right)),
        new("handle-stale-is-still-mapped", Shows.Code, [Stale],
            "A second disconnect of a handle reads the freed block, which says that it is mapped.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.Stale) ? RsmError.RSMERR_SEG_STILL_MAPPED : right)),
        new("handle-stale-crashes", Shows.Crash, [Stale],
            "A second disconnect of a handle frees its block a second time, and the process ends.",
            SpoilHandle.Takes((_, state, right) => state == HandleState.Stale ? Passage.Crashes : right)),
        new("handle-stale-hangs", Shows.Hang, [Stale],
            "A second disconnect of a handle waits for the lock in a block that was freed.",
            SpoilHandle.Takes((_, state, right) => state == HandleState.Stale ? Passage.Hangs : right)),
        new("handle-outlives-its-link", Shows.State, [Stale, Breaks],
            "The entry of the handle stays in the table, so that it passes for a live one.",
            SpoilLifetime.Releases((_, possession, path, right) =>
                right && !(possession == Possession.Handle && path == ReleasePath.Disconnect))),
        new("handle-outlives-its-link-on-own-node", Shows.State, [Stale, Breaks],
            "The handle of a link on the own node stays valid when every second one is broken, as two share an entry.",
            SpoilLifetime.Releases((facts, possession, path, right) =>
                right && !(possession == Possession.Handle && path == ReleasePath.Disconnect && facts!.Number % 2 == 1))),
        new("handle-stale-serves-get-and-put", Shows.State, [Breaks, Stale],
            "Get and put ask nothing of a handle and succeed through one that was disconnected.",
            SpoilHandle.BadSegment((facts, state, right) =>
                state == HandleState.Stale && facts.Function is ApiFunction.ImportGet or ApiFunction.ImportPut ? RsmError.RSM_SUCCESS : right)),
        new("handle-stale-serves-map", Shows.State, [Breaks, Stale],
            "Map succeeds through a handle that was disconnected.",
            SpoilHandle.BadSegment((facts, state, right) =>
                state == HandleState.Stale && facts.Function is ApiFunction.ImportMap ? RsmError.RSM_SUCCESS : right)),
        new("handle-stale-serves-signals", Shows.State, [Breaks, Stale],
            "A signal can be posted through a handle that was disconnected.",
            SpoilHandle.BadSegment((facts, state, right) =>
                state == HandleState.Stale && facts.Function is ApiFunction.SignalPost ? RsmError.RSM_SUCCESS : right)),
        new("handle-stale-serves-pollfd", Shows.State, [Breaks, Stale],
            "A pollfd can be obtained through a handle that was disconnected.",
            SpoilHandle.BadSegment((facts, state, right) =>
                state == HandleState.Stale && facts.Function is ApiFunction.GetPollfd ? RsmError.RSM_SUCCESS : right)),
        new("handle-stale-serves-barriers", Shows.State, [Breaks, Stale],
            "A barrier can be initialised on a handle that was disconnected.",
            SpoilHandle.BadSegment((facts, state, right) =>
                state == HandleState.Stale && facts.Function is ApiFunction.InitBarrier ? RsmError.RSM_SUCCESS : right)),
        new("handle-garbage-succeeds", Shows.Code, [Garbage],
            "Disconnect of a value that was never a handle succeeds.",
            SpoilHandle.BadSegment((facts, state, right) => OfDisconnect(facts, state, HandleState.Garbage) ? RsmError.RSM_SUCCESS : right)),
        new("handle-garbage-is-not-mapped", Shows.Code, [Garbage],
            "Disconnect of a value that was never a handle reports that there is no map.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.Garbage) ? RsmError.RSMERR_SEG_NOT_MAPPED : right)),
        new("handle-garbage-is-bad-address", Shows.Code, [Garbage],
            "Disconnect of a value that was never a handle reports a bad address.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.Garbage) ? RsmError.RSMERR_BAD_ADDR : right)),
        new("handle-garbage-crashes", Shows.Crash, [Garbage],
            "Disconnect follows whatever pointer it is given.",
            SpoilHandle.Takes((_, state, right) => state == HandleState.Garbage ? Passage.Crashes : right)),
        new("handle-null-crashes", Shows.Crash, ["disconnect.error.bad-seg-hndl"],
            "Disconnect follows a NULL pointer.",
            SpoilHandle.Takes((_, state, right) => state == HandleState.Null ? Passage.Crashes : right)),
        new("handle-null-hangs", Shows.Hang, ["disconnect.error.bad-seg-hndl"],
            "Disconnect of NULL keeps the lock of the handle table, for it returns before the lock is released.",
            SpoilHandle.Takes((_, state, right) => state == HandleState.Null ? Passage.Hangs : right)),
        new("handle-of-export-succeeds", Shows.Code, [Kind],
            "Disconnect takes the handle of an export segment or a controller and succeeds.",
            SpoilHandle.BadSegment((facts, state, right) => OfDisconnect(facts, state, HandleState.WrongKind) ? RsmError.RSM_SUCCESS : right)),
        new("handle-of-other-kind-is-in-use", Shows.Code, [Kind],
            "Disconnect reads the counter of another kind of block and reports a pollfd in use.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.WrongKind) ? RsmError.RSMERR_POLLFD_IN_USE : right)),
        new("handle-of-other-kind-is-bad-controller", Shows.Code, [Kind],
            "Disconnect of the handle of an export segment or a controller reports a bad controller handle.",
            SpoilHandle.BadSegment((facts, state, right) =>
                OfDisconnect(facts, state, HandleState.WrongKind) ? RsmError.RSMERR_BAD_CTLR_HNDL : right)),
        new("handle-of-other-kind-crashes", Shows.Crash, [Kind],
            "Disconnect reads another kind of block as its own.",
            SpoilHandle.Takes((_, state, right) => state == HandleState.WrongKind ? Passage.Crashes : right)),
        new("handle-value-is-used-again", Shows.State, [Stale],
            "A new handle takes the value of the one that was disconnected last, so that the old one passes for the new.",
            Spoil.Anew(() =>
            {
                var first = new Dictionary<int, nint>();
                return SpoilHandle.Value((facts, kind, fresh, _) =>
                {
                    lock (first)
                    {
                        return kind != HandleKind.Import || first.TryAdd(facts.Process, fresh) || facts.Number != 2 ? fresh : first[facts.Process];
                    }
                });
            })),
        new("handle-value-is-a-small-table-index", Shows.State, [Distinct, Stale],
            "Handles are indices into a table of eight, and the ninth link takes the place of the first.",
            Spoil.Anew(() =>
            {
                var first = new Dictionary<int, nint>();
                return SpoilHandle.Value((facts, kind, fresh, _) =>
                {
                    lock (first)
                    {
                        if (kind != HandleKind.Import)
                        {
                            return fresh;
                        }

                        first.TryAdd(facts.Process, fresh);
                        return first[facts.Process] + (nint)((facts.Number - 1) % 8 * Spread);
                    }
                });
            })),
    ];

    private static bool OfDisconnect(CallFacts facts, HandleState state, HandleState bad) =>
        facts.Function == ApiFunction.ImportDisconnect && state == bad;
}
