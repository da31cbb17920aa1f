namespace RsmConformance.Defects.Topics;

/// <summary>What a link may be used for once it stands.</summary>
internal static class ConnectRights
{
    private const string Read = "connect.permission.read-rights";
    private const string Write = "connect.permission.write-rights";
    private const string Both = "connect.permission.read-write-rights";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Rights("of-the-mode", [Read, Write], "A map is judged by what the exporter grants, not by what the connect asked for.", (_, mode, c) => Class(mode, c)),
        Rights("of-the-owner-digit", [Both, Read], "A map is judged by the owner's digit, whatever class the importer is of.", (asked, mode, _) => new(asked.Bits & mode.Bits)),
        Rights("of-others-digit", [Both, Read, Write], "A map is judged by the digit for others, whatever class the importer is of.", (asked, mode, _) => new(asked.Bits & (mode.Bits << 6))),
        Rights("always-read", [Write, Both], "Every link may be mapped for reading and none for writing.", (_, _, _) => Permission.Read),
        Rights("exchanged", [Read, Write], "The bits of the mode are exchanged when the link is made.", (asked, _, _) => asked == Permission.Read ? Permission.Write : asked == Permission.Write ? Permission.Read : asked),
        Rights("write-includes-read", [Write], "A link for writing may be mapped for reading.", (asked, _, _) => asked.Writes ? Permission.ReadWrite : asked),
        Rights("read-includes-write", [Read], "A link for reading may be mapped for writing.", (asked, _, _) => asked.Reads ? Permission.ReadWrite : asked),
        Rights("none", [Read, Write, Both, "support.import-map"], "The rights of a link are never set, so that nothing can be mapped.", (_, _, _) => Permission.None),
        Map("beyond-the-link", [Read, Write], "The permission of a map is not compared with that of the link.", (_, _, _) => null),
        Map("read-write-of-read-link", [Read], "A map for both passes when the link has one of the two.", (asked, rights, right) => asked == Permission.ReadWrite && rights != Permission.None ? null : right),
        Map("must-be-equal", [Both], "The permission of a map must be exactly that of the link.", (asked, rights, right) => asked == rights ? right : RsmError.RSMERR_BAD_PERMS),
        Map("denied-instead-of-bad", [Read, Write], "A map beyond the link is refused with the error of connect.", (_, _, right) => right is null ? null : RsmError.RSMERR_PERM_DENIED),
        Map("write-only-refused", [Write], "A map for writing alone is refused because the hardware cannot have one.", (asked, _, right) => asked == Permission.Write ? RsmError.RSMERR_BAD_PERMS : right),
        Access("read-map-stores", [Read, Both], "The pages of a map for reading can be written.", (asked, right) => asked == Permission.Read ? MemoryAccess.Read | MemoryAccess.Write : right),
        Access("read-map-cannot-load", [Read, "connect.effect.links-that-segment"], "The pages of a map for reading cannot be read.", (asked, right) => asked == Permission.Read ? MemoryAccess.None : right),
        Access("write-map-cannot-store", [Write], "The pages of a map for writing cannot be written.", (asked, right) => asked == Permission.Write ? MemoryAccess.Read : right),
        Access("both-map-reads-only", [Both, "connect.effect.links-that-segment"], "The pages of a map for both can only be read.", (asked, right) => asked == Permission.ReadWrite ? MemoryAccess.Read : right),
        Transfer("put-through-read-link", [Read], "A put does not look at the mode of the link.", (_, isPut, _, right) => isPut ? null : right),
        Transfer("get-through-write-link", [Write], "A get does not look at the mode of the link.", (_, isPut, _, right) => isPut ? right : null),
        Transfer("put-through-read-link-when-mapped", [Read], "Once the segment is mapped, a put does not look at the mode of the link.", (_, isPut, mapped, right) => isPut && mapped ? null : right),
        Transfer("get-through-write-link-when-mapped", [Write], "Once the segment is mapped, a get does not look at the mode of the link.", (_, isPut, mapped, right) => !isPut && mapped ? null : right),
        Transfer("put-refused-with-wrong-code", [Read], "A put that the link does not allow is refused with the error for a handle.", (_, isPut, _, right) => isPut && right is not null ? RsmError.RSMERR_BAD_SEG_HNDL : right),
        Transfer("get-refused-with-wrong-code", [Write], "A get that the link does not allow is refused with the error for a broken link.", (_, isPut, _, right) => !isPut && right is not null ? RsmError.RSMERR_CONN_ABORTED : right),
        Transfer("needs-both", [Read, Write], "Put and get map for both and fail on a link that has one right only.", (connected, _, mapped, right) => !mapped && connected != Permission.ReadWrite ? RsmError.RSMERR_BAD_PERMS : right),
        Transfer("put-needs-read", [Write], "A put through a link for writing alone is refused.", (connected, isPut, _, right) => isPut && !connected.Reads ? RsmError.RSMERR_PERM_DENIED : right),
        Transfer("get-needs-write", [Read], "A get through a link for reading alone is refused.", (connected, isPut, _, right) => !isPut && !connected.Writes ? RsmError.RSMERR_PERM_DENIED : right),
        Transfer("put-refused-by-link-for-both", [Both], "A link for both is treated as one for reading.", (connected, isPut, _, right) => isPut && connected == Permission.ReadWrite ? RsmError.RSMERR_PERM_DENIED : right),
        new("rights-initial-mode-explicit", Shows.State, ["connect.effect.forced-disconnect", "support.barrier"],
            "A new link is in explicit barrier mode.",
            book => book with
            {
                Barrier = new WrongBarrier(book.Behaviour) { InitialModeInstead = (_, _) => BarrierMode.Explicit },
            }),
        new("rights-initial-mode-explicit-after-first", Shows.State, ["connect.effect.forced-disconnect", "support.barrier"],
            "Only the first link of a process is in implicit barrier mode.",
            book => book with
            {
                Barrier = new WrongBarrier(book.Behaviour)
                {
                    InitialModeInstead = (facts, right) => facts.Number == 1 ? right : BarrierMode.Explicit,
                },
            }),
    ];

    private static Permission Class(Permission mode, AccessClass of) =>
        new((mode.Bits << (of switch { AccessClass.Owner => 0, AccessClass.Group => 3, _ => 6 })) & Permission.ReadWrite.Bits);

    private static Defect Rights(string name, string[] breaks, string sentence, Func<Permission, Permission, AccessClass, Permission> instead) => new(
        "rights-" + name, Shows.State, breaks, sentence, book => book with
        {
            Permission = new WrongPermission(book.Behaviour)
            {
                MapRightsInstead = (_, target, mode, owner, importer, _) => instead(
                    target.Permission,
                    mode,
                    owner.Uid == importer.Uid ? AccessClass.Owner : owner.Gid == importer.Gid ? AccessClass.Group : AccessClass.Other),
            },
        });

    private static Defect Map(string name, string[] breaks, string sentence, Func<Permission, Permission, RsmError?, RsmError?> instead) => new(
        "rights-map-" + name, Shows.Code, breaks, sentence, book => book with
        {
            Map = new WrongMap(book.Behaviour) { RefusePermissionInstead = (_, asked, rights, right) => instead(asked, rights, right) },
        });

    private static Defect Access(string name, string[] breaks, string sentence, Func<Permission, MemoryAccess, MemoryAccess> instead) => new(
        "rights-" + name, Shows.Data, breaks, sentence, book => book with
        {
            Map = new WrongMap(book.Behaviour) { AccessOfInstead = (_, asked, right) => instead(asked, right) },
        });

    private static Defect Transfer(string name, string[] breaks, string sentence, Func<Permission, bool, bool, RsmError?, RsmError?> instead) => new(
        "rights-" + name, Shows.Code, breaks, sentence, book => book with
        {
            Transfer = new WrongTransfer(book.Behaviour)
            {
                RefusePermissionInstead = (_, connected, isPut, isMapped, right) => instead(connected, isPut, isMapped, right),
            },
        });
}
