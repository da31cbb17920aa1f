namespace RsmConformance.Defects.Topics;

/// <summary>Disconnect succeeds and does nothing, or is refused and does something.</summary>
internal static class DisconnectWithoutEffect
{
    private const string Breaks = "disconnect.effect.breaks-link";
    private const string Released = "disconnect.resource.released";
    private const string Keeps = "disconnect.effect.failure-keeps-handle";
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Polled = "disconnect.error.pollfd-in-use";
    private const string Forced = "connect.effect.forced-disconnect";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Idle("disconnect-does-nothing", [Breaks, Released], "Disconnect succeeds and does nothing.", (_, _) => true),
        Idle("disconnect-does-nothing-on-own-node", [Breaks, Released],
            "Disconnect from a segment of the own node succeeds and does nothing, as there is no path to close.",
            (facts, state) => state.Own.Target.Node == facts.Node),
        Idle("disconnect-does-nothing-on-other-nodes", [Breaks, Released],
            "Disconnect from a segment of another node succeeds and does nothing.",
            (facts, state) => state.Own.Target.Node != facts.Node),
        Idle("disconnect-does-nothing-every-second-time", [Released, Breaks],
            "Every second disconnect succeeds and does nothing.", (facts, _) => facts.Number % 2 == 0),
        Idle("disconnect-does-nothing-after-transfers", [Released, Breaks],
            "Disconnect of a link that was used by put or get succeeds and does nothing.", (_, state) => state.ImplicitlyMapped),
        Idle("disconnect-does-nothing-while-others-exist", [Breaks, Released, "disconnect.robustness.stale-handle"],
            "Disconnect lowers a count, and the link ends only with the last that the process has.",
            (_, state) => state.Others.Any()),
        Idle("disconnect-does-nothing-to-lost-link", ["disconnect.effect.after-forced", "disconnect.robustness.stale-handle"],
            "Disconnect of a link that the exporter ended succeeds and leaves the handle valid.",
            (_, state) => state.Cause == AbortCause.Unpublished),
        new("disconnect-refusal-for-map-ends-handle", Shows.State, [Keeps, Mapped],
            "A disconnect that is refused for a map has taken the handle from the table by then.",
            Harms(RsmError.RSMERR_SEG_STILL_MAPPED, Damage.Handle)),
        new("disconnect-refusal-for-pollfd-ends-handle", Shows.State, [Keeps, Polled],
            "A disconnect that is refused for a pollfd has taken the handle from the table by then.",
            Harms(RsmError.RSMERR_POLLFD_IN_USE, Damage.Handle)),
        new("disconnect-refusal-for-map-breaks-link", Shows.State, [Keeps, Mapped],
            "A disconnect that is refused for a map has closed the connection by then.",
            Harms(RsmError.RSMERR_SEG_STILL_MAPPED, Damage.Link)),
        new("disconnect-refusal-for-pollfd-breaks-link", Shows.State, [Keeps, Polled],
            "A disconnect that is refused for a pollfd has closed the connection by then.",
            Harms(RsmError.RSMERR_POLLFD_IN_USE, Damage.Link)),
        new("disconnect-refusal-for-map-ends-barriers", Shows.State, [Keeps, Mapped],
            "A disconnect that is refused for a map has ended the barriers by then.",
            Harms(RsmError.RSMERR_SEG_STILL_MAPPED, Damage.Barriers)),
        new("disconnect-refusal-for-pollfd-ends-barriers", Shows.State, [Keeps, Polled],
            "A disconnect that is refused for a pollfd has ended the barriers by then.",
            Harms(RsmError.RSMERR_POLLFD_IN_USE, Damage.Barriers)),
        new("disconnect-refusal-releases-pollfds", Shows.State, [Polled, Keeps],
            "A disconnect that is refused for a pollfd releases it, so that the next one goes through.",
            Harms(RsmError.RSMERR_POLLFD_IN_USE, Damage.PollDescriptors)),
        new("disconnect-refusal-for-pollfd-tells-exporter", Shows.State, [Forced, Keeps],
            "The exporter is told before the pollfds are counted, and forgets an importer that stays.",
            SpoilDisconnect.RefusalTells((_, refusal, _) => refusal == RsmError.RSMERR_POLLFD_IN_USE)),
        new("disconnect-refusal-for-map-tells-exporter", Shows.State, [Forced, Keeps],
            "The exporter is told before the map is looked for, and forgets an importer that stays.",
            SpoilDisconnect.RefusalTells((_, refusal, _) => refusal == RsmError.RSMERR_SEG_STILL_MAPPED)),
        new("disconnect-writes-back", Shows.Data, [Breaks],
            "Disconnect writes back a copy of the first page that the library made when it connected.",
            SpoilDisconnect.WritesBack((_, _) => true)),
        new("pollfd-got-for-all-links", Shows.State, [Polled, "support.pollfd"],
            "A pollfd of one link counts for all links of the process.",
            SpoilPollfd.IsShared((facts, _) => facts.Function == ApiFunction.GetPollfd)),
        new("pollfd-released-for-all-links", Shows.State, [Polled, "support.pollfd"],
            "The release of a pollfd of one link counts for all links of the process.",
            SpoilPollfd.IsShared((facts, _) => facts.Function == ApiFunction.ReleasePollfd)),
        new("map-refusal-counts-as-map", Shows.State, ["disconnect.error.seg-still-mapped", "support.import-map"],
            "A map that was refused keeps the link: the mark is set before the arguments are looked at.",
            SpoilMap.RefusalMarks((_, _, _) => true)),
        new("map-is-a-private-copy", Shows.Data, ["support.memory", "connect.effect.links-that-segment"],
            "A map shows memory of the library and not the segment.",
            SpoilMap.IsLive((_, _) => false)),
        new("map-replaces-the-one-before", Shows.State, ["support.import-map"],
            "A segment that is mapped can be mapped again.",
            SpoilMap.IsMapped((facts, _, _, right) => right && facts.Function != ApiFunction.ImportMap)),
        new("unmap-of-what-is-not-mapped-succeeds", Shows.Code, ["support.import-unmap"],
            "Unmap succeeds when there is no map.",
            SpoilMap.IsMapped((facts, _, _, right) => right || facts.Function == ApiFunction.ImportUnmap)),
        new("get-is-served-from-a-copy", Shows.Data, ["support.get", "connect.effect.links-that-segment"],
            "A get is served from what the first get of the link has found.",
            SpoilTransfer.IsCached((_, _) => true)),
    ];

    private static Defect Idle(string id, IReadOnlyList<string> breaks, string sentence, Func<CallFacts, DisconnectFacts, bool> when) =>
        new(id, Shows.State, breaks, sentence, SpoilDisconnect.Refusal((facts, state, right) =>
            right ?? (when(facts, state) ? RsmError.RSM_SUCCESS : null)));

    private static Func<RuleBook, RuleBook> Harms(RsmError code, Damage damage) =>
        SpoilDisconnect.RefusalHarms((_, refusal, right) => refusal == code ? damage : right);
}
