namespace RsmConformance.Defects.Topics;

/// <summary>Links whose node or cable went away.</summary>
internal static class ForcedNodeLoss
{
    private const string Lost = "disconnect.effect.after-node-loss";
    private const string Siblings = "connect.effect.siblings-untouched";
    private const string Physical = "connect.effect.physical-connection";
    private const string Unreachable = "connect.error.remote-node-unreachable";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("loss-disconnect-is-unreachable", Shows.Code, [Lost, "disconnect.return.listed-errors"],
            "Disconnect of a link whose node is gone reports that it is not reachable, and the link stays.",
            Refused(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE)),
        new("loss-disconnect-is-timeout", Shows.Code, [Lost, "disconnect.return.listed-errors"],
            "Disconnect of a link whose node is gone waits for an answer and reports that time is up.",
            Refused(RsmError.RSMERR_TIMEOUT)),
        new("loss-disconnect-is-bad-handle", Shows.Code, [Lost],
            "Disconnect of a link whose node is gone reports a bad handle, since the tables of that node were dropped.",
            Refused(RsmError.RSMERR_BAD_SEG_HNDL)),
        new("loss-disconnect-is-no-controller", Shows.Code, [Lost, "disconnect.return.listed-errors"],
            "Disconnect of a link whose cable was pulled reports that the controller is gone, although it breaks the link.",
            SpoilDisconnect.Result((_, state, _, right) =>
                state?.Cause == AbortCause.PathLost && right == RsmError.RSM_SUCCESS ? RsmError.RSMERR_CTLR_NOT_PRESENT : right)),
        new("loss-disconnect-of-used-link-is-refused", Shows.Code, [Lost],
            "A link that was used before its node went away counts as mapped.",
            SpoilDisconnect.IsStillMapped((_, state, right) => right || state is { Cause: AbortCause.PathLost, ImplicitlyMapped: true })),
        new("loss-disconnect-crashes", Shows.Crash, [Lost],
            "Disconnect sends through a queue that went with the node.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Cause == AbortCause.PathLost ? Passage.Crashes : right)),
        new("loss-disconnect-hangs", Shows.Hang, [Lost],
            "Disconnect waits for the answer of a node that is gone.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Cause == AbortCause.PathLost ? Passage.Hangs : right)),
        new("loss-only-first-disconnect-works", Shows.Code, [Lost],
            "Of the links with a node that is gone only the first can be disconnected.",
            SpoilDisconnect.Refusal((facts, state, right) =>
                right ?? (state.Cause == AbortCause.PathLost && facts.Number > 1 ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("loss-of-cable-breaks-links-of-other-controllers", Shows.Frame, ["disconnect.effect.siblings-untouched", Siblings],
            "The loss of one cable breaks the links that run through other controllers.",
            SpoilForcedDisconnect.Spreads((broken, other, cause, _) =>
                cause == AbortCause.PathLost && broken.Target.Controller != other.Target.Controller)),
        new("loss-of-cable-breaks-links-with-other-nodes", Shows.Frame, ["disconnect.effect.siblings-untouched", Siblings],
            "The loss of one cable breaks the links that run through the same controller to other nodes.",
            SpoilForcedDisconnect.Spreads((broken, other, cause, _) =>
                cause == AbortCause.PathLost && broken.Target.Controller == other.Target.Controller && broken.Target.Node != other.Target.Node)),
        new("loss-of-cable-breaks-local-links", Shows.Frame, ["disconnect.effect.siblings-untouched", Siblings],
            "The loss of a cable breaks the links of the node with itself.",
            SpoilForcedDisconnect.Spreads((_, other, cause, _) => cause == AbortCause.PathLost && other.Node == other.Target.Node)),
        new("loss-is-not-noticed", Shows.State, ["support.barrier", Unreachable],
            "That a cable or a node is gone breaks no link.",
            SpoilPath.LossBreaks((_, _) => false)),
        new("loss-of-cable-does-not-stop-connects", Shows.State, [Unreachable, Physical],
            "A path whose cable was pulled still counts as usable.",
            SpoilPath.IsUsable((_, bothPresent, bothNodesUp, _) => bothPresent && bothNodesUp)),
        new("loss-of-node-does-not-stop-connects", Shows.State, [Unreachable, Physical],
            "A path to a node that is down still counts as usable.",
            SpoilPath.IsUsable((linkIsUp, bothPresent, _, _) => linkIsUp && bothPresent)),
        new("loss-lasts-for-ever", Shows.State, ["disconnect.effect.reconnect", Unreachable, "connect.effect.failure-changes-nothing"],
            "A path that was down once is never used again.",
            Spoil.Anew(() =>
            {
                bool wasDown = false;
                return SpoilPath.IsUsable((_, _, _, right) =>
                {
                    wasDown |= !right;
                    return right && !wasDown;
                });
            })),
    ];

    private static Func<RuleBook, RuleBook> Refused(RsmError code) =>
        SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Cause == AbortCause.PathLost ? code : null));
}
