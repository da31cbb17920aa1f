namespace RsmConformance.Defects.Topics;

/// <summary>The exporter cannot do what it may, and links that ended stand again.</summary>
internal static class PublicationRefusals
{
    private const string Forced = "connect.effect.forced-disconnect";
    private const string Unpublish = "support.export-unpublish";
    private const string NotPublished = "connect.error.seg-not-published";
    private const string Exit = "connect.resource.exit-cleans-up";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("unpublish-is-refused-while-imported", Shows.Code, [Unpublish, Forced],
            "Unpublish waits for nobody and breaks nothing off: it is refused as long as there are importers.",
            Imported(ApiFunction.ExportUnpublish)),
        new("destroy-is-refused-while-imported", Shows.Code, ["support.export-destroy", Forced],
            "Destroy is refused as long as there are importers.",
            Imported(ApiFunction.ExportDestroy)),
        new("republish-is-refused-while-imported", Shows.Code, ["support.export-republish", "connect.effect.survives-republish"],
            "A new list is refused as long as there are importers.",
            Imported(ApiFunction.ExportRepublish)),
        new("rebind-is-refused-while-imported", Shows.Code, ["support.export-rebind"],
            "A rebind is refused as long as there are importers.",
            Imported(ApiFunction.ExportRebind)),
        new("unpublish-is-refused-while-two-import", Shows.Code, [Unpublish, Forced],
            "Unpublish breaks off one importer and is refused when there are more.",
            SpoilPublication.RefuseImported((facts, importers, right) =>
                facts.Function == ApiFunction.ExportUnpublish && importers > 1 ? RsmError.RSMERR_INTERRUPTED : right)),
        new("create-works-once", Shows.Code, ["support.export-create"],
            "A process can export one segment.",
            SpoilPublication.RefuseCreate((facts, right) => facts.Number > 1 ? RsmError.RSMERR_INSUFFICIENT_RESOURCES : right)),
        new("link-revives-with-its-segment", Shows.State, [Forced],
            "A link that ended works again when the segment is published again, for links are found by id.",
            SpoilPublication.Revives((_, sameSegment, _) => sameSegment)),
        new("link-passes-to-another-segment", Shows.State, [Forced, "disconnect.effect.siblings-untouched"],
            "A link that ended leads to the segment that is published under the id next.",
            SpoilPublication.Revives((_, sameSegment, _) => !sameSegment)),
        new("exporter-exit-leaves-its-segments", Shows.State, [NotPublished, Exit, Forced, "support.process"],
            "The segments of a process that exits stay published: only an explicit destroy ends them.",
            Ends(ReleasePath.ProcessExit)),
        new("exporter-kill-leaves-its-segments", Shows.State, [NotPublished, Exit, Forced, "support.process"],
            "The segments of a process that is killed stay published: only a handler at exit withdraws them.",
            Ends(ReleasePath.ProcessKill)),
        new("race-withdrawn-segment-is-recorded", Shows.Race, [Forced],
            "The exporter does not look again whether the segment is still published before it records the importer.",
            SpoilPublication.IsFound((_, _, _, _) => true)),
        new("topology-can-be-asked-once", Shows.Code, ["support.topology"],
            "The second picture of the topology is refused, since the first was not forgotten when it was freed.",
            SpoilController.RefuseTopology((facts, right) => facts.Number > 1 ? RsmError.RSMERR_INSUFFICIENT_MEM : right)),
    ];

    private static Func<RuleBook, RuleBook> Imported(ApiFunction function) => SpoilPublication.RefuseImported((facts, importers, right) =>
        facts.Function == function && importers > 0 ? RsmError.RSMERR_INTERRUPTED : right);

    private static Func<RuleBook, RuleBook> Ends(ReleasePath how) => SpoilLifetime.Releases((_, possession, path, right) =>
        right && !(possession == Possession.Publication && path == how));
}
