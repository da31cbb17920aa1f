namespace RsmConformance.Defects.Topics;

/// <summary>What stands in the way of a disconnect: nothing does that should, or something does that should not.</summary>
internal static class DisconnectRefusals
{
    private const string Zero = "disconnect.return.success-zero";
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Polled = "disconnect.error.pollfd-in-use";
    private const string Implicit = "disconnect.effect.implicit-map-not-mapped";
    private const string Barrier = "disconnect.effect.barrier-ignored";
    private const string Keeps = "disconnect.effect.failure-keeps-handle";
    private const string Siblings = "disconnect.effect.siblings-untouched";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("disconnect-mapped-is-not-asked", Shows.State, [Mapped],
            "Disconnect does not ask whether the caller has the segment mapped.",
            SpoilDisconnect.IsStillMapped((_, _, _) => false)),
        new("disconnect-mapped-only-on-other-nodes", Shows.State, [Mapped],
            "Only maps of segments of other nodes keep a link; those of the own node are ordinary memory to the library.",
            SpoilDisconnect.IsStillMapped((facts, state, right) => right && state.Own.Target.Node != facts.Node)),
        new("disconnect-mapped-only-on-own-node", Shows.State, [Mapped],
            "Only maps of segments of the own node keep a link; those of others are in the table of the controller.",
            SpoilDisconnect.IsStillMapped((facts, state, right) => right && state.Own.Target.Node == facts.Node)),
        new("disconnect-mapped-only-when-writable", Shows.State, [Mapped],
            "A map of a link for reading does not keep it.",
            SpoilDisconnect.IsStillMapped((_, state, right) => right && state.Own.Target.Permission.Writes)),
        new("disconnect-mapped-only-the-first-time", Shows.State, [Mapped],
            "The second disconnect of a mapped segment goes through: the refusal clears the flag that says mapped.",
            Spoil.Anew(() =>
            {
                var refused = new HashSet<ImportUse>();
                return SpoilDisconnect.IsStillMapped((_, state, right) => right && Locked(refused, () => refused.Add(state.Own)));
            })),
        new("disconnect-mapped-not-when-polled-before", Shows.State, [Mapped],
            "A map does not keep a link that put or get has used: the two kinds of maps share a flag, and the later one wins.",
            SpoilDisconnect.IsStillMapped((_, state, right) => right && !state.ImplicitlyMapped)),
        new("disconnect-mapped-by-put-or-get", Shows.State, [Implicit],
            "A map that put or get made for itself keeps the link.",
            SpoilDisconnect.IsStillMapped((_, state, right) => right || state.ImplicitlyMapped)),
        new("disconnect-mapped-by-transfer-on-own-node", Shows.State, [Implicit],
            "A map that put or get made for itself keeps a link on the own node.",
            SpoilDisconnect.IsStillMapped((facts, state, right) =>
                right || (state.ImplicitlyMapped && state.Own.Target.Node == facts.Node))),
        new("disconnect-mapped-by-put-on-write-only-link", Shows.State, [Implicit],
            "The window of a link for writing only, which put opens, keeps the link.",
            SpoilDisconnect.IsStillMapped((_, state, right) =>
                right || (state.ImplicitlyMapped && state.Own.Target.Permission == Permission.Write))),
        new("disconnect-mapped-by-get-on-read-only-link", Shows.State, [Implicit],
            "The window of a link for reading only, which get opens, keeps the link.",
            SpoilDisconnect.IsStillMapped((_, state, right) =>
                right || (state.ImplicitlyMapped && state.Own.Target.Permission == Permission.Read))),
        new("disconnect-mapped-by-another-link", Shows.State, [Mapped, Siblings],
            "A map of one link keeps every other link of the process.",
            SpoilDisconnect.IsStillMapped((_, state, right) => right || state.Others.Any(o => o.ExplicitlyMapped))),
        new("disconnect-mapped-by-link-with-same-segment", Shows.State, [Mapped, Siblings],
            "A map of one link keeps the others with the same segment, since the count of maps is the segment's.",
            SpoilDisconnect.IsStillMapped((_, state, right) =>
                right || state.Others.Any(o => o.ExplicitlyMapped && o.Target.Segment == state.Own.Target.Segment))),
        new("disconnect-mapped-although-link-is-lost", Shows.State, ["disconnect.effect.after-forced"],
            "A link that the exporter ended counts as mapped, for its pages were replaced by others.",
            SpoilDisconnect.IsStillMapped((_, state, right) => right || state.Cause is AbortCause.Unpublished)),
        new("disconnect-polled-is-not-asked", Shows.State, [Polled],
            "Disconnect does not ask whether a pollfd of the segment is held.",
            SpoilDisconnect.IsPolled((_, _, _) => false)),
        new("disconnect-polled-from-two-on", Shows.State, [Polled],
            "One pollfd does not keep a link, two do.",
            SpoilDisconnect.IsPolled((_, state, _) => state.PollDescriptors > 1)),
        new("disconnect-polled-only-by-one", Shows.State, [Polled],
            "One pollfd keeps a link, two do not: the count is compared with 1.",
            SpoilDisconnect.IsPolled((_, state, _) => state.PollDescriptors == 1)),
        new("disconnect-polled-only-on-other-nodes", Shows.State, [Polled],
            "A pollfd does not keep a link on the own node.",
            SpoilDisconnect.IsPolled((facts, state, right) => right && state.Own.Target.Node != facts.Node)),
        new("disconnect-polled-only-while-mapped", Shows.State, [Polled],
            "A pollfd keeps a link only while the segment is mapped.",
            SpoilDisconnect.IsPolled((_, state, right) => right && state.ExplicitlyMapped)),
        new("disconnect-polled-only-the-first-time", Shows.State, [Polled],
            "The second disconnect of a polled segment goes through: the refusal resets the count.",
            Spoil.Anew(() =>
            {
                var refused = new HashSet<ImportUse>();
                return SpoilDisconnect.IsPolled((_, state, right) => right && Locked(refused, () => refused.Add(state.Own)));
            })),
        new("disconnect-polled-through-another-link", Shows.State, [Polled, Siblings],
            "A pollfd of one link keeps every other link of the process.",
            SpoilDisconnect.IsPolled((_, state, right) => right || state.Others.Any(o => o.PollDescriptors > 0))),
        new("disconnect-barrier-stands-in-the-way", Shows.State, [Barrier],
            "A barrier that was not destroyed keeps the link.",
            SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Barriers > 0 ? RsmError.RSMERR_SEG_STILL_MAPPED : null))),
        new("disconnect-two-barriers-stand-in-the-way", Shows.State, [Barrier],
            "Only the barrier initialised last is ended by a disconnect; an earlier one keeps the link.",
            SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Barriers > 1 ? RsmError.RSMERR_POLLFD_IN_USE : null))),
        new("disconnect-barrier-fails-it", Shows.Code, [Barrier, "disconnect.return.listed-errors"],
            "Disconnect closes the barrier that is left and passes on that it was never opened.",
            SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Barriers > 0 ? RsmError.RSMERR_BARRIER_NOT_OPENED : null))),
        new("disconnect-refuses-last-of-controller", Shows.State, [Zero],
            "The last link through a controller cannot be broken, since the controller is still held.",
            SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Others.Any() ? null : RsmError.RSMERR_BAD_SEG_HNDL))),
        new("disconnect-refuses-all-but-the-newest", Shows.State, [Zero, Siblings],
            "A link can be broken only when no later one with the same segment stands, for they are kept in a list that ends with the newest.",
            SpoilDisconnect.Refusal((_, state, right) =>
                right ?? (state.Others.Count(o => o.Target == state.Own.Target) > 1 ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("disconnect-refusal-drops-map", Shows.State, [Keeps, Mapped],
            "A disconnect that is refused for a map has removed the map by then.",
            SpoilDisconnect.RefusalDropsMap((_, refusal, _) => refusal == RsmError.RSMERR_SEG_STILL_MAPPED)),
        new("disconnect-refusal-for-pollfd-drops-map", Shows.State, [Keeps, Polled],
            "A disconnect of a segment that is mapped and polled removes the map before it looks at the count.",
            SpoilDisconnect.RefusalDropsMap((_, _, _) => true)),
        new("disconnect-refusal-is-final", Shows.State, [Keeps, Polled],
            "A link whose disconnect was refused once can never be broken: the mark that it is being broken stays.",
            Spoil.Anew(() =>
            {
                var refused = new Dictionary<int, RsmError>();
                return SpoilDisconnect.Refusal((facts, state, right) =>
                {
                    lock (refused)
                    {
                        if (right is { } now)
                        {
                            refused[facts.Process] = now;
                        }

                        return right ?? (!state.Others.Any() && refused.TryGetValue(facts.Process, out RsmError before) ? before : null);
                    }
                });
            })),
    ];

    private static bool Locked(object sync, Func<bool> ask)
    {
        lock (sync)
        {
            return ask();
        }
    }
}
