using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>What the loss of a cable or a node means for links: those that ran over it tell, the others live.</summary>
internal static class LossCases
{
    private const string Lost = "disconnect.effect.after-node-loss";
    private const string Siblings = "disconnect.effect.siblings-untouched";
    private static readonly Fault NodeB = new Fault.NodeDown("B");

    private static readonly (string Name, string Words, Fault Fault)[] Losses =
        [("node-down", "its node stopped answering", NodeB), ("cable-out", "its cable was pulled", Cables.X0)];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Losses.Select(l => EveryHandle(l.Name, l.Words, l.Fault)),
        .. Losses.Select(l => Told(l.Name, l.Words, l.Fault)),
        .. Losses.Select(l => RecordGone(l.Name, l.Words, l.Fault)),
        OtherControllerLives(), OtherNodeLives(), LocalLinkLives(),
    ];

    private static Case EveryHandle(string name, string words, Fault fault) =>
        Ensure($"{Lost}/every-handle-{name}", $"every link of a process can be disconnected after {words}.")
            .Pair().Connect("imp1").Connect("imp2").Connect("imp3").Bed().Break(fault)
            .Act().As("importer").Disconnect("imp2").May(Allow.AfterTheEnd).Disconnect("imp1").May(Allow.AfterTheEnd)
            .Disconnect("imp3").May(Allow.AfterTheEnd).Postamble().Bed().Heal(fault).Done();

    private static Case Told(string name, string words, Fault fault) =>
        Ensure($"{Lost}/told-{name}", $"a get through a link tells of its loss after {words}, and the link can be disconnected.")
            .LinkedPair().Get().Bed().Break(fault)
            .Frame("support.barrier").As("importer").Get().May(Allow.LinkLost)
            .Act().Disconnect().May(Allow.AfterTheEndImplicitlyMapped).Postamble().Bed().Heal(fault).Done();

    private static Case RecordGone(string name, string words, Fault fault) =>
        Ensure($"disconnect.effect.breaks-link/record-gone-{name}", $"the exporter has no record of an importer that disconnected after {words}.")
            .Bears(Lost)
            .Pair().Act().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0)
            .With(s => Round(s, "imp1", fault)).With(s => Round(s, "imp2", fault)).May(Allow.Steady).Done();

    private static CaseScript Round(CaseScript script, string handle, Fault fault) =>
        script.Preamble().As("importer").Connect(handle).Bed().Break(fault)
            .Act().As("importer").Disconnect(handle).May(Allow.AfterTheEnd).Preamble().Bed().Heal(fault)
            .Act().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1);

    private static CaseScript OldLinkEnds(CaseScript script) =>
        script.Preamble().Bed().Break(Cables.X0).Act().As("importer").Disconnect("old").May(Allow.AfterTheEnd).Frame(Siblings);

    private static Case OtherControllerLives() =>
        Ensure($"{Siblings}/cable-of-other-controller-out", "a link through another controller to the same node outlives the loss of a cable.")
            .Bears(Lost, "connect.effect.siblings-untouched")
            .Exporter().Segment().Open("x1", "ctl1").Buffer("mem2", ExportedSecond, "2p").Create("exp2", "mem2", controller: "ctl1").Publish("S2", null, "exp2")
            .Importer().Open("x1", "ctl1").Buffers().Connect("old").Connect("imp", "S2", controller: "ctl1").InitBarrier()
            .With(OldLinkEnds).Reads("imp", ExportedSecond).Disconnect().Postamble().Bed().Heal(Cables.X0).Done();

    private static Case OtherNodeLives() =>
        Ensure($"{Siblings}/cable-to-other-node-out", "a link through the same controller to another node outlives the loss of a cable.")
            .Bears(Lost, "connect.effect.siblings-untouched")
            .Exporter(controller: "x1").Segment().Exporter("C", "x1", role: "third").Buffer("mem", ExportedSecond, "2p").Create().Publish()
            .Importer(controller: "x1").Buffers().Connect("old").Connect(node: "C").InitBarrier()
            .Preamble().Bed().Break(Cables.X1).Act().As("importer").Disconnect("old").May(Allow.AfterTheEnd)
            .Frame(Siblings).Reads("imp", ExportedSecond).Disconnect().Postamble().Bed().Heal(Cables.X1).Done();

    private static Case LocalLinkLives() =>
        Ensure($"{Siblings}/cable-out-beside-local", "a link with a segment of the own node outlives the loss of a cable.")
            .Bears(Lost, "connect.effect.siblings-untouched")
            .Exporter().Segment().Exporter("A", "loopback", role: "neighbour").SecondSegment()
            .Importer().Open("loopback", "home").Buffers().Connect("old").Connect("imp", "S2", node: "A", controller: "home").InitBarrier()
            .With(OldLinkEnds).Reads("imp", ExportedSecond).Disconnect().Postamble().Bed().Heal(Cables.X0).Done();
}
