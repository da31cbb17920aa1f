namespace RsmConformance.Defects.Topics;

/// <summary>What works at first: defects of the n-th call, of the second process, of what comes after a failure.</summary>
internal static class LateDefects
{
    private const string Zero = "disconnect.return.success-zero";
    private const string Again = "disconnect.effect.reconnect";
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Polled = "disconnect.error.pollfd-in-use";
    private const string Handle = "disconnect.error.bad-seg-hndl";
    private const string Listed = "disconnect.return.listed-errors";
    private const string Released = "disconnect.resource.released";
    private const string Siblings = "disconnect.effect.siblings-untouched";
    private const string Keeps = "disconnect.effect.failure-keeps-handle";
    private const string ConnectSafe = "connect.threading.mt-safe";
    private const int Late = 17;
    private const int VeryLate = 100;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("late-17th-disconnect-is-refused", Shows.Code, [Again, Zero, Handle, ConnectSafe],
            "The seventeenth disconnect of a process reports a bad handle: the table of handles has sixteen places.",
            SpoilDisconnect.Refusal((facts, _, right) => right ?? (facts.Number >= Late ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("late-hundredth-disconnect-is-refused", Shows.Code, [Again, Zero, Polled],
            "From the hundredth disconnect on a process is told of a pollfd in use.",
            SpoilDisconnect.IsPolled((facts, _, right) => right || facts.Number >= VeryLate)),
        new("late-hundredth-disconnect-leaks-code", Shows.Code, [Listed, Again],
            "The hundredth disconnect of a process returns a number that the page does not list.",
            SpoilDisconnect.Result((facts, _, _, right) =>
                facts.Number == VeryLate && right == RsmError.RSM_SUCCESS ? RsmError.RSMERR_INSUFFICIENT_RESOURCES : right)),
        new("late-17th-null-succeeds", Shows.Code, [Handle, Listed],
            "The seventeenth disconnect of NULL succeeds, for the errors are counted and the counter is full.",
            SpoilHandle.BadSegment((facts, state, right) =>
                facts is { Function: ApiFunction.ImportDisconnect, Number: >= Late } && state == HandleState.Null ? RsmError.RSM_SUCCESS : right)),
        new("late-17th-refusal-for-map-is-forgotten", Shows.State, [Mapped, Released],
            "The seventeenth disconnect that a map keeps goes through.",
            SpoilDisconnect.IsStillMapped((facts, _, right) => right && facts.Number < Late)),
        new("late-17th-refusal-for-pollfd-is-forgotten", Shows.State, [Polled, Released, Keeps],
            "The seventeenth disconnect that a pollfd keeps goes through.",
            SpoilDisconnect.IsPolled((facts, _, right) => right && facts.Number < Late)),
        new("late-hundredth-refusal-drops-map", Shows.State, [Keeps, Mapped, Released],
            "After many refusals for a map the library removes it to make an end.",
            SpoilDisconnect.RefusalDropsMap((facts, _, right) => right || facts.Number >= Late)),
        new("late-fifth-connect-is-refused", Shows.Code, [Again, ConnectSafe],
            "A process can connect four times with one segment in its life.",
            SpoilConnect.Result((facts, _, code, right) =>
                code == RsmError.RSM_SUCCESS && facts.Number > 4 ? RsmError.RSMERR_INSUFFICIENT_RESOURCES : right)),
        new("late-hundredth-connect-is-refused", Shows.Code, [Again, "connect.return.success-zero"],
            "From the hundredth connect on a process is told that there are no resources.",
            SpoilConnect.Result((facts, _, code, right) =>
                code == RsmError.RSM_SUCCESS && facts.Number >= VeryLate ? RsmError.RSMERR_INSUFFICIENT_RESOURCES : right)),
        new("late-disconnect-after-a-refusal-is-refused", Shows.Code, [Keeps, Zero, Handle, "connect.effect.siblings-untouched"],
            "After one disconnect was refused every further one of the process reports a bad handle.",
            Spoil.Anew(() =>
            {
                var refused = new HashSet<int>();
                return SpoilDisconnect.Refusal((facts, _, right) =>
                {
                    lock (refused)
                    {
                        bool before = refused.Contains(facts.Process);
                        if (right is not null)
                        {
                            refused.Add(facts.Process);
                        }

                        return right ?? (before ? RsmError.RSMERR_BAD_SEG_HNDL : null);
                    }
                });
            })),
        new("late-disconnect-of-second-process-is-refused", Shows.Code, [Zero, Siblings, Handle],
            "Only the process that came first can disconnect: the handles of the others are looked up in its table.",
            Spoil.Anew(() =>
            {
                int first = 0;
                return SpoilDisconnect.Refusal((facts, _, right) =>
                    right ?? (Interlocked.CompareExchange(ref first, facts.Process, 0) is var f && f != 0 && f != facts.Process
                        ? RsmError.RSMERR_BAD_SEG_HNDL : null));
            })),
        new("late-disconnect-of-second-node-does-not-tell", Shows.State,
            ["disconnect.effect.breaks-link", "connect.resource.exit-cleans-up", Released],
            "Only the node that disconnects first tells the exporter.",
            Spoil.Anew(() =>
            {
                int told = 0;
                return SpoilDisconnect.SaysFarewell((_, _, right) => right && Interlocked.Increment(ref told) == 1);
            })),
        new("late-second-link-cannot-be-disconnected", Shows.Code, [Zero, Siblings, Handle],
            "While another link with the same segment exists, a link cannot be disconnected.",
            SpoilDisconnect.Refusal((_, state, right) =>
                right ?? (state.Others.Any(o => o.Target == state.Own.Target) ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("late-link-beside-another-segment-cannot-be-disconnected", Shows.Code, [Zero, Siblings, Handle],
            "While a link with another segment exists, a link cannot be disconnected.",
            SpoilDisconnect.Refusal((_, state, right) =>
                right ?? (state.Others.Any(o => o.Target.Segment != state.Own.Target.Segment) ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("late-many-links-cannot-be-disconnected", Shows.Code, [Zero, "connect.effect.distinct-handles", "disconnect.robustness.stale-handle"],
            "A process with more than eight links cannot disconnect any.",
            SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Others.Count() >= 7 ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
    ];
}
