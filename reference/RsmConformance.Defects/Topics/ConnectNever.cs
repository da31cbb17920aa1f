namespace RsmConformance.Defects.Topics;

/// <summary>A refusal that never comes, or not where it is due.</summary>
internal static class ConnectNever
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        Overlooked("unlisted-node", "connect.error.seg-not-published-to-node", "The access list is never searched for the importer's node.", (_, _, c) => c == ConnectCondition.NotPublishedToNode),
        Overlooked("unlisted-own-node", "connect.error.seg-not-published-to-node", "The exporting node itself is admitted whatever the list says.", (f, t, c) => c == ConnectCondition.NotPublishedToNode && t.Node == f.Node),
        Overlooked("unlisted-node-for-reading", "connect.error.seg-not-published-to-node", "The list is looked at only by those who want to write.", (_, t, c) => c == ConnectCondition.NotPublishedToNode && !t.Permission.Writes),
        Overlooked("unlisted-node-through-x1", "connect.error.seg-not-published-to-node", "The list is checked for the first controller only.", (_, t, c) => c == ConnectCondition.NotPublishedToNode && t.Controller == "x1"),
        Overlooked("third-node-unlisted", "connect.error.seg-not-published-to-node", "The list is held against one peer only, not against the others.", (f, _, c) => c == ConnectCondition.NotPublishedToNode && f.Node > 2, "connect.effect.survives-republish"),
        Overlooked("class-denial", "connect.error.perm-denied", "The user level of protection is missing.", (_, _, c) => c == ConnectCondition.ClassDenied, "connect.permission.exclusive-class"),
        Overlooked("class-denial-at-home", "connect.error.perm-denied", "Rights are checked for remote importers only.", (f, t, c) => c == ConnectCondition.ClassDenied && t.Node == f.Node, "connect.permission.identity"),
        Overlooked("class-denial-from-elsewhere", "connect.error.perm-denied", "Rights are checked for importers of the own node only.", (f, t, c) => c == ConnectCondition.ClassDenied && t.Node != f.Node, "connect.permission.exclusive-class"),
        Overlooked("class-denial-of-readers", "connect.error.perm-denied", "Only those who want to write are checked.", (_, t, c) => c == ConnectCondition.ClassDenied && !t.Permission.Writes, "connect.permission.exclusive-class"),
        Overlooked("class-denial-of-writers", "connect.error.perm-denied", "Only those who want to read are checked.", (_, t, c) => c == ConnectCondition.ClassDenied && !t.Permission.Reads, "connect.permission.exclusive-class"),
        Overlooked("class-denial-of-both", "connect.error.perm-denied", "A request for both is never compared, because it equals neither of the two modes.", (_, t, c) => c == ConnectCondition.ClassDenied && t.Permission == Permission.ReadWrite, "connect.permission.exclusive-class"),
        Overlooked("third-controller", "connect.effect.physical-connection", "Any controller of the exporting node will do, whichever the segment was exported through.", (_, _, c) => c == ConnectCondition.ExportedElsewhere),
        Overlooked("third-controller-for-reading", "connect.effect.physical-connection", "The cable is looked for only when something is to be written.", (_, t, c) => c == ConnectCondition.ExportedElsewhere && t.Permission == Permission.Read),
        Overlooked("third-controller-through-x1", "connect.effect.physical-connection", "The exporter's controller is compared only when the importer uses the first of its own.", (_, t, c) => c == ConnectCondition.ExportedElsewhere && t.Controller == "x1"),
        Overlooked("segment-limit", "connect.error.insufficient-resources", "The limit of segments is never enforced.", (_, _, c) => c == ConnectCondition.NoSegment),
        Overlooked("segment-limit-at-home", "connect.error.insufficient-resources", "Links within a node are not counted against its limit.", (f, t, c) => c == ConnectCondition.NoSegment && t.Node == f.Node),
        Overlooked("no-descriptor", "connect.error.insufficient-resources", "A link without a descriptor is taken for a good one.", (_, _, c) => c == ConnectCondition.NoDescriptor),
        Overlooked("no-descriptor-at-home", "connect.error.insufficient-resources", "The result of open is looked at only for links to other nodes.", (f, t, c) => c == ConnectCondition.NoDescriptor && t.Node == f.Node),
        new("never-more-than-one-limit-refusal", Shows.Code, ["connect.error.insufficient-resources"],
            "A limit is reported once; afterwards the library believes that it has been dealt with.",
            book =>
            {
                int refused = 0;
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        CountsInstead = (_, _, condition, holds, right) =>
                            right && (condition != ConnectCondition.NoDescriptor || Interlocked.Increment(ref refused) == 1),
                    },
                };
            }),
        new("never-not-published-but-lazy-success", Shows.Code, ["connect.error.seg-not-published"],
            "Connect succeeds without a segment and leaves it to the first access to notice.",
            Success(RsmError.RSMERR_SEG_NOT_PUBLISHED)),
        new("never-unreachable-but-lazy-success", Shows.Code, ["connect.error.remote-node-unreachable"],
            "Connect succeeds without a path and leaves it to the first access to notice.",
            Success(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE)),
        new("never-interrupted-but-success", Shows.Code, ["connect.error.interrupted", "connect.effect.creates-segment"],
            "An interrupted connect reports success.",
            Success(RsmError.RSMERR_INTERRUPTED)),
        new("never-absent-but-success", Shows.Code, ["connect.error.ctlr-not-present"],
            "A controller that is not there is waited for later, and connect succeeds.",
            Success(RsmError.RSMERR_CTLR_NOT_PRESENT)),
        new("never-bad-controller-but-success", Shows.Code, ["connect.error.bad-ctlr-hndl"],
            "A NULL controller is a silent no-op that returns 0.",
            Success(RsmError.RSMERR_BAD_CTLR_HNDL)),
        new("never-bad-address-but-success", Shows.Code, ["connect.error.bad-addr"],
            "Without a place for the handle connect does nothing and returns 0.",
            Success(RsmError.RSMERR_BAD_ADDR)),
        new("never-no-memory-but-success", Shows.Code, ["connect.error.insufficient-mem", "connect.effect.creates-segment"],
            "A connect that found no memory forgets to say so.",
            Success(RsmError.RSMERR_INSUFFICIENT_MEM)),
        new("never-denied-but-success", Shows.Code, ["connect.error.perm-denied", "connect.permission.exclusive-class"],
            "Denial makes no link and is reported as success.",
            Success(RsmError.RSMERR_PERM_DENIED)),
    ];

    private static Func<RuleBook, RuleBook> Success(RsmError wasDue) => book => book with
    {
        Connect = new WrongConnect(book.Behaviour)
        {
            ResultInstead = (_, _, code, _) => code == wasDue ? RsmError.RSM_SUCCESS : code,
        },
    };

    private static Defect Overlooked(
        string name, string breaks, string sentence, Func<CallFacts, ConnectTarget, ConnectCondition, bool> skips, params string[] more) => new(
        "never-" + name, Shows.Code, [breaks, .. more], sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour)
            {
                CountsInstead = (facts, target, condition, _, right) => right && !skips(facts, target, condition),
            },
        });
}
