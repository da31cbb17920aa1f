using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Which controller, which node, and whether the two are wired.</summary>
internal static class ControllerCases
{
    private const string Physical = "connect.effect.physical-connection";
    private const string Unreachable = "connect.error.remote-node-unreachable";
    private const string NotPresent = "connect.error.ctlr-not-present";
    private const string BadController = "connect.error.bad-ctlr-hndl";

    private static readonly string[] Modes = ["0400", "0200", "0600"];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        NullController(), NullControllerLocal(), NullControllerSelf(),
        LoopbackElsewhere("B"), LoopbackElsewhere("C"), LoopbackWithDecoy(), LoopbackUnknownNode(),
        UnknownNode("x0"), UnknownNode("x1"), .. new uint[] { 64, 65, 255, 4096, 0x80000000, 0xFFFFFFFF }.Select(HighNode),
        NotWired(), NotWiredWithDecoy(), NotWiredBack(), .. Modes.Select(ThirdController), ThirdControllerReversed(), ExportedThroughLoopback(),
        ThirdControllerOfThirdNode(), RightControllerAmongTwo("x0"), RightControllerAmongTwo("x1"),
        .. LocalOtherController(), AsTheTopologyShows(), SameControllerTwice(), ControllerHandleTwice(), ReleasedOnceOfTwo(), WiredThirdNode(),
        BadHandle("garbage", "a value that was never a handle", "garbage"),
        BadHandle("wrong-kind-export", "the handle of an export segment", "wrong-kind:own-exp"),
        BadHandle("wrong-kind-import", "the handle of an import segment", "wrong-kind:twin"),
        Released(), ReleasedWhileOthersLive(),
    ];

    private static Case NullController() =>
        Ensure($"{BadController}/null", "a NULL controller is reported as a bad controller handle.")
            .Pair().ControlConnect().Act("the controller").Connect(controller: "null").May(Allow.BadController).Done();

    private static Case NullControllerLocal() =>
        Ensure($"{BadController}/null-local", "a NULL controller is no short form of the loopback controller.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A")
            .Act("the controller").Connect(node: "A", controller: "null").May(Allow.BadController).Done();

    private static Case NullControllerSelf() =>
        Ensure($"{BadController}/null-and-own-segment", "a NULL controller is refused for the caller's own segment too.")
            .Exporter("A").Segment().ControlConnect(node: "A")
            .Act("the controller").Connect(node: "A", controller: "null").May(Allow.BadController).Done();

    private static Case LoopbackElsewhere(string node) =>
        Ensure($"{NotPresent}/loopback-to-{node.ToLowerInvariant()}", "the loopback controller does not lead to another node.")
            .Bears(Unreachable, Physical)
            .Exporter(node, "x1").Segment().Importer(controller: "x1").Open("loopback", "loop").ControlConnect(node: node)
            .Act("the controller: one that is wired in the control").Connect(node: node, controller: "loop").May(Allow.LoopbackElsewhere).Done();

    private static Case LoopbackWithDecoy() =>
        Ensure($"{NotPresent}/loopback-with-decoy", "the loopback controller does not take the local segment of the same id for that of the node named.")
            .Bears(Unreachable, Physical, "connect.effect.links-that-node")
            .Exporter().Segment().Exporter("A", "loopback", role: "decoy").Segment()
            .Importer().Open("loopback", "loop").ControlConnect()
            .Act("the controller: one that is wired in the control").Connect(controller: "loop").May(Allow.LoopbackElsewhere).Done();

    private static Case LoopbackUnknownNode() =>
        Ensure($"{NotPresent}/loopback-to-unknown-node", "the loopback controller does not lead to a node that nobody knows.")
            .Bears(Unreachable)
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A")
            .Act("the node").Connect(node: NodeRef.Unknown).May(Allow.LoopbackElsewhere).Done();

    private static Case UnknownNode(string controller) =>
        Ensure($"{Unreachable}/unknown-node-through-{controller}", "a node that the topology does not have is reported as unreachable.")
            .Exporter(controller: controller).Segment().Importer(controller: controller).ControlConnect()
            .Act("the node").Connect(node: NodeRef.Unknown).May(Allow.UnknownNode).Done();

    private static Case HighNode(uint id) =>
        Ensure($"{Unreachable}/node-{id}", $"the node id {id}, above those in use, is reported as unreachable.")
            .Pair().ControlConnect().Act("the node").Connect(node: $"={id}").May(Allow.HighNode).Done();

    private static Case NotWired() =>
        Ensure($"{Physical}/not-wired", "a controller that is not wired to the node named does not connect to it.")
            .Bears(Unreachable)
            .Exporter("C", "x1").Segment().Importer().Open("x1", "wired").ControlConnect(node: "C", controller: "wired")
            .Act("the controller: the wired one in the control").Connect(node: "C").May(Allow.NotWired).Done();

    private static Case NotWiredWithDecoy() =>
        Ensure($"{Physical}/not-wired-with-decoy", "a controller that is not wired to the node named does not connect to the same id on the node it is wired to.")
            .Bears("connect.effect.links-that-node", Unreachable)
            .Exporter("C", "x1").Segment().Exporter("B", "x0", role: "decoy").Segment()
            .Importer().Open("x1", "wired").ControlConnect(node: "C", controller: "wired")
            .Act("the controller: the wired one in the control").Connect(node: "C").May(Allow.NotWired).Done();

    private static Case NotWiredBack() =>
        Ensure($"{Physical}/exporters-controller-not-wired", "a segment exported through a controller to which no cable leads from here cannot be connected from a node that has no such controller.")
            .Exporter("B").Segment().Open("x1", "ctl1").Buffer("mem2", ExportedSecond, "2p").Create("exp2", "mem2", controller: "ctl1").Publish("S2", null, "exp2")
            .Importer("C", "x1").ControlConnect("S2")
            .Act("the exporter's controller: the wired one in the control").Connect().May(Allow.ThirdController).Done();

    private static Case ThirdController(string mode) =>
        Ensure($"{Physical}/third-controller/perm-{mode}", $"a segment exported through x1 is not connected through x0 for {mode}, although x0 is wired to the same node.")
            .Exporter(controller: "x1").Segment().Importer().Open("x1", "wired").ControlConnect(perm: mode, controller: "wired")
            .Act("the controller: the exporting one's peer in the control").Connect(perm: mode).May(Allow.ThirdController).Done();

    private static Case ThirdControllerReversed() =>
        Ensure($"{Physical}/third-controller-reversed", "a segment exported through x0 is not connected through x1, although x1 is wired to the same node.")
            .Exporter().Segment().Importer(controller: "x1").Open("x0", "wired").ControlConnect(controller: "wired")
            .Act("the controller: the exporting one's peer in the control").Connect().May(Allow.ThirdController).Done();

    private static Case ExportedThroughLoopback() =>
        Ensure($"{Physical}/exported-through-loopback", "a segment exported through the loopback controller of another node cannot be connected.")
            .Exporter(controller: "loopback").Segment().Open("x0", "ctl0").Buffer("mem2", ExportedSecond, "2p").Create("exp2", "mem2", controller: "ctl0").Publish("S2", null, "exp2")
            .Importer().ControlConnect("S2")
            .Act("the exporter's controller: the wired one in the control").Connect().May(Allow.ThirdController).Done();

    private static Case ThirdControllerOfThirdNode() =>
        Ensure($"{Physical}/third-node-through-second", "a node is not reached through a node that is wired to both.")
            .Exporter("C", "x1").Segment().Importer().Open("x1", "wired").ControlConnect(node: "C", controller: "wired").Disconnect("twin")
            .Preamble().Bed().Break(Cables.ToC)
            .Act("the cable between the two nodes").As("importer").Connect(node: "C", controller: "wired").May(Allow.PathDown)
            .Postamble().Bed().Heal(Cables.ToC).Done();

    private static Case RightControllerAmongTwo(string controller) =>
        Ensure($"{Physical}/right-controller-of-two-{controller}", $"with two controllers open, a segment exported through {controller} is connected through {controller}.")
            .Exporter(controller: controller).Segment().Importer().Open("x1", "ctl1")
            .Act().Connect(controller: controller == "x0" ? "ctl" : "ctl1").May(Allow.Success).Done();

    private static IEnumerable<Case> LocalOtherController() =>
        from pair in new[] { ("loopback", "x0"), ("x0", "loopback"), ("x0", "x1"), ("x1", "x0") }
        select Ensure($"{Physical}/local-{pair.Item1}-by-{pair.Item2}", $"a segment of the own node exported through {pair.Item1} is either reached through {pair.Item2} or reported as not published there.")
            .Exporter("A", pair.Item1).Segment().Importer("A", pair.Item2)
            .Act().Connect(node: "A").May(Allow.LocalOtherController).Done();

    private static Case AsTheTopologyShows() =>
        Ensure($"{Physical}/beside-topology", "taking and freeing a picture of the topology leaves controllers and links as they are.")
            .Bears("support.topology", "support.get-controller", "connect.effect.siblings-untouched")
            .LinkedPair().Topology().Act().Connect("again").May(Allow.Success)
            .Frame("connect.effect.siblings-untouched").Topology().Reads().Disconnect("again").Disconnect().Done();

    private static Case SameControllerTwice() =>
        Ensure($"{Physical}/same-controller-on-both-ends", "two controllers of one name on two nodes that are wired connect both ways.")
            .Exporter().Segment().Exporter("A", "x0", role: "importer").Buffer("own", 5, "2p").Create("expown", "own").Publish("S2", null, "expown")
            .Act().As("importer").Connect().May(Allow.Success).As("exporter").Connect("back", "S2", node: "A").May(Allow.Success).Done();

    private static Case ControllerHandleTwice() =>
        Ensure("connect.effect.creates-segment/controller-opened-twice", "a controller that was opened twice serves connect through either handle.")
            .Pair().Open("x0", "ctl2").Act().Connect().May(Allow.Success).Connect("imp2", controller: "ctl2").May(Allow.Success).Done();

    private static Case ReleasedOnceOfTwo() =>
        Ensure("connect.effect.creates-segment/controller-released-once-of-two", "a controller that was opened twice and released once still serves connect.")
            .Bears("support.release-controller")
            .Pair().Open("x0", "ctl2").Release("ctl").Act().Connect(controller: "ctl2").May(Allow.Success).Done();

    private static Case WiredThirdNode() =>
        Ensure($"{Physical}/three-nodes", "one controller that is wired to two nodes connects to each.")
            .Exporter("B", "x1").Segment().Exporter("C", "x1", role: "third").Segment().Importer(controller: "x1")
            .Act().Connect().May(Allow.Success).Connect("imp2", node: "C").May(Allow.Success).Done();

    private static Case BadHandle(string name, string what, string handle)
    {
        CaseScript script = Ensure($"connect.robustness.bad-controller/{name}", $"{what} passed as controller is refused and harms nothing.").HardenedOnly()
            .Pair().Buffers().Buffer("own", 5, "2p").Create("own-exp", "own").ControlConnect();
        return script.Act("the controller").Connect(controller: handle).May(Allow.ControllerUnusable)
            .Frame("connect.robustness.bad-controller").InitBarrier("twin", "bar").Reads("twin").Publish("S2", null, "own-exp").Connect("again").Done();
    }

    private static Case Released() =>
        Ensure("connect.robustness.bad-controller/released", "a controller handle that was released is refused.").HardenedOnly()
            .Pair().ControlConnect().Disconnect("twin").Preamble().Release()
            .Act("the life of the controller").Connect(controller: "stale:ctl").May(Allow.ControllerUnusable)
            .Frame("connect.robustness.bad-controller").Open("x0", "fresh").Connect("again", controller: "fresh").Done();

    private static Case ReleasedWhileOthersLive() =>
        Ensure("connect.robustness.bad-controller/released-while-another-lives", "a controller handle that was released is refused while another controller is open.").HardenedOnly()
            .Pair().Open("x1", "other").ControlConnect().Disconnect("twin").Preamble().Release()
            .Act("the life of the controller").Connect(controller: "stale:ctl").May(Allow.ControllerUnusable).Done();
}
