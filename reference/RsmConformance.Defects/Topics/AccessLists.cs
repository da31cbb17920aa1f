namespace RsmConformance.Defects.Topics;

/// <summary>Which entry of an access list counts, and what it is worth.</summary>
internal static class AccessLists
{
    private const string Entry = "connect.permission.node-entry";
    private const string Absent = "connect.error.seg-not-published-to-node";
    private const string Default = "connect.permission.default-mode";
    private const string Exclusive = "connect.permission.exclusive-class";
    private const uint EveryRight = 0x1B6;
    private const uint OwnerOnly = 0x180;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Mode("last-entry-wins", [Entry], "Of several entries for a node the last one counts.", (l, m, n) => l?.LastOrDefault(e => e.Node == n)?.Mode),
        Mode("entries-added-up", [Entry], "The modes of all entries for a node are added up.", (l, m, n) => Join(l, n, (one, other) => one | other)),
        Mode("entries-in-common", [Entry], "Only what all entries for a node grant is granted.", (l, m, n) => Join(l, n, (one, other) => one & other)),
        Mode("most-generous-entry", [Entry], "Of several entries for a node the one with the largest number counts.", (l, m, n) => l?.Where(e => e.Node == n).MaxBy(e => e.Mode.Bits)?.Mode),
        Mode("empty-entries-skipped", [Entry], "An entry without rights is skipped and the next one for the node counts.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n && e.Mode.Bits != 0)?.Mode ?? l?.FirstOrDefault(e => e.Node == n)?.Mode),
        Mode("whole-list-added-up", [Entry], "What any node of the list may do every listed node may do.", (l, m, n) => l is not null && l.Any(e => e.Node == n) ? Join(l, null, (one, other) => one | other) : null),
        Mode("list-ignored", [Absent, Entry], "The list is stored and never looked at again.", (_, m, _) => m),
        Mode("list-grants-everything", [Entry, "connect.error.perm-denied", Exclusive], "A node that is listed gets every right.", (l, m, n) => l is null ? m : l.Any(e => e.Node == n) ? new(EveryRight) : Unlisted),
        Mode("first-entry-only", [Entry], "Only the first entry is looked at.", (l, m, n) => l is null ? m : l[0].Node == n ? l[0].Mode : Unlisted),
        Mode("first-entry-for-all", [Absent, Entry], "The first entry holds for every node.", (l, m, _) => l is null ? m : l[0].Mode),
        Mode("own-position-as-node", [Entry, Absent], "The node id is used as an index into the list.", (l, m, n) => l is null ? m : n <= l.Count ? l[(int)n - 1].Mode : Unlisted),
        Mode("search-stops-at-larger-node", [Entry], "The list is searched as if it were sorted by node.", (l, m, n) => l?.TakeWhile(e => e.Node <= n).FirstOrDefault(e => e.Node == n)?.Mode),
        Mode("eight-entries", [Entry], "Only eight entries fit into the message that carries the list.", (l, m, n) => l?.Take(8).FirstOrDefault(e => e.Node == n)?.Mode),
        Mode("sixteen-entries", [Entry], "Only the first 16 entries are kept.", (l, m, n) => l?.Take(16).FirstOrDefault(e => e.Node == n)?.Mode),
        Mode("sixty-three-entries", [Entry], "A list of 64 entries loses its last one.", (l, m, n) => l?.Take(63).FirstOrDefault(e => e.Node == n)?.Mode),
        Mode("last-entry-lost", [Entry, "connect.permission.read", "connect.permission.write", "connect.permission.read-write"], "The last entry of every list is lost.", (l, m, n) => l?.Take(l.Count - 1).FirstOrDefault(e => e.Node == n)?.Mode),
        Mode("absent-node-gets-default", [Absent], "A node that is not listed gets the default mode.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode ?? m),
        Mode("absent-node-gets-nothing", [Absent], "A node that is not listed counts as listed with mode 0.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode ?? Permission.None),
        Mode("absent-node-gets-last-entry", [Absent], "A search that finds nothing ends at the last entry and uses it.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode ?? l?[^1].Mode),
        Mode("mode-zero-is-everything", [Entry, "connect.error.perm-denied"], "Mode 0 of an entry stands for the usual rights.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? mode.Bits == 0 ? new(EveryRight) : mode : Unlisted),
        Mode("mode-zero-is-default", [Entry, "connect.error.perm-denied"], "Mode 0 of an entry stands for the default mode.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? mode.Bits == 0 ? m : mode : Unlisted),
        Mode("list-or-default", [Entry], "What the default mode grants is granted on top of the list.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? new(mode.Bits | m.Bits) : null),
        Mode("entry-keeps-owner-digit-only", ["connect.permission.group-class", "connect.permission.other-class"], "The list that the driver gets holds the owner's digit alone.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? new(mode.Bits & OwnerOnly) : null),
        Mode("entry-copies-owner-digit", [Exclusive], "The driver knows one digit, so the owner's is copied to the others.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? Copied(mode) : Unlisted),
        Mode("entry-loses-write-of-others", ["connect.permission.group-class", "connect.permission.other-class"], "Entries are cut down to 0644.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? new(mode.Bits & 0x1A4) : null),
        Mode("execute-bits-of-entry-count-as-read", [Entry, "connect.error.perm-denied"], "The execute bits of an entry are taken for read bits.", (l, m, n) => l?.FirstOrDefault(e => e.Node == n)?.Mode is { } mode ? new(mode.Bits | ((mode.Bits & 0x49) << 2)) : null),
        Any("no-list-admits-nobody", [Default], "Without a list nobody is admitted.", (f, l, m, n, r) => l is null ? null : r),
        Any("no-list-admits-own-node-only", [Default], "Without a list only node 2, where the exporter sits, is admitted.", (f, l, m, n, r) => l is null && n != 2 ? null : r),
        Any("no-list-keeps-own-node-out", [Default, "connect.permission.read", "connect.permission.write", "connect.permission.read-write"], "Without a list every node but the exporting one is admitted.", (f, l, m, n, r) => l is null && n == 2 ? null : r),
        Any("no-list-keeps-third-node-out", [Default], "Without a list only the first two nodes are admitted.", (f, l, m, n, r) => l is null && n > 2 ? null : r),
        Any("node-in-one-byte", [Absent], "Node ids of a list are compared in one byte.", (f, l, m, n, r) => l is null ? r : Masked(l.FirstOrDefault(e => (byte)e.Node == (byte)n)?.Mode)),
        Any("node-in-six-bits", [Absent], "A list is kept as a set of 64 bits, so that higher node ids wrap around.", (f, l, m, n, r) => l is null ? r : Masked(l.FirstOrDefault(e => e.Node % 64 == n % 64)?.Mode)),
    ];

    private static Permission? Unlisted => default;

    private static Permission? Masked(Permission? mode) => mode is { } found ? new Permission(found.Bits & EveryRight) : Unlisted;

    private static Permission Copied(Permission mode)
    {
        uint digit = (mode.Bits >> 6) & 6;
        return new Permission((digit << 6) | (digit << 3) | digit);
    }

    private static Permission? Join(IReadOnlyList<ListEntry>? list, uint? node, Func<uint, uint, uint> join)
    {
        uint[] modes = [.. (list ?? []).Where(e => node is null || e.Node == node).Select(e => e.Mode.Bits)];
        return modes.Length == 0 ? Unlisted : new Permission(modes.Aggregate(join));
    }

    // What such a library makes of a list; without one it is right.
    private static Defect Mode(
        string name, string[] breaks, string sentence, Func<IReadOnlyList<ListEntry>?, Permission, uint, Permission?> instead) =>
        Any(name, breaks, sentence, (_, list, usual, node, right) => list is null ? right : Masked(instead(list, usual, node)));

    private static Defect Any(
        string name,
        string[] breaks,
        string sentence,
        Func<CallFacts, IReadOnlyList<ListEntry>?, Permission, uint, Permission?, Permission?> instead) => new(
        "access-" + name, Shows.Identity, breaks, sentence, book => book with
        {
            Publication = new WrongPublication(book.Behaviour) { ModeOfInstead = instead },
        });
}
