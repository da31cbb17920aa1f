namespace RsmConformance.Defects.Topics;

/// <summary>Something is not given back at one end.</summary>
internal static class LifetimeLeaks
{
    private const string Released = "disconnect.resource.released";
    private const string Failure = "connect.resource.failure-no-growth";
    private const string Exit = "connect.resource.exit-cleans-up";
    private const string Unchanged = "connect.effect.failure-changes-nothing";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Leak("leak-heap-at-disconnect", Possession.Heap, ReleasePath.Disconnect, Released,
            "Disconnect forgets to free the memory of the handle."),
        Leak("leak-descriptor-at-disconnect", Possession.Descriptor, ReleasePath.Disconnect, Released,
            "Disconnect forgets to close the descriptor."),
        Leak("leak-implicit-map-at-disconnect", Possession.Mapping, ReleasePath.Disconnect, Released,
            "Disconnect forgets the map that put or get made for itself."),
        Leak("leak-importer-record-at-disconnect", Possession.ImporterRecord, ReleasePath.Disconnect, Released,
            "The exporter keeps its record of an importer that has disconnected."),
        Leak("leak-import-record-at-disconnect", Possession.ImportRecord, ReleasePath.Disconnect, Released,
            "The node keeps its own record of a link that was disconnected.")
            with
            {
                Excuse = "What the importing node keeps for itself is memory of the system: no call of the API and nothing that a "
                    + "process can measure counts it before the node has none left, which takes as many links as the node may have.",
            },
        EverySecond("leak-heap-at-every-second-disconnect", Possession.Heap,
            "Every second disconnect forgets to free the memory of the handle."),
        EverySecond("leak-descriptor-at-every-second-disconnect", Possession.Descriptor,
            "Every second disconnect forgets to close the descriptor."),
        EverySecond("leak-implicit-map-at-every-second-disconnect", Possession.Mapping,
            "Every second disconnect forgets the map that put or get made for itself."),
        EverySecond("leak-importer-record-at-every-second-disconnect", Possession.ImporterRecord,
            "The exporter keeps its record of every second importer."),
        new("leak-descriptor-at-every-seventeenth-disconnect", Shows.Leak, [Released],
            "Every seventeenth disconnect forgets to close the descriptor.",
            Except((facts, possession, path) =>
                possession == Possession.Descriptor && path == ReleasePath.Disconnect && facts!.Number % 17 == 0)),
        new("leak-heap-after-tenth-disconnect", Shows.Leak, [Released],
            "From the tenth disconnect on the memory of the handle goes to a cache that is never emptied.",
            Except((facts, possession, path) =>
                possession == Possession.Heap && path == ReleasePath.Disconnect && facts!.Number > 10)),
        new("leak-heap-of-disconnects-that-overlap", Shows.Leak, [Released, "disconnect.threading.mt-safe"],
            "Of disconnects that overlap one forgets to free its memory.",
            Except((facts, possession, path) =>
                possession == Possession.Heap && path == ReleasePath.Disconnect && facts!.InFlight > 1)),
        Leak("leak-map-at-unmap", Possession.Mapping, ReleasePath.Unmap, Released,
            "Unmap marks the segment as not mapped and leaves the map.", "support.import-unmap"),
        new("leak-map-at-every-second-unmap", Shows.Leak, [Released, "support.import-unmap"],
            "Every second unmap leaves the map.",
            Except((facts, possession, path) => possession == Possession.Mapping && path == ReleasePath.Unmap && facts!.Number % 2 == 0)),
        Leak("leak-barrier-at-its-end", Possession.Barrier, ReleasePath.DestroyBarrier, "support.barrier",
            "The memory of a barrier that is destroyed is not freed.", Released),
        Leak("leak-heap-at-bad-permission", Possession.Heap, ReleasePath.BadPermission, Failure,
            "A connect that is refused for its mode forgets to free the memory of the handle."),
        Leak("leak-heap-at-refusal", Possession.Heap, ReleasePath.Refused, Failure,
            "A connect that a node refuses forgets to free the memory of the handle."),
        Leak("leak-descriptor-at-refusal", Possession.Descriptor, ReleasePath.Refused, Failure,
            "A connect that a node refuses forgets to close the descriptor."),
        Leak("leak-importer-record-at-refusal", Possession.ImporterRecord, ReleasePath.Refused, Failure,
            "A connect that fails after the exporter has admitted it leaves the record of the importer.", Unchanged),
        new("leak-heap-at-every-second-refusal", Shows.Leak, [Failure],
            "Every second connect that a node refuses forgets to free the memory of the handle.",
            Except((facts, possession, path) => possession == Possession.Heap && path == ReleasePath.Refused && facts!.Number % 2 == 0)),
        new("leak-heap-at-every-third-refusal", Shows.Leak, [Failure],
            "Every third connect that a node refuses forgets to free the memory of the handle.",
            Except((facts, possession, path) => possession == Possession.Heap && path == ReleasePath.Refused && facts!.Number % 3 == 0)),
        Leak("leak-heap-at-interruption", Possession.Heap, ReleasePath.Interrupted, Failure,
            "A connect that is interrupted forgets to free the memory of the handle."),
        Leak("leak-descriptor-at-interruption", Possession.Descriptor, ReleasePath.Interrupted, Failure,
            "A connect that is interrupted forgets to close the descriptor."),
        Leak("leak-importer-record-at-interruption", Possession.ImporterRecord, ReleasePath.Interrupted, Failure,
            "A connect that is interrupted after the exporter has admitted it leaves the record of the importer.",
            "connect.error.interrupted"),
        Leak("leak-heap-when-overtaken", Possession.Heap, ReleasePath.Overtaken, Failure,
            "A connect that a withdrawal overtakes forgets to free the memory of the handle."),
        Leak("leak-descriptor-when-overtaken", Possession.Descriptor, ReleasePath.Overtaken, Failure,
            "A connect that a withdrawal overtakes forgets to close the descriptor."),
        Leak("leak-importer-record-when-exporter-path-is-lost", Possession.ImporterRecord, ReleasePath.ForcedDisconnect,
            "disconnect.effect.breaks-link",
            "The exporter keeps its records of importers that it cannot reach any more.", Released),
        Leak("leak-importer-record-at-exit", Possession.ImporterRecord, ReleasePath.ProcessExit, Exit,
            "The links of a process that exits are not said farewell to: nothing is registered to run at exit."),
        Leak("leak-importer-record-at-kill", Possession.ImporterRecord, ReleasePath.ProcessKill, Exit,
            "The links of a process that is killed stay at the exporter: only a handler at exit cleans up."),
        Leak("leak-importer-record-when-caller-dies-in-connect", Possession.ImporterRecord, ReleasePath.CallerEnded, Exit,
            "A process that ends in the middle of a connect leaves its record at the exporter."),
    ];

    private static Func<RuleBook, RuleBook> Except(Func<CallFacts?, Possession, ReleasePath, bool> leaks) =>
        SpoilLifetime.Releases((facts, possession, path, right) => right && !leaks(facts, possession, path));

    private static Defect Leak(string id, Possession what, ReleasePath where, string primary, string sentence, params string[] more) =>
        new(id, Shows.Leak, [primary, .. more], sentence, Except((_, possession, path) => possession == what && path == where));

    private static Defect EverySecond(string id, Possession what, string sentence) =>
        new(id, Shows.Leak, [Released], sentence, Except((facts, possession, path) =>
            possession == what && path == ReleasePath.Disconnect && facts!.Number % 2 == 0));
}
