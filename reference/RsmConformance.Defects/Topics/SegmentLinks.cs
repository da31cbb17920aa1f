using System.Buffers.Binary;

namespace RsmConformance.Defects.Topics;

/// <summary>Links with the wrong segment, on the wrong node, or through the wrong controller.</summary>
internal static class SegmentLinks
{
    private const string ThatSegment = "connect.effect.links-that-segment";
    private const string ThatNode = "connect.effect.links-that-node";
    private const string NotPublished = "connect.error.seg-not-published";
    private const string Unreachable = "connect.error.remote-node-unreachable";
    private const string Physical = "connect.effect.physical-connection";
    private const string NotPresent = "connect.error.ctlr-not-present";
    private const uint Third = 65537;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Id("id-in-one-byte", [NotPublished, ThatSegment], "Ids are looked up by their last byte.", (asked, ids) => First(ids, i => (byte)i == (byte)asked)),
        Id("id-in-sixteen-bits", [NotPublished, ThatSegment], "Ids are looked up by their lower half.", (asked, ids) => First(ids, i => (ushort)i == (ushort)asked)),
        Id("id-in-twenty-four-bits", [NotPublished, ThatSegment], "Ids are looked up by 24 bits, the rest being left to the cookie.", (asked, ids) => First(ids, i => (i & 0xFFFFFF) == (asked & 0xFFFFFF))),
        Id("id-without-top-bit", [NotPublished, ThatSegment], "Ids are looked up as positive numbers, so that the top bit is lost.", (asked, ids) => First(ids, i => (i & 0x7FFFFFFF) == (asked & 0x7FFFFFFF))),
        Id("id-without-low-bit", [NotPublished, ThatSegment], "Ids are looked up in pairs.", (asked, ids) => First(ids, i => i >> 1 == asked >> 1)),
        Id("id-by-hash-chain-head", [NotPublished, ThatSegment], "Of the ids in one chain of the hash table the first is taken without a comparison.", (asked, ids) => First(ids, i => i % 128 == asked % 128)),
        Id("id-at-or-below", [NotPublished, ThatSegment], "A search finds the largest id that is not above the one asked for.", (asked, ids) => ids.Where(i => i <= asked).Select(i => (uint?)i).Max()),
        Id("id-at-or-above", [NotPublished, ThatSegment], "A search finds the smallest id that is not below the one asked for.", (asked, ids) => ids.Where(i => i >= asked).Select(i => (uint?)i).Min()),
        Id("first-published", [ThatSegment, NotPublished], "Whatever the id, the segment that was published first is taken.", (_, ids) => ids.Select(i => (uint?)i).FirstOrDefault()),
        Id("last-published", [ThatSegment, NotPublished], "Whatever the id, the segment that was published last is taken.", (_, ids) => ids.Select(i => (uint?)i).LastOrDefault()),
        Id("only-one-published", [NotPublished], "Where one segment only is published the id is not looked at.", (asked, ids) => ids.Count == 1 ? First(ids, _ => true) : First(ids, i => i == asked)),
        Id("neighbour", [ThatSegment], "With several segments the one after the right one is taken.", (asked, ids) => First(ids, i => i == asked + 1) ?? First(ids, i => i == asked)),
        Id("id-zero-is-any", [NotPublished], "Id 0 stands for any segment.", (asked, ids) => First(ids, i => asked == 0 || i == asked)),
        Id("assigned-ids-unknown", [ThatSegment, "connect.effect.creates-segment"], "Ids that the system assigned are compared as signed numbers and never found.", (asked, ids) => First(ids, i => i == asked && (int)i > 0)),
        Id("second-segment-unknown", [ThatSegment, "connect.effect.links-that-node"], "A node has room for one published segment and forgets the second.", (asked, ids) => First(ids.Take(1), i => i == asked)),
        Asked("id-byte-swapped", [ThatSegment, ThatNode, "connect.permission.read"], "The id travels in the other byte order.", (_, t) => t with { Segment = BinaryPrimitives.ReverseEndianness(t.Segment) }),
        Asked("id-cut-to-sixteen-bits", [ThatSegment, ThatNode, "connect.permission.read"], "Only the lower half of the id travels.", (_, t) => t with { Segment = (ushort)t.Segment }),
        Asked("id-cut-to-31-bits", [ThatSegment], "The id travels without its top bit.", (_, t) => t with { Segment = t.Segment & 0x7FFFFFFF }),
        Asked("id-off-by-one", [ThatSegment, ThatNode], "Ids are counted from one on one side and from zero on the other.", (_, t) => t with { Segment = t.Segment + 1 }),
        Asked("node-ignored-own-taken", [ThatNode, Unreachable], "The node is ignored: every id is looked up at home.", (f, t) => t with { Node = f.Node }),
        Asked("node-unknown-is-own", [Unreachable], "A node that nobody knows stands for the own one.", (f, t) => !Known(t.Node) ? t with { Node = f.Node } : t),
        Asked("node-unknown-is-peer", [Unreachable], "A node that nobody knows is left to whichever peer is at the end of the cable.", (f, t) => !Known(t.Node) && t.Controller != "loopback" ? t with { Node = Peer(f) } : t),
        Asked("node-in-one-byte", [Unreachable], "The node id travels in one byte.", (_, t) => t with { Node = (byte)t.Node }),
        Asked("node-in-sixteen-bits", [Unreachable], "The node id travels in 16 bits.", (_, t) => t with { Node = (ushort)t.Node }),
        Asked("node-in-six-bits", [Unreachable], "The node id is taken modulo 64.", (_, t) => t with { Node = t.Node % 64 }),
        Asked("node-byte-swapped", [ThatNode, "connect.permission.read"], "The node id travels in the other byte order.", (_, t) => t with { Node = BinaryPrimitives.ReverseEndianness(t.Node) }),
        Asked("node-of-lowest-peer", [ThatNode, "connect.effect.physical-connection"], "Every connect to another node goes to the peer with the lowest id.", (f, t) => t.Node != f.Node && Known(t.Node) && t.Controller == "x1" ? t with { Node = Peer(f) } : t),
        Asked("node-after-it", [ThatNode, Unreachable], "Node ids are counted from zero on one side, so that the node after the right one is asked.", (_, t) => t with { Node = t.Node == 1 ? 2 : Third }),
        Asked("loopback-takes-any-node", [NotPresent, ThatNode], "The loopback controller takes every node for its own.", (f, t) => t.Controller == "loopback" ? t with { Node = f.Node } : t),
        Asked("own-node-is-other-end", [Physical, "connect.permission.read", NotPublished], "For the own node every controller is taken for the other end of its cable.", (f, t) => t.Node == f.Node && t.Controller != "loopback" ? t with { Node = Peer(f) } : t),
        Asked("any-controller-that-reaches", [Physical], "Where the controller given has no cable to the node, another one is taken.", (f, t) => t.Controller == "x0" && t.Node == Third ? t with { Controller = "x1" } : t),
        Asked("first-controller-always", [Physical], "Every connect goes out through the first interconnect controller.", (f, t) => t.Controller == "x1" && f.Node != Third ? t with { Controller = "x0" } : t),
        Asked("last-controller-always", [Physical], "Every connect goes out through the last interconnect controller.", (_, t) => t.Controller == "x0" ? t with { Controller = "x1" } : t),
        Asked("remote-through-loopback", [NotPresent, Unreachable, Physical], "The loopback controller hands requests for other nodes to a real one.", (f, t) => t.Controller == "loopback" && t.Node != f.Node && Known(t.Node) ? t with { Controller = "x1" } : t),
        new("link-to-node-of-first-connect", Shows.State, [ThatNode],
            "A controller stays tied to the node of its first connect.",
            book =>
            {
                var first = new Dictionary<(int, string), uint>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        RequestInstead = (facts, target, _) =>
                        {
                            lock (first)
                            {
                                return first.TryAdd((facts.Process, target.Controller), target.Node)
                                    ? target : target with { Node = first[(facts.Process, target.Controller)] };
                            }
                        },
                    },
                };
            }),
        new("link-to-segment-of-last-connect", Shows.State, [ThatSegment, "connect.threading.mt-safe"],
            "A process that is linked with a node gets the same segment from it again.",
            book =>
            {
                var first = new Dictionary<(int, uint), uint>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        RequestInstead = (facts, target, _) =>
                        {
                            lock (first)
                            {
                                return first.TryAdd((facts.Process, target.Node), target.Segment)
                                    ? target : target with { Segment = first[(facts.Process, target.Node)] };
                            }
                        },
                    },
                };
            }),
    ];

    private static bool Known(uint node) => node is 1 or 2 or Third;

    private static uint Peer(CallFacts facts) => facts.Node == 1 ? 2u : 1u;

    private static uint? First(IEnumerable<uint> ids, Func<uint, bool> fits) => ids.Where(fits).Select(i => (uint?)i).FirstOrDefault();

    private static Defect Id(string name, string[] breaks, string sentence, Func<uint, IReadOnlyCollection<uint>, uint?> instead) => new(
        "link-by-" + name, Shows.Data, breaks, sentence, book => book with
        {
            Publication = new WrongPublication(book.Behaviour) { ChooseInstead = (_, asked, ids, _) => instead(asked, ids) },
        });

    private static Defect Asked(string name, string[] breaks, string sentence, Func<CallFacts, ConnectTarget, ConnectTarget> instead) => new(
        "link-" + name, Shows.State, breaks, sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour) { RequestInstead = (facts, target, _) => instead(facts, target) },
        });
}
