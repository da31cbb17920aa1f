namespace RsmConformance.Defects.Topics;

/// <summary>A refusal where the page promises success.</summary>
internal static class ConnectTooOften
{
    private const string Physical = "connect.effect.physical-connection";
    private const string Loopback = "loopback";
    private const string ByRead = "connect.permission.read";
    private const string ByWrite = "connect.permission.write";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Refused("loopback-to-own-node", [Physical, ByRead], "The loopback controller refuses the own node too.", (f, t, c) => c == ConnectCondition.LoopbackToOtherNode && t.Controller == Loopback),
        Refused("own-node-through-cable", [Physical, ByRead], "A controller of the interconnect does not reach the own node.", (f, t, c) => c == ConnectCondition.ControllerGone && t.Node == f.Node && t.Controller != Loopback),
        Refused("third-node", [Physical, "connect.effect.links-that-node"], "The table of nodes has room for two.", (f, t, c) => c == ConnectCondition.UnknownNode && t.Node > 2),
        Refused("second-controller", [Physical, ByRead], "Only the first controller counts as connected.", (f, t, c) => c == ConnectCondition.NotWired && t.Controller == "x1"),
        Refused("second-controller-segments", [Physical, ByRead], "What is exported through the second controller counts as exported elsewhere.", (f, t, c) => c == ConnectCondition.ExportedElsewhere && t.Controller == "x1"),
        Refused("node-that-listens-on-x1", [Physical], "The path through the second controller is always taken for down.", (f, t, c) => c == ConnectCondition.PathDown && t.Controller == "x1" && t.Node != f.Node),
        Refused("listed-writers", ["connect.permission.read-write", ByWrite, "connect.permission.node-entry", "connect.permission.owner-class"], "Who wants to write is never on the list.", (f, t, c) => c == ConnectCondition.NotPublishedToNode && t.Permission.Writes),
        Refused("local-importers", ["connect.permission.default-mode", ByRead], "A list never names the own node, and no list means the others.", (f, t, c) => c == ConnectCondition.NotPublishedToNode && t.Node == f.Node),
        Refused("local-readers", ["connect.permission.owner-class", "connect.permission.default-mode", ByRead], "Within a node a link must be for both.", (f, t, c) => c == ConnectCondition.ClassDenied && t.Node == f.Node && t.Permission != Permission.ReadWrite),
        Refused("high-ids", ["connect.effect.links-that-segment", "connect.effect.links-that-node"], "Ids above those of applications are taken for unpublished.", (f, t, c) => c == ConnectCondition.NotPublished && t.Segment > 0x7FFFFFFF),
        Refused("odd-ids", ["connect.effect.links-that-segment", "connect.effect.links-that-node"], "Ids with the lowest bit set are reserved for the other side.", (f, t, c) => c == ConnectCondition.NotPublished && (t.Segment & 1) != 0),
        new("refused-second-exporter-record", Shows.Code, ["connect.error.insufficient-resources", "connect.effect.distinct-handles"],
            "The exporter has room for one importer.",
            book => book with
            {
                Resource = new WrongResource(book.Behaviour)
                {
                    IsExhaustedInstead = (kind, used, _, right) => right || (kind == ResourceKind.ImporterRecords && used >= 1),
                },
            }),
        new("refused-ninth-segment", Shows.Code, ["connect.error.insufficient-resources", "connect.effect.distinct-handles"],
            "A node has room for eight segments.",
            book => book with
            {
                Resource = new WrongResource(book.Behaviour)
                {
                    IsExhaustedInstead = (kind, used, _, right) => right || (kind == ResourceKind.Segments && used >= 8),
                },
            }),
        new("refused-limit-off-by-one", Shows.Code, ["connect.error.insufficient-resources"],
            "The limit of segments is one too high.",
            book => book with
            {
                Resource = new WrongResource(book.Behaviour) { IsExhaustedInstead = (_, used, limit, _) => used > limit },
            }),
        new("refused-after-limit-lifted", Shows.State, ["connect.error.insufficient-resources", "connect.effect.failure-changes-nothing"],
            "A node that ran out of segments once says so for ever.",
            book =>
            {
                int exhausted = 0;
                return book with
                {
                    Resource = new WrongResource(book.Behaviour)
                    {
                        IsExhaustedInstead = (_, _, _, right) =>
                            (right && Interlocked.Exchange(ref exhausted, 1) >= 0) || Volatile.Read(ref exhausted) == 1,
                    },
                };
            }),
        Usable("cable-ignored", ["connect.error.remote-node-unreachable"], "Whether the cable works is not looked at.", (_, present, up) => present && up),
        Usable("node-ignored", ["connect.error.remote-node-unreachable"], "Whether the other node is up is not looked at.", (link, present, _) => link && present),
    ];

    private static Defect Usable(string name, string[] breaks, string sentence, Func<bool, bool, bool, bool> instead) => new(
        "path-" + name, Shows.Code, breaks, sentence, book => book with
        {
            Path = new WrongPath { IsUsableInstead = (link, present, up, _) => instead(link, present, up) },
        });

    private static Defect Refused(
        string name, string[] breaks, string sentence, Func<CallFacts, ConnectTarget, ConnectCondition, bool> refuses) => new(
        "refused-" + name, Shows.Code, breaks, sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour)
            {
                CountsInstead = (facts, target, condition, _, right) => right || refuses(facts, target, condition),
            },
        });
}
