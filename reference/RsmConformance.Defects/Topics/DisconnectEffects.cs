namespace RsmConformance.Defects.Topics;

/// <summary>Disconnect breaks too little or too much: handles, maps, links, records, publications, controllers.</summary>
internal static class DisconnectEffects
{
    private const string Breaks = "disconnect.effect.breaks-link";
    private const string Siblings = "disconnect.effect.siblings-untouched";
    private const string Again = "disconnect.effect.reconnect";
    private const string Forced = "connect.effect.forced-disconnect";
    private const string Released = "disconnect.resource.released";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("disconnect-tells-nobody", Shows.State, [Breaks, Released],
            "The exporter is not told that an importer has gone.",
            SpoilDisconnect.SaysFarewell((_, _, _) => false)),
        new("disconnect-tells-every-second-time", Shows.State, [Released, Breaks],
            "The exporter is told of every second importer that goes.",
            SpoilDisconnect.SaysFarewell((facts, _, right) => right && facts.Number % 2 == 0)),
        new("disconnect-tells-only-one-node", Shows.State, [Breaks, Released],
            "The importers of the exporter's own node are told of by nobody: the farewell is a message between nodes.",
            Spoil.Anew(() =>
            {
                return SpoilLifetime.Releases((facts, possession, path, right) =>
                    right && !(possession == Possession.ImporterRecord && path == ReleasePath.Disconnect && facts!.Node == 1));
            })),
        new("disconnect-forgets-all-importers", Shows.State, [Breaks, Forced],
            "When one importer goes the exporter forgets all of them, and tells none of the withdrawal that comes later.",
            SpoilDisconnect.ForgetsToo((_, _, _) => true)),
        new("disconnect-forgets-importers-of-node", Shows.State, [Breaks, Forced],
            "When one importer goes the exporter forgets all of that node.",
            SpoilDisconnect.ForgetsToo((gone, other, _) => gone == other)),
        new("disconnect-forgets-importers-of-other-nodes", Shows.State, [Forced, Breaks],
            "When one importer goes the exporter forgets those of the other nodes.",
            SpoilDisconnect.ForgetsToo((gone, other, _) => gone != other)),
        new("disconnect-of-last-withdraws-segment", Shows.Frame, [Again, Breaks],
            "The segment is withdrawn when its last importer goes: the count of links is taken for the count of uses.",
            SpoilDisconnect.Withdraws((left, _) => left == 0)),
        new("disconnect-withdraws-segment-while-others-stay", Shows.Frame, [Siblings, Again, Breaks],
            "The segment is withdrawn when an importer goes while another is left.",
            SpoilDisconnect.Withdraws((left, _) => left > 0)),
        new("disconnect-closes-controller", Shows.Frame, [Siblings, Again],
            "The handle of the controller ends with the last link that was made through it.",
            SpoilDisconnect.ClosesController((_, left, _) => left == 0)),
        new("disconnect-closes-controller-of-others", Shows.Frame, [Siblings, Again],
            "The handle of the controller ends with any link that was made through it.",
            SpoilDisconnect.ClosesController((_, left, _) => left > 0)),
        new("disconnect-ends-all-handles", Shows.Frame, [Siblings],
            "All handles of the process end with one link.",
            SpoilDisconnect.DamageTo((_, _, _, _) => Damage.Handle)),
        new("disconnect-ends-handles-of-same-segment", Shows.Frame, [Siblings],
            "All handles of the process with the same segment end with one of them.",
            OnSameSegment(Damage.Handle)),
        new("disconnect-ends-handles-of-other-segments", Shows.Frame, [Siblings],
            "The handles of the process with other segments end with a link, since they are found by the exporting node.",
            SpoilDisconnect.DamageTo((_, own, other, right) => own.Segment != other.Segment ? Damage.Handle : right)),
        new("disconnect-breaks-all-links", Shows.Frame, [Siblings],
            "All links of the process are broken with one.",
            SpoilDisconnect.DamageTo((_, _, _, _) => Damage.Link)),
        new("disconnect-breaks-links-with-same-segment", Shows.Frame, [Siblings],
            "The links of the process with the same segment share one connection, which the first disconnect closes.",
            OnSameSegment(Damage.Link)),
        new("disconnect-breaks-links-with-same-mode", Shows.Frame, [Siblings],
            "The links of the process with the same segment and mode share one connection.",
            SpoilDisconnect.DamageTo((_, own, other, right) => own == other ? Damage.Link : right)),
        new("disconnect-breaks-links-with-same-node", Shows.Frame, [Siblings],
            "The links of the process with other segments of the same node are broken with one.",
            SpoilDisconnect.DamageTo((_, own, other, right) =>
                own.Node == other.Node && own.Segment != other.Segment ? Damage.Link : right)),
        new("disconnect-removes-maps-of-same-segment", Shows.Frame, [Siblings],
            "The maps of other links with the same segment are removed with the link.",
            OnSameSegment(Damage.Map)),
        new("disconnect-ends-barriers-of-same-segment", Shows.Frame, [Siblings],
            "The barriers of other links with the same segment end with the link.",
            OnSameSegment(Damage.Barriers)),
        new("disconnect-ends-barriers-of-other-segments", Shows.Frame, [Siblings],
            "The barriers of links with other segments end with the link.",
            SpoilDisconnect.DamageTo((_, own, other, right) => own.Segment != other.Segment ? Damage.Barriers : right)),
        new("disconnect-releases-pollfds-of-same-segment", Shows.Frame, [Siblings, "disconnect.error.pollfd-in-use"],
            "The pollfds of other links with the same segment count no more when one link is broken.",
            OnSameSegment(Damage.PollDescriptors)),
        new("disconnect-breaks-links-of-other-processes", Shows.Frame, [Siblings],
            "The links of other processes of the node with the same segment are broken with one.",
            SpoilDisconnect.TakesAlong((_, own, other, _) => own.Process != other.Process && own.Target.Segment == other.Target.Segment)),
        new("disconnect-breaks-pending-connects", Shows.Race, ["connect.threading.mt-safe", "disconnect.threading.mt-safe", "connect.error.interrupted"],
            "A connect to the same segment that is under way is broken off by a disconnect.",
            SpoilDisconnect.TakesAlong((_, own, other, _) => other.IsPending && own.Target.Segment == other.Target.Segment)),
    ];

    private static Func<RuleBook, RuleBook> OnSameSegment(Damage damage) =>
        SpoilDisconnect.DamageTo((_, own, other, right) => own.Segment == other.Segment && own.Node == other.Node ? damage : right);
}
