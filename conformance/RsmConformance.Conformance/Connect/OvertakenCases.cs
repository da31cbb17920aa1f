using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>A connect held at each gate while its segment, its path or its own process goes away.</summary>
internal static class OvertakenCases
{
    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. GateNames.OfConnect.Select(Unpublished),
        .. GateNames.OfConnect.Select(Destroyed),
        .. GateNames.OfConnect.Select(ExporterExits),
        .. GateNames.OfConnect.Select(ExporterKilled),
        .. GateNames.OfConnect.Select(Republished),
        .. GateNames.OfConnect.Select(PublishedAgain),
        .. GateNames.OfConnect.Select(CableLost),
        .. GateNames.OfConnect.Select(OwnCableLost),
        .. GateNames.OfConnect.Select(NodeLost),
        .. GateNames.OfConnect.Where(g => g != GateNames.ConnectBeforeHandle).Select(RecordGoneWithTheCable),
        .. GateNames.OfConnect.Select(OtherCableLost),
        .. GateNames.OfConnect.Select(CableToOtherNodeLost),
        .. GateNames.OfConnect.Select(ImporterKilled),
        .. GateNames.OfConnect.Select(ImporterExits),
        .. GateNames.OfConnect.Select(NoSilentDeath),
        .. GateNames.OfConnect.Select(NoSilentDeathAtHome),
        .. GateNames.OfConnect.Select(NoSilentDeathByExit),
    ];

    private static CaseScript Scene(string id, string purpose) =>
        Ensure(id, purpose).Pair().Buffers().ControlConnect().Disconnect("twin");

    private static Case Unpublished(string gate) =>
        Scene($"connect.effect.forced-disconnect/unpublished-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) that meets the withdrawal of its segment is refused, interrupted, or linked and then forced off.")
            .Bears("connect.error.interrupted", "connect.error.seg-not-published", "connect.return.listed-errors")
            .HeldConnect(gate, Allow.Withdrawn, "the withdrawal")
            .Overtaken(gate, s => s.As("exporter").Unpublish())
            .Frame("connect.effect.failure-changes-nothing").As("exporter").Publish().As("importer").Connect("again").Done();

    private static Case Destroyed(string gate) =>
        Scene($"connect.effect.forced-disconnect/destroyed-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) that meets the end of its segment is refused, interrupted, or linked and then forced off.")
            .Bears("connect.error.interrupted", "connect.error.seg-not-published")
            .HeldConnect(gate, Allow.Withdrawn, "the end of the segment")
            .Overtaken(gate, s => s.As("exporter").Destroy())
            .Frame("connect.error.seg-not-published").As("importer").Connect("again").May(Allow.NotPublished).Done();

    private static Case ExporterExits(string gate) =>
        Scene($"connect.effect.forced-disconnect/exporter-exits-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) that meets the exit of its exporter is refused, interrupted, or linked and then forced off.")
            .Bears("connect.error.interrupted", "connect.error.seg-not-published", "connect.return.listed-errors")
            .HeldConnect(gate, Allow.Withdrawn, "the exit of the exporter")
            .Overtaken(gate, s => s.As("exporter").Exit())
            .Frame("connect.error.seg-not-published").As("importer").Connect("again").May(Allow.NotPublished).Done();

    private static Case ExporterKilled(string gate) =>
        Scene($"connect.effect.forced-disconnect/exporter-killed-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) whose exporter is killed is refused, interrupted, or linked and then forced off.")
            .Bears("connect.error.interrupted", "connect.error.seg-not-published")
            .HeldConnect(gate, Allow.Withdrawn, "the death of the exporter")
            .Id("over").Kill("exporter").Released(gate, "over")
            .Frame("connect.error.seg-not-published").As("importer").Connect("again").May(Allow.NotPublished).Done();

    private static Case Republished(string gate) =>
        Scene($"connect.effect.survives-republish/republished-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) that meets a new list is judged by the old or by the new one.")
            .Bears("connect.error.seg-not-published-to-node")
            .HeldConnect(gate, Allow.Any(Allow.Success, Allow.NotToNode), "the new list")
            .Overtaken(gate, s => s.As("exporter").Republish("C:0666"))
            .Preamble().As("exporter").Republish("A:0666")
            .Frame("connect.effect.survives-republish").As("importer").Connect("again").InitBarrier("again").Reads("again").Done();

    private static Case PublishedAgain(string gate) =>
        Scene($"connect.effect.forced-disconnect/published-again-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) that meets a withdrawal and a new publication meets one of the two.")
            .Bears("connect.error.interrupted", "connect.error.seg-not-published")
            .HeldConnect(gate, Allow.Withdrawn, "the withdrawal")
            .As("exporter").Id("withdrawal").After("blocked").Unpublish().Id("over").After("withdrawal").Publish()
            .Join(gate)
            .Frame("connect.effect.links-that-segment").As("importer").Connect("again").InitBarrier("again").Reads("again").Done();

    private static Case CableLost(string gate) =>
        Scene($"connect.error.remote-node-unreachable/cable-lost-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) whose cable is pulled is told so, and can be made again when it is back.")
            .Bears("connect.error.interrupted", "connect.effect.failure-changes-nothing")
            .HeldConnect(gate, Lost(gate), "the cable")
            .Break(Cables.X0).Id("over").Break(Cables.X1).Released(gate, "over")
            .Bed().Heal(Cables.X0).Heal(Cables.X1)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").InitBarrier("again").Reads("again").Done();

    // Over the other cable the nodes still talk, so that the exporter can answer that the path is gone.
    private static Case OwnCableLost(string gate) =>
        Scene($"connect.error.remote-node-unreachable/own-cable-lost-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) whose cable is pulled is told so, although another controller reaches the node.")
            .Bears("connect.error.interrupted", "connect.effect.physical-connection")
            .HeldConnect(gate, Lost(gate), "the cable")
            .Id("over").Break(Cables.X0).Released(gate, "over")
            .Bed().Heal(Cables.X0)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").InitBarrier("again").Reads("again").Done();

    private static Case NodeLost(string gate) =>
        Scene($"connect.error.remote-node-unreachable/node-lost-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) whose node stops answering is told so, and can be made again when it is back.")
            .Bears("connect.error.interrupted", "connect.effect.failure-changes-nothing")
            .HeldConnect(gate, Lost(gate), "the life of the node")
            .Id("over").Break(NodeB).Released(gate, "over")
            .Bed().Heal(NodeB)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").InitBarrier("again").Reads("again").Done();

    // At the last gate the connect may still succeed, and a record then stays until its link is given back.
    private static Case RecordGoneWithTheCable(string gate) =>
        Ensure($"connect.resource.failure-no-growth/record-gone-cable-lost-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) whose cable is pulled leaves no importer on record at the exporter.")
            .Bears("connect.error.remote-node-unreachable", "connect.error.interrupted")
            .Pair().ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0)
            .HeldConnect(gate, Allow.PathLost, "the cable")
            .Break(Cables.X0).Id("over").Break(Cables.X1).Released(gate, "over")
            .Bed().Heal(Cables.X0).Heal(Cables.X1)
            .Frame("connect.resource.failure-no-growth").As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();

    private static Case OtherCableLost(string gate) =>
        Ensure($"connect.effect.physical-connection/other-cable-lost-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) does not mind that a cable of another controller to the same node is pulled.")
            .Bears("connect.error.remote-node-unreachable")
            .Pair().Buffers().HeldConnect(gate, Allow.Success)
            .Id("over").Break(Cables.X1).Released(gate, "over")
            .Frame("connect.effect.creates-segment").As("importer").InitBarrier().Reads().Disconnect()
            .Postamble().Bed().Heal(Cables.X1).Done();

    private static Case CableToOtherNodeLost(string gate) =>
        Ensure($"connect.effect.physical-connection/cable-to-other-node-lost-during/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) does not mind that the cable of its controller to another node is pulled.")
            .Bears("connect.error.remote-node-unreachable")
            .Exporter("C", "x1").Segment().Importer(controller: "x1").Buffers().HeldConnect(gate, Allow.Success, node: "C")
            .Id("over").Break(Cables.X1).Released(gate, "over")
            .Frame("connect.effect.creates-segment").As("importer").InitBarrier().Reads().Disconnect()
            .Postamble().Bed().Heal(Cables.X1).Done();

    private static Case ImporterKilled(string gate) =>
        Ensure($"connect.resource.exit-cleans-up/killed-in-connect/{GateCases.Short(gate)}", $"a process that is killed in connect ({GateCases.Short(gate)}) leaves nothing at the exporter.")
            .Pair().Importer(role: "witness").ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0)
            .HeldConnect(gate, Allow.Killed).Id("over").Kill("importer").Released(gate, "over")
            .Frame("connect.resource.exit-cleans-up").As("witness").Connect().Disconnect()
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();

    private static Case ImporterExits(string gate) =>
        Ensure($"connect.resource.exit-cleans-up/exits-in-connect/{GateCases.Short(gate)}", $"a process of which another thread is in connect ({GateCases.Short(gate)}) when it exits leaves nothing at the exporter.")
            .Pair().Importer(role: "witness").ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0)
            .HeldConnect(gate, Allow.Exited)
            .As("importer").Id("over").After("blocked").Exit().Join(gate)
            .Frame("connect.resource.exit-cleans-up").As("witness").Connect().Disconnect()
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();

    private static Case NoSilentDeath(string gate) =>
        Scene($"connect.effect.forced-disconnect/no-silent-death/{GateCases.Short(gate)}", $"a connect ({GateCases.Short(gate)}) that succeeds although its segment was withdrawn has a link that reports its loss.")
            .Bears("connect.error.interrupted")
            .HeldConnect(gate, Allow.Withdrawn, "the withdrawal")
            .Overtaken(gate, s => s.As("exporter").Unpublish())
            .Frame("connect.effect.forced-disconnect").As("importer").InitBarrier().Get().Done();

    // On its own node no interconnect stands between, which would notice that the segment is gone.
    private static Case NoSilentDeathAtHome(string gate) =>
        Ensure($"connect.effect.forced-disconnect/no-silent-death-at-home/{GateCases.Short(gate)}", $"a connect on the own node ({GateCases.Short(gate)}) that succeeds although its segment was withdrawn has a link that reports its loss.")
            .Bears("connect.error.interrupted")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().ControlConnect(node: "A").Disconnect("twin")
            .HeldConnect(gate, Allow.Withdrawn, "the withdrawal", node: "A")
            .Overtaken(gate, s => s.As("exporter").Unpublish())
            .Frame("connect.effect.forced-disconnect").As("importer").InitBarrier().Get().Done();

    private static Case NoSilentDeathByExit(string gate) =>
        Ensure($"connect.effect.forced-disconnect/no-silent-death-by-exit/{GateCases.Short(gate)}", $"a connect on the own node ({GateCases.Short(gate)}) that succeeds although its exporter has exited has a link that reports its loss.")
            .Bears("connect.error.interrupted")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().ControlConnect(node: "A").Disconnect("twin")
            .HeldConnect(gate, Allow.Withdrawn, "the exit of the exporter", node: "A")
            .Overtaken(gate, s => s.As("exporter").Exit())
            .Frame("connect.effect.forced-disconnect").As("importer").InitBarrier().Get().Done();

    private static Sequence<PermittedOutcome> Lost(string gate) =>
        gate == GateNames.ConnectBeforeHandle ? Allow.Any(Allow.PathLost, Allow.Success) : Allow.PathLost;

    private static readonly Fault NodeB = new Fault.NodeDown("B");
}
