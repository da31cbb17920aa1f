using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>What a link leads to: that segment, on that node, with decoys all around.</summary>
internal static class LinkCases
{
    private const string Segment = "connect.effect.links-that-segment";
    private const string Node = "connect.effect.links-that-node";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. new[] { 8, 16, 32, 64 }.SelectMany(EachWidth),
        Bytes(), WholeSegment(), BothWays(), MapReads(), MapWrites(), MapSecondPage(), Local("loopback"), Local("x0"), MapLocal(),
        SecondOfTwo(), FirstOfTwo(), WritesReachOneOnly(), AssignedId(), NewMemoryAfterRepublication(), NewSegmentUnderOldId(), Rebound(), OfAnotherProcess(),
        DecoyOnThirdNode(), DecoyOnOwnNode(), EachOfTwoNodes(), WritesReachOneNodeOnly(), DecoyThroughOtherController(), SameIdManyNodesLocal(),
        ExporterSeesLaterStores(), TwoImportersShareMemory(), SignalToExporter(), SignalToImporter(),
    ];

    private static IEnumerable<Case> EachWidth(int bits)
    {
        yield return Ensure($"{Segment}/get{bits}", $"get{bits} reads the memory of the segment.")
            .LinkedPair().Act().GetUnits(bits).May(Allow.Success).Load("in", Exported).May(Allow.Data).Done();
        yield return Ensure($"{Segment}/put{bits}", $"put{bits} writes the memory of the segment.")
            .LinkedPair().Act().PutUnits(bits).May(Allow.Success).As("exporter").Load("mem", Sent).May(Allow.Data).Done();
    }

    private static Case Bytes() =>
        Ensure($"{Segment}/get-and-put", "get and put move bytes between the caller and the memory of the segment.")
            .Bears("support.get", "support.put")
            .LinkedPair().Act().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data)
            .Put(offset: "1p").May(Allow.Success).As("exporter").Load("mem@1p", Sent).May(Allow.Data).Done();

    private static Case WholeSegment() =>
        Ensure("connect.effect.creates-segment/whole-length", "a link reaches the first and the last byte of the segment.")
            .LinkedPair().Act().Get(offset: "2p-64").May(Allow.Success).Put(offset: "2p-64").May(Allow.Success)
            .As("exporter").Load("mem@2p-64", Sent).May(Allow.Data).Done();

    private static Case BothWays() =>
        Ensure($"{Segment}/both-ways", "what the exporter stores arrives through a get and what a put sends arrives at the exporter, again and again.")
            .LinkedPair().Act().Put().May(Allow.Success).As("exporter").Load("mem", Sent).May(Allow.Data).Store("mem", 9)
            .As("importer").Get().May(Allow.Success).Load("in", 9).May(Allow.Data)
            .Put().May(Allow.Success).As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case MapReads() =>
        Ensure($"{Segment}/map-reads", "a map shows the memory of the segment.")
            .LinkedPair().Map().Act().Load("map", Exported, "1p").May(Allow.Data).Done();

    private static Case MapWrites() =>
        Ensure($"{Segment}/map-writes", "stores to a map reach the memory of the segment.")
            .Bears("support.import-map", "support.memory", "support.barrier")
            .LinkedPair().Map().OpenBarrier().Act().Store("map", Sent).May(Allow.Done).CloseBarrier().May(Allow.Success)
            .As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case MapSecondPage() =>
        Ensure($"{Segment}/map-second-page", "a map at an offset shows the segment from there.")
            .LinkedPair().As("exporter").Store("mem@1p", 9).As("importer").Act().Map(offset: "1p").May(Allow.Success)
            .Load("map", 9).May(Allow.Data).Done();

    private static Case Local(string controller) =>
        Ensure($"{Segment}/local-{controller}", "get and put reach a segment of the own node.")
            .Exporter("A", controller).Segment().Importer("A", controller).Buffers().Connect(node: "A").InitBarrier()
            .Act().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data)
            .Put().May(Allow.Success).As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case MapLocal() =>
        Ensure($"{Segment}/map-local", "a map of a segment of the own node shows and writes its memory.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Connect(node: "A").InitBarrier().Map().OpenBarrier()
            .Act().Load("map", Exported).May(Allow.Data).Store("map", Sent).May(Allow.Done).CloseBarrier().May(Allow.Success)
            .As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case SecondOfTwo() =>
        Ensure($"{Segment}/second-of-two", "the id published second leads to the segment published second.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Act().Connect(id: "S2").May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", ExportedSecond).May(Allow.Data).Done();

    private static Case FirstOfTwo() =>
        Ensure($"{Segment}/first-of-two", "the id published first still leads to the segment published first.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Act().Connect().May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data).Done();

    private static Case WritesReachOneOnly() =>
        Ensure($"{Segment}/writes-reach-one-only", "what is written through a link reaches its segment and no other of the exporter.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Connect(id: "S2").InitBarrier()
            .Act().Put().May(Allow.Success).As("exporter").Load("mem2", Sent).May(Allow.Data)
            .ExporterMemoryUntouched(Segment).Done();

    private static Case AssignedId() =>
        Ensure($"{Segment}/assigned-id", "an id that publish assigned leads to its segment.")
            .Exporter().Segment().SecondSegment(id: "auto:S2").Importer().Buffers().Act().Connect(id: "S2").May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", ExportedSecond).May(Allow.Data).Done();

    private static Case NewMemoryAfterRepublication() =>
        Ensure($"{Segment}/same-segment-again", "a segment that was withdrawn and published again is the one that a new link leads to.")
            .Pair().Buffers().Connect("old").As("exporter").Unpublish().Store("mem", 9).Publish()
            .As("importer").Act().Connect().May(Allow.Success).InitBarrier().Get().May(Allow.Success).Load("in", 9).May(Allow.Data).Done();

    private static Case NewSegmentUnderOldId() =>
        Ensure($"{Segment}/new-segment-under-old-id", "an id that passed from one segment to another leads to the present one.")
            .Pair().Buffers().Connect("old").As("exporter").Unpublish().SecondSegment(id: "S1")
            .As("importer").Act().Connect().May(Allow.Success).InitBarrier().Get().May(Allow.Success).Load("in", ExportedSecond).May(Allow.Data)
            .Put().May(Allow.Success).ExporterMemoryUntouched(Segment).Done();

    private static Case Rebound() =>
        Ensure($"{Segment}/rebound", "a link made after a rebind leads to the new memory.")
            .Bears("support.export-rebind")
            .Exporter().Buffer("mem", Exported, "2p").Buffer("mem2", ExportedSecond, "2p").Create(flags: ExportFlags.AllowRebind).Publish().Rebind("mem2")
            .Importer().Buffers().Act().Connect().May(Allow.Success).InitBarrier().Get().May(Allow.Success).Load("in", ExportedSecond).May(Allow.Data)
            .Put().May(Allow.Success).ExporterMemoryUntouched(Segment).Done();

    private static Case OfAnotherProcess() =>
        Ensure($"{Segment}/two-exporters", "segments of two processes of a node are told apart by their ids.")
            .Exporter().Segment().Exporter(role: "second").SecondSegment().Importer().Buffers()
            .Act().Connect().May(Allow.Success).InitBarrier().Reads().Connect("imp2", "S2").May(Allow.Success).InitBarrier("imp2", "bar2").Reads("imp2", ExportedSecond).Done();

    private static Case DecoyOnThirdNode() =>
        Ensure($"{Node}/decoy-on-third-node", "the segment is that of the node named and not one of the same id on another node.")
            .Exporter("B", "x1").Segment().Exporter("C", "x1", role: "decoy").Buffer("mem", 3, "2p").Create().Publish()
            .Importer(controller: "x1").Buffers().Act().Connect().May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data)
            .Put().May(Allow.Success).Frame(Node).As("decoy").Load("mem", 3, "2p").Done();

    private static Case DecoyOnOwnNode() =>
        Ensure($"{Node}/decoy-on-own-node", "the segment is that of the node named and not one of the same id on the importer's node.")
            .Exporter().Segment().Exporter("A", role: "decoy").Buffer("mem", 3, "2p").Create().Publish()
            .Importer().Buffers().Act().Connect().May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data)
            .Put().May(Allow.Success).Frame(Node).As("decoy").Load("mem", 3, "2p").Done();

    private static Case EachOfTwoNodes() =>
        Ensure($"{Node}/each-of-two-nodes", "one id on two nodes leads to two segments.")
            .Exporter("B", "x1").Segment().Exporter("C", "x1", role: "third").Buffer("mem", 3, "2p").Create().Publish()
            .Importer(controller: "x1").Buffers()
            .Act().Connect("imp1").May(Allow.Success).Connect("imp2", node: "C").May(Allow.Success)
            .Frame(Node).InitBarrier("imp1", "bar1").Reads("imp1").InitBarrier("imp2", "bar2").Reads("imp2", 3).Done();

    private static Case WritesReachOneNodeOnly() =>
        Ensure($"{Node}/decoy-withdrawn", "that a segment of the same id on another node is withdrawn does not matter.")
            .Exporter("B", "x1").Segment().Exporter("C", "x1", role: "decoy").Buffer("mem", 3, "2p").Create().Publish()
            .Importer(controller: "x1").Buffers().Act().Connect().May(Allow.Success)
            .Preamble().As("decoy").Unpublish()
            .Frame(Node).As("importer").InitBarrier().Reads().Disconnect().Done();

    private static Case DecoyThroughOtherController() =>
        Ensure($"{Node}/decoy-through-other-controller", "a segment of the same id on a node that the other controller leads to is not taken for it.")
            .Exporter("B", "x0").Segment().Exporter("C", "x1", role: "decoy").Buffer("mem", 3, "2p").Create().Publish()
            .Importer().Open("x1", "ctl1").Buffers().Act().Connect().May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data).Done();

    private static Case SameIdManyNodesLocal() =>
        Ensure($"{Node}/own-node-with-decoys", "the own node's segment is taken when the own node is named, whatever other nodes publish.")
            .Exporter("A").Segment().Exporter("B", role: "decoy").Buffer("mem", 3, "2p").Create().Publish()
            .Importer().Buffers().Act().Connect(node: "A").May(Allow.Success)
            .InitBarrier().Get().May(Allow.Success).Load("in", Exported).May(Allow.Data).Done();

    private static Case SignalToExporter() =>
        Ensure("connect.effect.creates-segment/signal-to-exporter", "a signal posted to a link reaches the exporter of its segment.")
            .Bears("support.signal")
            .Pair().Connect().Act().Post("imp").May(Allow.Success).As("exporter").Wait("exp").May(Allow.Success).Done();

    private static Case SignalToImporter() =>
        Ensure("connect.effect.creates-segment/signal-to-importer", "a signal posted to a segment reaches those that are linked with it.")
            .Bears("support.signal")
            .Pair().Connect().As("exporter").Act().Post("exp").May(Allow.Success).As("importer").Wait("imp").May(Allow.Success).Done();

    private static Case ExporterSeesLaterStores() =>
        Ensure($"{Segment}/later-stores", "a link leads to the memory itself and not to a copy made at connect.")
            .LinkedPair().As("exporter").Store("mem", 9).As("importer").Act().Get().May(Allow.Success).Load("in", 9).May(Allow.Data).Done();

    private static Case TwoImportersShareMemory() =>
        Ensure($"{Segment}/two-importers", "two processes that are linked with one segment see each other's writes.")
            .LinkedPair().Importer(role: "second").Buffers().Connect().InitBarrier()
            .Act().As("importer").Put().May(Allow.Success).As("second").Get().May(Allow.Success).Load("in", Sent).May(Allow.Data).Done();
}
