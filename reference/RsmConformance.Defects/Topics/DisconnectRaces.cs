namespace RsmConformance.Defects.Topics;

/// <summary>What only calls show that overlap.</summary>
internal static class DisconnectRaces
{
    private const string Safe = "disconnect.threading.mt-safe";
    private const string ConnectSafe = "connect.threading.mt-safe";
    private const string Same = "disconnect.robustness.same-handle-concurrent";
    private const string Listed = "disconnect.return.listed-errors";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("race-two-disconnects-claim-one-handle", Shows.Race, [Same],
            "A disconnect does not mark the handle as its own, and another thread disconnects it as well.",
            SpoilDisconnect.Claims((_, _) => false)),
        new("race-second-disconnect-of-handle-succeeds", Shows.Race, [Same],
            "The thread that comes second to a handle waits for the first and reports its success as its own.",
            SpoilHandle.BadSegment((facts, state, right) =>
                facts is { Function: ApiFunction.ImportDisconnect, InFlight: > 1 } && state == HandleState.Stale ? RsmError.RSM_SUCCESS : right)),
        new("race-second-disconnect-of-handle-is-interrupted", Shows.Race, [Same],
            "The thread that comes second to a handle is told that it was interrupted.",
            SpoilHandle.BadSegment((facts, state, right) =>
                facts is { Function: ApiFunction.ImportDisconnect, InFlight: > 1 } && state == HandleState.Stale ? RsmError.RSMERR_INTERRUPTED : right)),
        new("race-second-disconnect-crashes", Shows.Race, [Same],
            "The thread that comes second to a handle finds its block freed.",
            SpoilGate.Leaving((facts, code, right) =>
                facts is { Function: ApiFunction.ImportDisconnect, InFlight: > 1 } && code == RsmError.RSMERR_BAD_SEG_HNDL ? Passage.Crashes : right)),
        new("race-disconnect-beside-another-is-refused", Shows.Race, [Safe, "disconnect.error.bad-seg-hndl"],
            "A disconnect reports a bad handle while another of the process is under way: the table is taken out meanwhile.",
            SpoilDisconnect.Refusal((facts, _, right) => right ?? (facts.InFlight > 1 ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("race-disconnect-beside-another-is-in-use", Shows.Race, [Safe, "disconnect.error.pollfd-in-use"],
            "A disconnect reports a pollfd while another of the process is under way: one counter serves both purposes.",
            SpoilDisconnect.IsPolled((facts, _, right) => right || facts.InFlight > 1)),
        new("race-disconnect-beside-another-is-eagain", Shows.Race, [Listed, Safe],
            "A disconnect returns EAGAIN of the system while another of the process is under way.",
            SpoilDisconnect.Result((facts, _, _, right) => facts.InFlight > 1 && right == RsmError.RSM_SUCCESS ? (RsmError)AgainErrno : right)),
        new("race-disconnect-beside-connect-is-refused", Shows.Race, [Safe, ConnectSafe],
            "A disconnect reports a bad handle while a connect of the process is under way.",
            SpoilDisconnect.Refusal((facts, _, right) => right ?? (facts.Beside > 0 ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("race-disconnect-beside-connect-is-still-mapped", Shows.Race, [Safe, ConnectSafe, "disconnect.error.seg-still-mapped"],
            "A disconnect takes the window of a connect that is under way for a map.",
            SpoilDisconnect.IsStillMapped((facts, _, right) => right || facts.Beside > 0)),
        new("race-disconnects-tell-only-once", Shows.Race, ["disconnect.resource.released", Safe, "disconnect.effect.breaks-link"],
            "Of disconnects that overlap only the first tells the exporter.",
            SpoilDisconnect.SaysFarewell((facts, _, right) => right && facts.InFlight == 1)),
        new("race-disconnect-breaks-links-of-calls-under-way", Shows.Race,
            [Safe, "disconnect.effect.siblings-untouched", ConnectSafe, "connect.effect.siblings-untouched"],
            "Of disconnects that overlap one breaks every other link of the process.",
            SpoilDisconnect.DamageTo((facts, _, _, right) => facts.InFlight > 1 ? Damage.Link : right)),
        new("race-disconnect-from-another-thread-is-refused", Shows.Race, [Safe, "disconnect.return.success-zero", "disconnect.error.bad-seg-hndl"],
            "Handles are kept for each thread, and a thread cannot disconnect what another has connected.",
            Spoil.Anew(() =>
            {
                var owner = new Dictionary<int, int>();
                return SpoilDisconnect.Refusal((facts, _, right) =>
                {
                    lock (owner)
                    {
                        owner.TryAdd(facts.Process, facts.Thread);
                        return right ?? (owner[facts.Process] != facts.Thread ? RsmError.RSMERR_BAD_SEG_HNDL : null);
                    }
                });
            })),
        new("race-disconnect-can-be-interrupted-at-entry", Shows.Race, [Listed, "disconnect.return.success-zero"],
            "A signal ends a disconnect that waits for its lock, with a code that the page does not list.",
            Interruptible(GateName.DisconnectEntry)),
        new("race-disconnect-can-be-interrupted-before-farewell", Shows.Race, [Listed, "disconnect.return.success-zero"],
            "A signal ends a disconnect that waits for the exporter, with a code that the page does not list.",
            Interruptible(GateName.DisconnectBeforeFarewell)),
        new("race-connect-beside-another-is-refused", Shows.Race, [ConnectSafe],
            "A connect reports that nothing is published while another of the process is under way.",
            SpoilConnect.Result((facts, _, code, right) =>
                facts.InFlight > 1 && code == RsmError.RSM_SUCCESS ? RsmError.RSMERR_SEG_NOT_PUBLISHED : right)),
        new("race-connects-share-a-handle", Shows.Race, ["connect.effect.distinct-handles", ConnectSafe],
            "Two connects that overlap take the same number for their handles.",
            Spoil.Anew(() =>
            {
                var latest = new Dictionary<int, nint>();
                return SpoilHandle.Value((facts, kind, fresh, _) =>
                {
                    lock (latest)
                    {
                        nint value = kind == HandleKind.Import && facts.InFlight > 1 && latest.TryGetValue(facts.Process, out nint last) ? last : fresh;
                        if (kind == HandleKind.Import)
                        {
                            latest[facts.Process] = value;
                        }

                        return value;
                    }
                });
            })),
        new("race-withdrawal-misses-connects-under-way", Shows.Race, ["connect.effect.forced-disconnect"],
            "A withdrawal does not reach a connect that is under way, which then has a link with nothing.",
            SpoilForcedDisconnect.Breaks((import, cause, right) => right && !(import.IsPending && cause != AbortCause.PathLost))),
        new("race-disconnects-of-two-processes-mix", Shows.Race, [Safe, "disconnect.effect.siblings-untouched"],
            "Of disconnects that overlap the second takes the links of other processes along.",
            SpoilDisconnect.TakesAlong((facts, own, other, _) => facts.InFlight > 1 && own.Target.Segment == other.Target.Segment)),
    ];

    private const int AgainErrno = 11;

    private static Func<RuleBook, RuleBook> Interruptible(string gate) =>
        SpoilGate.Interruptible((facts, held, right) => right || (held == gate && facts.Function == ApiFunction.ImportDisconnect));
}
