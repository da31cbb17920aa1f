namespace RsmConformance.Defects.Topics;

/// <summary>Disconnect does the right thing and says another, or says errors that its page does not list.</summary>
internal static class DisconnectCodes
{
    private const string Zero = "disconnect.return.success-zero";
    private const string Listed = "disconnect.return.listed-errors";
    private const string Handle = "disconnect.error.bad-seg-hndl";
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Polled = "disconnect.error.pollfd-in-use";
    private const int PermissionErrno = 1;
    private const int BadDescriptorErrno = 9;
    private const int BusyErrno = 16;
    private const int InvalidErrno = 22;
    private const int Failed = -1;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("disconnect-code-success-is-minus-one", Shows.Code, [Listed, Zero],
            "Disconnect returns what close(2) left in a register, -1, although the link is broken.",
            After(RsmError.RSM_SUCCESS, (RsmError)Failed)),
        new("disconnect-code-success-is-not-mapped", Shows.Code, [Listed, Zero],
            "Disconnect passes on that there was no map to remove, and the caller takes it for a failure.",
            After(RsmError.RSM_SUCCESS, RsmError.RSMERR_SEG_NOT_MAPPED)),
        new("disconnect-code-success-is-bad-handle", Shows.Code, [Handle, Zero],
            "Disconnect looks the handle up again after it was freed and reports that it is not there.",
            After(RsmError.RSM_SUCCESS, RsmError.RSMERR_BAD_SEG_HNDL)),
        new("disconnect-code-success-is-still-mapped", Shows.Code, [Mapped, Zero],
            "Disconnect starts with the code of the last check and never sets it to success.",
            After(RsmError.RSM_SUCCESS, RsmError.RSMERR_SEG_STILL_MAPPED)),
        new("disconnect-code-success-is-in-use", Shows.Code, [Polled, Zero],
            "Disconnect reports a pollfd in use when the link is broken.",
            After(RsmError.RSM_SUCCESS, RsmError.RSMERR_POLLFD_IN_USE)),
        new("disconnect-code-null-succeeds", Shows.Code, [Handle],
            "Disconnect of NULL does nothing and succeeds, as free does.",
            OfHandle(HandleState.Null, RsmError.RSM_SUCCESS)),
        new("disconnect-code-null-is-bad-controller", Shows.Code, [Handle, Listed],
            "Disconnect of NULL reports a bad controller handle, as connect does.",
            OfHandle(HandleState.Null, RsmError.RSMERR_BAD_CTLR_HNDL)),
        new("disconnect-code-null-is-bad-address", Shows.Code, [Handle, Listed],
            "Disconnect of NULL reports a bad address.",
            OfHandle(HandleState.Null, RsmError.RSMERR_BAD_ADDR)),
        new("disconnect-code-null-is-einval", Shows.Code, [Handle, Listed],
            "Disconnect of NULL returns EINVAL of the system in place of an error of the library.",
            OfHandle(HandleState.Null, (RsmError)InvalidErrno)),
        new("disconnect-code-null-is-still-mapped", Shows.Code, [Handle],
            "Disconnect of NULL reads the mapped flag of a block that is not there and reports a map.",
            OfHandle(HandleState.Null, RsmError.RSMERR_SEG_STILL_MAPPED)),
        new("disconnect-code-null-is-in-use", Shows.Code, [Handle],
            "Disconnect of NULL reports a pollfd in use.",
            OfHandle(HandleState.Null, RsmError.RSMERR_POLLFD_IN_USE)),
        new("disconnect-code-mapped-is-in-use", Shows.Code, [Mapped, Polled],
            "Disconnect of a mapped segment reports a pollfd in use.",
            Refused(RsmError.RSMERR_SEG_STILL_MAPPED, RsmError.RSMERR_POLLFD_IN_USE)),
        new("disconnect-code-mapped-is-already-mapped", Shows.Code, [Mapped, Listed],
            "Disconnect of a mapped segment reports the error that map has for it.",
            Refused(RsmError.RSMERR_SEG_STILL_MAPPED, RsmError.RSMERR_SEG_ALREADY_MAPPED)),
        new("disconnect-code-mapped-is-ebusy", Shows.Code, [Mapped, Listed],
            "Disconnect of a mapped segment returns EBUSY of the system.",
            Refused(RsmError.RSMERR_SEG_STILL_MAPPED, (RsmError)BusyErrno)),
        new("disconnect-code-mapped-is-bad-handle", Shows.Code, [Mapped, Handle],
            "Disconnect of a mapped segment reports a bad handle, for the handle is in another table while it is mapped.",
            Refused(RsmError.RSMERR_SEG_STILL_MAPPED, RsmError.RSMERR_BAD_SEG_HNDL)),
        new("disconnect-code-mapped-says-success", Shows.Code, [Mapped, Zero],
            "Disconnect of a mapped segment leaves everything as it is and says success.",
            Refused(RsmError.RSMERR_SEG_STILL_MAPPED, RsmError.RSM_SUCCESS)),
        new("disconnect-code-polled-is-still-mapped", Shows.Code, [Polled, Mapped],
            "Disconnect of a polled segment reports a map.",
            Refused(RsmError.RSMERR_POLLFD_IN_USE, RsmError.RSMERR_SEG_STILL_MAPPED)),
        new("disconnect-code-polled-is-ebadf", Shows.Code, [Polled, Listed],
            "Disconnect of a polled segment returns EBADF of the system.",
            Refused(RsmError.RSMERR_POLLFD_IN_USE, (RsmError)BadDescriptorErrno)),
        new("disconnect-code-polled-is-exhausted", Shows.Code, [Polled, Listed],
            "Disconnect of a polled segment reports a lack of resources.",
            Refused(RsmError.RSMERR_POLLFD_IN_USE, RsmError.RSMERR_INSUFFICIENT_RESOURCES)),
        new("disconnect-code-polled-is-bad-handle", Shows.Code, [Polled, Handle],
            "Disconnect of a polled segment reports a bad handle.",
            Refused(RsmError.RSMERR_POLLFD_IN_USE, RsmError.RSMERR_BAD_SEG_HNDL)),
        new("disconnect-code-polled-says-success", Shows.Code, [Polled, Zero],
            "Disconnect of a polled segment leaves everything as it is and says success.",
            Refused(RsmError.RSMERR_POLLFD_IN_USE, RsmError.RSM_SUCCESS)),
        new("disconnect-code-both-is-eperm", Shows.Code, [Listed, Mapped, Polled],
            "Disconnect of a segment that is mapped and polled adds up what stands in its way and returns EPERM.",
            SpoilDisconnect.Result((_, state, _, right) =>
                state is { ExplicitlyMapped: true, PollDescriptors: > 0 } ? (RsmError)PermissionErrno : right)),
        new("disconnect-code-local-is-not-connected", Shows.Code, [Listed, Zero],
            "Disconnect from a segment of the own node reports that it was never connected, for no message was sent.",
            SpoilDisconnect.Result((facts, state, code, right) =>
                code == RsmError.RSM_SUCCESS && state!.Own.Target.Node == facts.Node ? RsmError.RSMERR_SEG_NOT_CONNECTED : right)),
        new("disconnect-code-write-only-is-still-mapped", Shows.Code, [Mapped, Zero],
            "Disconnect of a link for writing only reports a map, since such links are made by mapping a window.",
            SpoilDisconnect.Result((_, state, code, right) =>
                code == RsmError.RSM_SUCCESS && state!.Own.Target.Permission == Permission.Write ? RsmError.RSMERR_SEG_STILL_MAPPED : right)),
    ];

    private static Func<RuleBook, RuleBook> After(RsmError code, RsmError said) =>
        SpoilDisconnect.Result((_, _, result, right) => result == code ? said : right);

    private static Func<RuleBook, RuleBook> Refused(RsmError code, RsmError said) =>
        SpoilDisconnect.Result((_, state, result, right) => state is not null && result == code ? said : right);

    private static Func<RuleBook, RuleBook> OfHandle(HandleState bad, RsmError said) =>
        SpoilHandle.BadSegment((facts, state, right) =>
            facts.Function == ApiFunction.ImportDisconnect && state == bad ? said : right);
}
