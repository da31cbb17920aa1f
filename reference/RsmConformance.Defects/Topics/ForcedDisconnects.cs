namespace RsmConformance.Defects.Topics;

/// <summary>Links that end from outside: nobody is told, too few are, too many are, or what they see is wrong.</summary>
internal static class ForcedDisconnects
{
    private const string Forced = "connect.effect.forced-disconnect";
    private const string After = "disconnect.effect.after-forced";
    private const string Lost = "disconnect.effect.after-node-loss";
    private const string Siblings = "connect.effect.siblings-untouched";
    private const string Listed = "disconnect.return.listed-errors";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("forced-nobody-is-told", Shows.State, [Forced],
            "The withdrawal of a segment is the exporter's own affair: its importers go on as if nothing had happened.",
            SpoilForcedDisconnect.Breaks((_, cause, right) => right && cause == AbortCause.PathLost)),
        new("forced-only-first-importer", Shows.State, [Forced],
            "Only the first importer of a node is broken off.",
            SpoilForcedDisconnect.Breaks((import, cause, right) => right && (import.Ordinal == 1 || cause == AbortCause.PathLost))),
        new("forced-all-but-first-importer", Shows.State, [Forced],
            "The first importer of a node is passed over.",
            SpoilForcedDisconnect.Breaks((import, cause, right) => right && (import.Ordinal > 1 || cause == AbortCause.PathLost))),
        new("forced-every-second-importer", Shows.State, [Forced],
            "The list of importers is shortened while it is walked, so that every second one is passed over.",
            SpoilForcedDisconnect.Breaks((import, cause, right) => right && (import.Ordinal % 2 == 1 || cause == AbortCause.PathLost))),
        new("forced-only-own-node", Shows.State, [Forced],
            "Only importers of the exporter's own node are broken off.",
            SpoilForcedDisconnect.Breaks((import, cause, right) =>
                right && (import.Node == import.Target.Node || cause == AbortCause.PathLost))),
        new("forced-only-other-nodes", Shows.State, [Forced],
            "Importers of the exporter's own node are not broken off, since no message is sent to the own node.",
            SpoilForcedDisconnect.Breaks((import, _, right) => right && import.Node != import.Target.Node)),
        new("forced-only-one-other-node", Shows.State, [Forced],
            "The withdrawal is told to the first of the importing nodes only.",
            Spoil.Anew(() =>
            {
                uint? told = null;
                return SpoilForcedDisconnect.Breaks((import, cause, right) =>
                {
                    told ??= import.Node;
                    return right && (import.Node == told || cause == AbortCause.PathLost);
                });
            })),
        new("forced-not-by-read-only-link", Shows.State, [Forced],
            "A link for reading is not broken off: nothing can be harmed through it.",
            SpoilForcedDisconnect.Breaks((import, _, right) => right && import.Target.Permission.Writes)),
        new("forced-not-by-write-only-link", Shows.State, [Forced],
            "A link for writing only is not broken off.",
            SpoilForcedDisconnect.Breaks((import, _, right) => right && import.Target.Permission.Reads)),
        new("forced-not-when-exporter-ends", Shows.State, [Forced],
            "The end of the exporting process withdraws its segments but breaks no link with them.",
            SpoilForcedDisconnect.Breaks((_, cause, right) => right && cause != AbortCause.ExporterEnded)),
        new("forced-not-when-unpublished", Shows.State, [Forced],
            "Only the end of the exporting process breaks links; unpublish and destroy do not.",
            SpoilForcedDisconnect.Breaks((_, cause, right) => right && cause != AbortCause.Unpublished)),
        new("forced-only-the-first-time", Shows.State, [Forced],
            "A segment that is withdrawn a second time breaks no link: that it was withdrawn is on record.",
            Spoil.Anew(() =>
            {
                int breaks = 0;
                return SpoilForcedDisconnect.Breaks((_, _, right) => right && Interlocked.Increment(ref breaks) == 1);
            })),
        new("forced-process-is-not-told", Shows.State, [Forced],
            "The node breaks the link and does not tell the process, whose puts and gets go nowhere and succeed.",
            SpoilForcedDisconnect.IsTold((_, _, _) => false)),
        new("forced-process-is-not-told-at-home", Shows.State, [Forced],
            "The process of the exporting node is not told that its link was broken.",
            SpoilForcedDisconnect.IsTold((import, _, right) => right && import.Node != import.Target.Node)),
        new("forced-process-is-told-once", Shows.State, [Forced],
            "Of several links of a process that end at once only the first learns of it.",
            SpoilForcedDisconnect.IsTold((import, _, right) => right && import.Ordinal == 1)),
        new("forced-process-is-told-of-unpublish-only", Shows.State, [Forced],
            "The process is told when the segment is unpublished, not when its exporter ends.",
            SpoilForcedDisconnect.IsTold((_, cause, right) => right && cause != AbortCause.ExporterEnded)),
        new("forced-map-stays-live", Shows.Data, [Forced],
            "A map outlives the link: loads and stores still reach the exporter's memory.",
            SpoilForcedDisconnect.CutsMaps((_, _, _) => false)),
        new("forced-map-stays-live-for-reading", Shows.Data, [Forced],
            "The map of a link for reading outlives it.",
            SpoilForcedDisconnect.CutsMaps((import, _, right) => right && import.Target.Permission.Writes)),
        new("forced-map-of-second-link-stays-live", Shows.Data, [Forced],
            "When several links of a node end, only the maps of the first are taken away.",
            SpoilForcedDisconnect.CutsMaps((import, _, right) => right && import.Ordinal == 1)),
        new("forced-breaks-links-with-all-segments-of-node", Shows.Frame, [Siblings, Forced],
            "The withdrawal of one segment breaks the links with every segment of that node.",
            SpoilForcedDisconnect.Spreads((broken, other, cause, _) =>
                cause != AbortCause.PathLost && broken.Target.Node == other.Target.Node)),
        new("forced-breaks-links-with-same-id-elsewhere", Shows.Frame, ["connect.effect.links-that-node", Siblings],
            "The withdrawal of an id breaks the links with segments of that id on other nodes.",
            SpoilForcedDisconnect.Spreads((broken, other, cause, _) =>
                cause != AbortCause.PathLost && broken.Target.Segment == other.Target.Segment && broken.Target.Node != other.Target.Node)),
        new("forced-breaks-all-links-of-process", Shows.Frame, [Siblings, Forced],
            "The withdrawal of a segment breaks every link of the processes that import it.",
            SpoilForcedDisconnect.Spreads((broken, other, cause, _) => cause != AbortCause.PathLost && broken.Process == other.Process)),
        new("forced-transfer-does-not-check", Shows.State, [Forced],
            "Put and get in implicit mode do not look whether the link still stands.",
            SpoilTransfer.AfterData((_, _, _, _) => RsmError.RSM_SUCCESS)),
        new("forced-put-does-not-check", Shows.State, [Forced],
            "A put does not look whether the link still stands; a get does.",
            SpoilTransfer.AfterData((facts, _, _, right) =>
                facts.Function is ApiFunction.ImportPut or ApiFunction.ImportPutUnits ? RsmError.RSM_SUCCESS : right)),
        new("forced-get-does-not-check", Shows.State, [Forced],
            "A get does not look whether the link still stands; a put does.",
            SpoilTransfer.AfterData((facts, _, _, right) =>
                facts.Function is ApiFunction.ImportGet or ApiFunction.ImportGetUnits ? RsmError.RSM_SUCCESS : right)),
        new("forced-units-do-not-check", Shows.State, [Forced],
            "The puts and gets of single units do not look whether the link still stands.",
            SpoilTransfer.AfterData((facts, _, _, right) =>
                facts.Function is ApiFunction.ImportGetUnits or ApiFunction.ImportPutUnits ? RsmError.RSM_SUCCESS : right)),
        new("forced-transfer-says-barrier-failure", Shows.Code, [Forced],
            "A put or get through a link that ended reports a failed barrier.",
            SpoilTransfer.AfterData((_, mode, broken, right) =>
                broken && mode == BarrierMode.Implicit ? RsmError.RSMERR_BARRIER_FAILURE : right)),
        new("forced-transfer-says-not-published", Shows.Code, [Forced],
            "A put or get through a link that ended reports that the segment is not published.",
            SpoilTransfer.AfterData((_, mode, broken, right) =>
                broken && mode == BarrierMode.Implicit ? RsmError.RSMERR_SEG_NOT_PUBLISHED : right)),
        new("forced-map-is-granted", Shows.State, [Forced],
            "A link that ended can be mapped.",
            SpoilMap.RefusesBroken((_, _) => false)),
        new("forced-barrier-does-not-check", Shows.State, ["support.barrier", Forced],
            "A barrier that is closed after the link ended reports nothing.",
            SpoilBarrier.AtBarrier((_, _, broken, right) => broken ? RsmError.RSM_SUCCESS : right)),
        new("forced-disconnect-is-aborted", Shows.Code, [After, Lost],
            "Disconnect of a link that ended reports an aborted connection and does nothing.",
            SpoilDisconnect.Refusal((_, state, right) => right ?? (state.Broken ? RsmError.RSMERR_CONN_ABORTED : null))),
        new("forced-disconnect-is-bad-handle", Shows.Code, [After],
            "The handle of a link that the exporter ended is freed by the notice, and disconnect does not know it.",
            SpoilDisconnect.Refusal((_, state, right) =>
                right ?? (state.Cause == AbortCause.Unpublished ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("forced-disconnect-is-not-published", Shows.Code, [After, Listed],
            "Disconnect of a link whose segment was withdrawn does what it must and reports that nothing is published.",
            SpoilDisconnect.Result((_, state, _, right) =>
                state?.Cause == AbortCause.Unpublished && right == RsmError.RSM_SUCCESS ? RsmError.RSMERR_SEG_NOT_PUBLISHED : right)),
        new("forced-disconnect-after-exporter-end-is-refused", Shows.Code, [After],
            "A link whose exporter has ended cannot be disconnected, since there is nobody to say farewell to.",
            SpoilDisconnect.Refusal((_, state, right) =>
                right ?? (state.Cause == AbortCause.ExporterEnded ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("forced-disconnect-at-home-is-refused", Shows.Code, [After],
            "A link on the own node that ended cannot be disconnected.",
            SpoilDisconnect.Refusal((facts, state, right) =>
                right ?? (state.Broken && state.Own.Target.Node == facts.Node ? RsmError.RSMERR_BAD_SEG_HNDL : null))),
        new("forced-disconnect-of-used-link-is-refused", Shows.Code, [After],
            "A link that was used by put or get before it ended cannot be disconnected.",
            SpoilDisconnect.Refusal((_, state, right) =>
                right ?? (state is { Broken: true, ImplicitlyMapped: true } ? RsmError.RSMERR_SEG_STILL_MAPPED : null))),
        new("forced-disconnect-crashes", Shows.Crash, [After],
            "Disconnect follows the pointer to a connection that the notice has freed.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Cause == AbortCause.Unpublished ? Passage.Crashes : right)),
        new("forced-disconnect-crashes-after-exporter-end", Shows.Crash, [After],
            "Disconnect crashes when the exporter has ended.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Cause == AbortCause.ExporterEnded ? Passage.Crashes : right)),
        new("forced-disconnect-hangs", Shows.Hang, [After],
            "Disconnect waits for the answer of an exporter that has withdrawn the segment and does not answer.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Cause == AbortCause.Unpublished ? Passage.Hangs : right)),
        new("forced-disconnect-hangs-after-exporter-end", Shows.Hang, [After],
            "Disconnect waits for the answer of an exporter that has ended.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Cause == AbortCause.ExporterEnded ? Passage.Hangs : right)),
    ];
}
