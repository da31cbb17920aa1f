using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Paths, nodes and controllers that are gone before the call, and resources that are used up.</summary>
internal static class FaultCases
{
    private const string Unreachable = "connect.error.remote-node-unreachable";
    private static readonly string[] Modes = ["0400", "0200", "0600"];
    private static readonly (MeasureKind Kind, string Word)[] Counted = [(MeasureKind.Descriptors, "descriptors"), (MeasureKind.HeapBlocks, "heap-blocks")];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Modes.Select(EveryCableOut), OwnCableOut(), OtherCableOut(), CableBack(), LocalNeedsNoCable("loopback"), LocalNeedsNoCable("x0"),
        NodeGone(), NodeGoneOtherStays(), NodeBack(),
        ControllerGone("0600"), ControllerGone("0400"), OtherControllerGone(), ControllerBack(),
        .. Enumerable.Range(1, 5).Select(FailedAllocation), .. Enumerable.Range(1, 5).Select(FailedAllocationLocal), RetryAfterFailedAllocation(),
        .. from nth in Enumerable.Range(1, 5) from counted in Counted select FailedAllocationKeepsNothing(nth, counted.Kind, counted.Word),
        .. Enumerable.Range(0, 3).Select(FewDescriptors), FewDescriptorsLocal(), RetryAfterDescriptors(), DescriptorsAgain(), ErrnoDoesNotLeak(),
        ResourceLimit(), ResourceLimitLocal(), RetryAfterResourceLimit(), ResourceLimitKeepsLinks(),
    ];

    private static Case EveryCableOut(string mode) =>
        Ensure($"{Unreachable}/every-cable-out/perm-{mode}", "a node to which no cable leads any more is reported as unreachable.")
            .Pair().ControlConnect(perm: mode).Disconnect("twin")
            .Preamble().Bed().Break(Cables.X0).Break(Cables.X1)
            .Act("the cables").As("importer").Connect(perm: mode).May(Allow.PathDown)
            .Postamble().Bed().Heal(Cables.X0).Heal(Cables.X1).Done();

    private static Case OwnCableOut() =>
        Ensure($"{Unreachable}/own-cable-out", "a node is reported as unreachable when the cable of the controller is out, although another controller reaches it.")
            .Bears("connect.effect.physical-connection")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(Cables.X0)
            .Act("the cable").As("importer").Connect().May(Allow.PathDown)
            .Postamble().Bed().Heal(Cables.X0).Done();

    private static Case OtherCableOut() =>
        Ensure("connect.effect.physical-connection/other-cable-out", "a cable of another controller that is out does not matter.")
            .Pair().Bed().Break(Cables.X1).Act().As("importer").Connect().May(Allow.Success)
            .Postamble().Bed().Heal(Cables.X1).Done();

    private static Case CableBack() =>
        Ensure($"{Unreachable}/cable-back", "a connect that failed for a cable succeeds once it is back.")
            .Bears("connect.effect.failure-changes-nothing")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(Cables.X0).Break(Cables.X1)
            .Act("the cables").As("importer").Connect().May(Allow.PathDown)
            .Preamble().Bed().Heal(Cables.X0).Heal(Cables.X1)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").Done();

    private static Case LocalNeedsNoCable(string controller) =>
        Ensure($"connect.effect.physical-connection/local-needs-no-cable-{controller}", "a segment of the own node is connected while every cable is out.")
            .Exporter("A", controller).Segment().Importer("A", controller).Bed().Break(Cables.X0).Break(Cables.X1).Break(Cables.ToC)
            .Act().As("importer").Connect(node: "A").May(Allow.Success)
            .Postamble().Bed().Heal(Cables.X0).Heal(Cables.X1).Heal(Cables.ToC).Done();

    private static Case NodeGone() =>
        Ensure($"{Unreachable}/node-down", "a node that does not answer is reported as unreachable.")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(NodeB)
            .Act("the life of the node").As("importer").Connect().May(Allow.PathDown)
            .Postamble().Bed().Heal(NodeB).Done();

    private static Case NodeGoneOtherStays() =>
        Ensure($"{Unreachable}/node-down-other-stays", "that one node does not answer does not matter to another.")
            .Exporter("C", "x1").Segment().Importer(controller: "x1").Bed().Break(NodeB)
            .Act().As("importer").Connect(node: "C").May(Allow.Success)
            .Postamble().Bed().Heal(NodeB).Done();

    private static Case NodeBack() =>
        Ensure($"{Unreachable}/node-back", "a connect that failed for a node succeeds once it answers again.")
            .Bears("connect.effect.failure-changes-nothing")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(NodeB)
            .Act("the life of the node").As("importer").Connect().May(Allow.PathDown)
            .Preamble().Bed().Heal(NodeB)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").Done();

    private static Case ControllerGone(string mode) =>
        Ensure($"connect.error.ctlr-not-present/gone/perm-{mode}", "a controller that was taken out after it was opened is reported as not present or bad.")
            .Bears("connect.error.bad-ctlr-hndl")
            .Pair().ControlConnect(perm: mode).Disconnect("twin").Preamble().Bed().Break(X0OfA)
            .Act("the presence of the controller").As("importer").Connect(perm: mode).May(Allow.ControllerGone)
            .Postamble().Bed().Heal(X0OfA).Done();

    private static Case OtherControllerGone() =>
        Ensure("connect.error.ctlr-not-present/other-gone", "that another controller was taken out does not matter.")
            .Exporter(controller: "x1").Segment().Importer(controller: "x1").Open("x0", "other").Bed().Break(X0OfA)
            .Act().As("importer").Connect().May(Allow.Success)
            .Postamble().Bed().Heal(X0OfA).Done();

    private static Case ControllerBack() =>
        Ensure("connect.error.ctlr-not-present/back", "a controller that was put back and opened again serves connect.")
            .Bears("connect.error.bad-ctlr-hndl", "connect.effect.failure-changes-nothing")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(X0OfA)
            .Act("the presence of the controller").As("importer").Connect().May(Allow.ControllerGone)
            .Preamble().Bed().Heal(X0OfA)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Open("x0", "fresh").Connect("again", controller: "fresh").Done();

    private static Case FailedAllocation(int nth) =>
        Ensure($"connect.error.insufficient-mem/allocation-{nth}", $"a connect whose allocation {nth} fails says so, or does without.")
            .Bears("connect.error.insufficient-resources", "connect.effect.failure-changes-nothing")
            .Pair().ControlConnect().Disconnect("twin").Preamble().FailAllocation(nth)
            .Act("the allocation").Connect().May(Allow.Any(Allow.Exhausted, Allow.Success))
            .Frame("connect.effect.failure-changes-nothing").Connect("again").Disconnect("again").Done();

    private static Case FailedAllocationLocal(int nth) =>
        Ensure($"connect.error.insufficient-mem/allocation-{nth}-local", $"a connect on the loopback controller whose allocation {nth} fails says so, or does without.")
            .Bears("connect.error.insufficient-resources", "connect.effect.failure-changes-nothing")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A").Disconnect("twin")
            .Preamble().FailAllocation(nth)
            .Act("the allocation").Connect(node: "A").May(Allow.Any(Allow.Exhausted, Allow.Success))
            .Frame("connect.effect.failure-changes-nothing").Connect("again", node: "A").Disconnect("again").Done();

    // A connect that does without has a link, which is broken; one that does not has nothing to break.
    private static Case FailedAllocationKeepsNothing(int nth, MeasureKind kind, string word) =>
        Ensure($"connect.resource.failure-no-growth/allocation-{nth}/{word}", $"connects whose allocation {nth} fails do not add to the {word.Replace('-', ' ')}.")
            .Bears("connect.error.insufficient-mem")
            .Pair().ControlConnect().Disconnect("twin").Act("the allocation")
            .Growth("importer", "importer", kind, s => s.FailAllocation(nth).Connect().May(Allow.Any(Allow.Exhausted, Allow.Success)).Disconnect()).Done();

    private static Case RetryAfterFailedAllocation() =>
        Ensure("connect.error.insufficient-mem/sibling-lives", "a connect that fails for memory leaves the links that exist alone.")
            .Bears("connect.error.insufficient-resources", "connect.effect.siblings-untouched")
            .Pair().Sibling().FailAllocation(1)
            .Act("the allocation").Connect().May(Allow.Any(Allow.Exhausted, Allow.Success))
            .SiblingWorks("connect.effect.siblings-untouched").Done();

    private static Case FewDescriptors(int left) =>
        Ensure($"connect.error.insufficient-resources/descriptors-{left}-left", $"a connect with {left} descriptors left says so when it needs more.")
            .Bears("connect.error.insufficient-mem")
            .Pair().ControlConnect().Disconnect("twin").Preamble().LimitDescriptors(left)
            .Act("the descriptors").Connect().May(left == 0 ? Allow.Exhausted : Allow.Any(Allow.Exhausted, Allow.Success))
            .Postamble().LimitDescriptors(null).Done();

    private static Case FewDescriptorsLocal() =>
        Ensure("connect.error.insufficient-resources/descriptors-0-left-local", "a connect on the loopback controller with no descriptor left says so when it needs one.")
            .Bears("connect.error.insufficient-mem")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A").Disconnect("twin")
            .Preamble().LimitDescriptors(0)
            .Act("the descriptors").Connect(node: "A").May(Allow.Exhausted)
            .Postamble().LimitDescriptors(null).Done();

    private static Case RetryAfterDescriptors() =>
        Ensure("connect.error.insufficient-resources/descriptors-back", "a connect succeeds once descriptors are there again, and the links that exist lived on.")
            .Bears("connect.effect.failure-changes-nothing", "connect.error.insufficient-mem")
            .Pair().Sibling().ControlConnect().Disconnect("twin").Preamble().LimitDescriptors(0)
            .Act("the descriptors").Connect().May(Allow.Exhausted)
            .Preamble().LimitDescriptors(null)
            .Frame("connect.effect.failure-changes-nothing").Connect("again")
            .SiblingWorks("connect.effect.siblings-untouched").Done();

    private static Case DescriptorsAgain() =>
        Ensure("connect.error.insufficient-resources/descriptors-0-left-again", "a connect without descriptors says so as often as it is tried.")
            .Bears("connect.error.insufficient-mem")
            .Pair().ControlConnect().Disconnect("twin").Preamble().LimitDescriptors(0)
            .Act("the descriptors").Connect().May(Allow.Exhausted).Connect("imp2").May(Allow.Exhausted)
            .Postamble().LimitDescriptors(null).Done();

    private static Case ErrnoDoesNotLeak() =>
        Ensure("connect.return.listed-errors/descriptors", "what is returned without descriptors is an error of the page and no number of errno.")
            .Bears("connect.error.insufficient-mem", "connect.error.insufficient-resources")
            .Pair().ControlConnect().Disconnect("twin").Preamble().LimitDescriptors(0)
            .Act("the descriptors").Connect().May(Allow.Exhausted).Connect("imp2", "S2")
            .May(Allow.Any(Allow.Exhausted, Allow.NotPublished))
            .Postamble().LimitDescriptors(null).Done();

    private static Case ResourceLimit() =>
        Ensure("connect.error.insufficient-resources/segment-limit", "a node that takes no further import segment says so.")
            .Bears("connect.error.insufficient-mem")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(LimitOfA)
            .Act("the limit").As("importer").Connect().May(Allow.Exhausted)
            .Postamble().Bed().Heal(LimitOfA).Done();

    private static Case ResourceLimitLocal() =>
        Ensure("connect.error.insufficient-resources/segment-limit-local", "a node that takes no further import segment says so on the loopback controller too.")
            .Bears("connect.error.insufficient-mem")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A").Disconnect("twin")
            .Preamble().Bed().Break(LimitOfA)
            .Act("the limit").As("importer").Connect(node: "A").May(Allow.Exhausted)
            .Postamble().Bed().Heal(LimitOfA).Done();

    private static Case RetryAfterResourceLimit() =>
        Ensure("connect.error.insufficient-resources/segment-limit-lifted", "a connect that failed for the limit succeeds once it is lifted.")
            .Bears("connect.effect.failure-changes-nothing", "connect.error.insufficient-mem")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().Break(LimitOfA)
            .Act("the limit").As("importer").Connect().May(Allow.Exhausted)
            .Preamble().Bed().Heal(LimitOfA)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").Done();

    private static Case ResourceLimitKeepsLinks() =>
        Ensure("connect.effect.siblings-untouched/segment-limit", "a limit that refuses a further link leaves the links that exist alone.")
            .Bears("connect.error.insufficient-resources", "connect.error.insufficient-mem")
            .Pair().Sibling().ControlConnect().Disconnect("twin").Preamble().Bed().Break(LimitOfA)
            .Act("the limit").As("importer").Connect().May(Allow.Exhausted)
            .SiblingWorks("connect.effect.siblings-untouched")
            .Postamble().Bed().Heal(LimitOfA).Done();

    private static readonly Fault NodeB = new Fault.NodeDown("B");
    private static readonly Fault X0OfA = new Fault.ControllerAbsent("A", "x0");
    private static readonly Fault LimitOfA = new Fault.ResourceLimit("A");
}
