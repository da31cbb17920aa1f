using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Ids that agree in many of their bits are still different ids.</summary>
internal static class NearMissCases
{
    private const string NotPublished = "connect.error.seg-not-published";
    private const string ThatSegment = "connect.effect.links-that-segment";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. new[] { 8, 16, 24 }.Select(AlikeInLowBits), .. new[] { 8, 16, 24 }.Select(EachItsOwn), WithoutTopBit(),
        ThirdNodeAbsent(),
    ];

    // Both ids are in the range that applications may publish in.
    private static string Id(int bits) => $"=0x{0x61234567 ^ (1 << bits):X}";

    private static Case AlikeInLowBits(int bits) =>
        Ensure($"{NotPublished}/alike-in-{bits}-bits", $"an id that has its lower {bits} bits in common with a published one is not published itself.")
            .Exporter().Segment(id: "=0x61234567").Importer().ControlConnect("=0x61234567")
            .Act("one bit of the id").Connect(id: Id(bits)).May(Allow.NotPublished).Done();

    private static Case EachItsOwn(int bits) =>
        Ensure($"{ThatSegment}/alike-in-{bits}-bits", $"two ids that have their lower {bits} bits in common lead to two segments.")
            .Exporter().Segment(id: "=0x61234567").SecondSegment(id: Id(bits)).Importer().Buffers()
            .Act().Connect("imp1", "=0x61234567").May(Allow.Success).Connect("imp2", Id(bits)).May(Allow.Success)
            .Frame(ThatSegment).InitBarrier("imp1", "bar1").Reads("imp1").InitBarrier("imp2", "bar2").Reads("imp2", ExportedSecond).Done();

    private static Case WithoutTopBit() =>
        Ensure($"{NotPublished}/alike-but-the-top-bit", "an id that differs from a published one in its top bit alone is not published itself.")
            .Exporter().Segment(id: "=0x61234567").Importer().ControlConnect("=0x61234567")
            .Act("the top bit of the id").Connect(id: "=0xE1234567").May(Allow.ReservedId).Done();

    private static Case ThirdNodeAbsent() =>
        Ensure("connect.error.seg-not-published-to-node/third-node-absent", "the list is held against every node, also against the third.")
            .Exporter(controller: "x1").Segment("A:0666 B:0666").SecondSegment("A:0666 B:0666 C:0666").Importer("C", "x1").ControlConnect("S2")
            .Act("the list: the importer's node is on it in the control").Connect().May(Allow.NotToNode).Done();
}
