namespace RsmConformance.Defects.Topics;

/// <summary>Which class an importer belongs to, by whose ids, and taken when.</summary>
internal static class PermissionIdentity
{
    private const string Exclusive = "connect.permission.exclusive-class";
    private const string Ids = "connect.permission.identity";
    private const string OfOwner = "connect.permission.owner-class";
    private const string OfGroup = "connect.permission.group-class";
    private const string OfOther = "connect.permission.other-class";
    private const string Supplementary = "connect.permission.supplementary-group";
    private const string Privileged = "connect.permission.privileged";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Owner("uid-in-one-byte", [OfOther, Exclusive, Ids], "User ids are compared in one byte.", (o, i, _) => (byte)o.Uid == (byte)i.Uid),
        Owner("uid-in-sixteen-bits", [OfOther, Exclusive, Ids], "User ids are compared in 16 bits.", (o, i, _) => (ushort)o.Uid == (ushort)i.Uid),
        Owner("uid-against-gid", [OfOwner, Exclusive], "The exporter's user id is compared with the importer's group id.", (o, i, _) => o.Uid == i.Gid),
        Owner("uid-order-owns", [OfGroup, OfOther, Exclusive], "A user with a higher id than the exporter's counts as its owner.", (o, i, _) => i.Uid >= o.Uid),
        Owner("root-owns", [Privileged, OfOther], "The privileged user is judged by the owner's digit.", (_, i, right) => right || i.Uid == 0),
        Member("gid-in-one-byte", [OfOther, Exclusive], "Group ids are compared in one byte.", (o, i, right) => right || (byte)o.Gid == (byte)i.Gid),
        Member("gid-in-sixteen-bits", [OfOther, Exclusive], "Group ids are compared in 16 bits.", (o, i, right) => right || (ushort)o.Gid == (ushort)i.Gid),
        Member("gid-against-uid", [OfGroup, Exclusive], "The exporter's group id is compared with the importer's user id.", (o, i, _) => o.Gid == i.Uid),
        Member("supplementary-groups-only", [OfGroup, Exclusive], "Only supplementary groups are searched, not the importer's own.", (o, i, _) => i.Groups.Contains(o.Gid)),
        Member("any-supplementary-group", [OfOther, Exclusive], "Whoever has supplementary groups counts as a member.", (_, i, right) => right || i.Groups.Count > 0),
        Member("root-is-member", [Privileged, OfOther], "The privileged user counts as a member of every group.", (_, i, right) => right || i.Uid == 0),
        Class("group-before-owner", [OfOwner, Exclusive], "The group is tried before the owner.", (o, i, right) => o.Gid == i.Gid ? AccessClass.Group : right),
        new("identity-supplementary-on-first-call-only", Shows.Identity, [Supplementary, Exclusive],
            "Supplementary groups are read by the first connect and forgotten afterwards.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour)
                {
                    IsMemberInstead = (facts, owner, importer, _) =>
                        owner.Gid == importer.Gid || (facts.Number == 1 && importer.Groups.Contains(owner.Gid)),
                },
            }),
        new("identity-falls-through-the-classes", Shows.Identity, [Exclusive, "connect.error.perm-denied"],
            "An importer whom its class denies is tried again in the classes that follow.",
            book => book with { Permission = new WrongPermission(book.Behaviour) { GrantsInstead = FallingThrough } }),
        new("identity-remote-is-other", Shows.Identity, [OfOwner, OfGroup, Ids],
            "Importers of other nodes are always judged as others.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour)
                {
                    GrantsInstead = (facts, target, mode, _, _, right) =>
                        target.Node == facts.Node ? right : (mode.Bits & (target.Permission.Bits >> 6)) == target.Permission.Bits >> 6,
                },
            }),
        new("identity-own-node-is-owner", Shows.Identity, [Ids, Exclusive],
            "Processes of the exporter's node are all treated as the owner.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour)
                {
                    GrantsInstead = (facts, target, mode, _, _, right) =>
                        target.Node != facts.Node ? right : (mode.Bits & target.Permission.Bits) == target.Permission.Bits,
                },
            }),
        new("identity-root-squashed", Shows.Identity, [Privileged],
            "A privileged importer is denied whatever the mode says.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour) { GrantsInstead = (_, _, _, _, importer, right) => right && importer.Uid != 0 },
            }),
        new("identity-root-of-exporter-lets-all", Shows.Identity, [Ids, "connect.error.perm-denied", Exclusive],
            "A segment that a privileged process exported is open to everybody.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour) { GrantsInstead = (_, _, _, owner, _, right) => right || owner.Uid == 0 },
            }),
    ];

    private static bool FallingThrough(
        CallFacts facts, ConnectTarget target, Permission mode, SegmentOwner owner, Identity importer, bool right)
    {
        uint asked = target.Permission.Bits >> 6;
        bool member = owner.Gid == importer.Gid || importer.Groups.Contains(owner.Gid);
        return right
            || (owner.Uid == importer.Uid && ((mode.Bits >> 6) & asked) == asked)
            || (member && ((mode.Bits >> 3) & asked) == asked)
            || (mode.Bits & asked) == asked;
    }

    private static Defect Owner(string name, string[] breaks, string sentence, Func<SegmentOwner, Identity, bool, bool> instead) => new(
        "identity-" + name, Shows.Identity, breaks, sentence, book => book with
        {
            Permission = new WrongPermission(book.Behaviour) { IsOwnerInstead = (_, owner, importer, right) => instead(owner, importer, right) },
        });

    private static Defect Member(string name, string[] breaks, string sentence, Func<SegmentOwner, Identity, bool, bool> instead) => new(
        "identity-" + name, Shows.Identity, breaks, sentence, book => book with
        {
            Permission = new WrongPermission(book.Behaviour) { IsMemberInstead = (_, owner, importer, right) => instead(owner, importer, right) },
        });

    private static Defect Class(
        string name, string[] breaks, string sentence, Func<SegmentOwner, Identity, AccessClass, AccessClass> instead) => new(
        "identity-" + name, Shows.Identity, breaks, sentence, book => book with
        {
            Permission = new WrongPermission(book.Behaviour) { ClassOfInstead = (_, owner, importer, right) => instead(owner, importer, right) },
        });
}
