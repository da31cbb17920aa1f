namespace RsmConformance.Defects.Topics;

/// <summary>Maps that are not removed, lie elsewhere, or give other rights.</summary>
internal static class MapDefects
{
    private const string Unmap = "support.import-unmap";
    private const string Map = "support.import-map";
    private const string Memory = "support.memory";
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Keeps = "disconnect.effect.failure-keeps-handle";
    private const string Segment = "connect.effect.links-that-segment";
    private const long Page = 4096;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("unmap-does-nothing", Shows.State, [Unmap, Mapped],
            "Unmap succeeds and leaves the map, so that the link can never be broken.",
            SpoilMap.Unmaps((_, _) => false)),
        new("unmap-works-once", Shows.State, [Unmap, Mapped],
            "The second unmap of a process does nothing.",
            SpoilMap.Unmaps((facts, right) => right && facts.Number == 1)),
        new("unmap-works-for-first-map-only", Shows.State, [Unmap, Mapped, "disconnect.resource.released"],
            "Every second unmap does nothing.",
            SpoilMap.Unmaps((facts, right) => right && facts.Number % 2 == 1)),
        new("map-refuses-what-was-mapped", Shows.State, [Map],
            "A process can map once in its life.",
            SpoilMap.RefuseRange((facts, _, _, _, right) => right ?? (facts.Number > 1 ? RsmError.RSMERR_BAD_LENGTH : null))),
        new("map-refuses-offsets", Shows.Code, [Map, Segment],
            "Only maps from the beginning of the segment are made.",
            SpoilMap.RefuseRange((_, offset, _, _, right) => right ?? (offset > 0 ? RsmError.RSMERR_BAD_OFFSET : null))),
        new("map-lies-at-the-beginning", Shows.Data, [Segment, Map],
            "A map at an offset shows the segment from its beginning.",
            SpoilMap.WindowStart((_, _, _) => 0)),
        new("map-lies-a-page-further", Shows.Data, [Segment, Map],
            "A map at an offset shows the page after it, for offsets are counted from 1.",
            SpoilMap.WindowStart((_, offset, right) => offset > 0 ? right - Page : Page)),
        new("map-of-link-for-writing-faults", Shows.State, ["connect.permission.write-rights", Memory],
            "Stores to a map made for writing only fault.",
            SpoilMap.AccessOf((_, permission, right) => permission == Permission.Write ? MemoryAccess.Read : right)),
        new("map-is-read-only", Shows.State, [Map, Memory, Segment, "connect.permission.read-write-rights"],
            "Stores to a map fault, whatever it was made for.",
            SpoilMap.AccessOf((_, _, right) => right & MemoryAccess.Read)),
        new("map-for-reading-can-be-written", Shows.State, [Map, Memory, "connect.permission.read-rights"],
            "Stores to a map made for reading reach the segment.",
            SpoilMap.AccessOf((_, _, _) => MemoryAccess.ReadWrite)),
        new("map-cannot-be-read", Shows.State, [Segment, Map, Memory, "connect.permission.read-write-rights"],
            "Loads from a map for reading and writing fault.",
            SpoilMap.AccessOf((_, permission, right) => permission == Permission.ReadWrite ? MemoryAccess.Write : right)),
        new("map-grants-more-than-the-link", Shows.State, ["connect.permission.read-rights", "connect.permission.write-rights"],
            "Map does not look at the mode of the link.",
            SpoilMap.RefusePermission((_, _, _, _) => null)),
        new("map-lets-readers-write", Shows.State, ["connect.permission.read-rights"],
            "A link for reading can be mapped for writing.",
            SpoilMap.RefusePermission((_, _, rights, right) => rights == Permission.Read ? null : right)),
        new("map-lets-writers-read", Shows.State, ["connect.permission.write-rights"],
            "A link for writing can be mapped for reading.",
            SpoilMap.RefusePermission((_, _, rights, right) => rights == Permission.Write ? null : right)),
        new("map-refusal-keeps-the-lock", Shows.Hang, ["connect.permission.read-rights", "connect.permission.write-rights", Map],
            "A map that is refused for its mode keeps the lock of the handle, and the disconnect waits for it.",
            SpoilMap.RefusalKeepsLock((_, code, right) => right || code == RsmError.RSMERR_BAD_PERMS)),
        new("map-refusal-after-loss-keeps-the-lock", Shows.Hang, ["disconnect.effect.after-forced", "connect.effect.forced-disconnect"],
            "A map that is refused because the link has ended keeps the lock, and the disconnect waits for it.",
            SpoilMap.RefusalKeepsLock((_, code, right) => right || code == RsmError.RSMERR_CONN_ABORTED)),
        new("map-refusal-drops-the-flag", Shows.State, [Keeps, Mapped],
            "Unmap is refused after a disconnect that was refused: the flag is gone and the map is not.",
            Spoil.Anew(() =>
            {
                return SpoilMap.IsMapped((facts, explicitly, _, _) => explicitly && facts.Function != ApiFunction.ImportUnmap);
            })),
    ];
}
