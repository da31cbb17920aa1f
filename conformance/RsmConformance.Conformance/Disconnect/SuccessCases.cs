using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>Disconnect does what it is for, and nothing else.</summary>
internal static class SuccessCases
{
    private const string Zero = "disconnect.return.success-zero";
    private const string Breaks = "disconnect.effect.breaks-link";
    private const string Siblings = "disconnect.effect.siblings-untouched";
    private const string Again = "disconnect.effect.reconnect";
    private static readonly string[] Modes = ["0400", "0200", "0600"];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Modes.Select(Plain), Local("loopback"), Local("x0"), AfterUnmap(), AfterTwoMaps(), SelfImport(), OtherThread(), InAnyOrder(), OfMany(),
        RecordGone(), RecordGoneLocal(), OthersRecordStays(), RecordOnOtherNodeStays(), ExporterMemoryStays(), ExporterGoesOn(), WithdrawalDoesNotTouch(), ReadOnlyMemoryStays(),
        SiblingOfSameSegment(), SiblingOfOtherSegment(), SiblingOfOtherProcess(), SiblingOnOtherNode(), SiblingMapped(), OwnExportStays(), ControllerStays(),
        Reconnect(), ReconnectBesideAnother(), ReconnectManyTimes(), ReconnectOtherMode(), ReconnectOtherId(), ReconnectAfterUse(), ReconnectOtherProcess(), ReconnectJudgedAnew(), ReconnectLocal(),
    ];

    private static Case Plain(string mode) =>
        Ensure($"{Zero}/perm-{mode}", $"a link made with {mode} is broken.")
            .Pair().Connect(perm: mode).Act().Disconnect().May(Allow.Success).Done();

    private static Case Local(string controller) =>
        Ensure($"{Zero}/local-{controller}", "a link on the own node is broken.")
            .Exporter("A", controller).Segment().Importer("A", controller).Connect(node: "A").Act().Disconnect().May(Allow.Success).Done();

    private static Case AfterUnmap() =>
        Ensure($"{Zero}/after-unmap", "a link that was mapped and unmapped is broken.")
            .Bears("support.import-unmap")
            .Pair().Connect().Map().Unmap().Act().Disconnect().May(Allow.Success).Done();

    private static Case AfterTwoMaps() =>
        Ensure($"{Zero}/after-two-maps", "a link that was mapped and unmapped twice is broken.")
            .Pair().Connect().Map().Unmap().Map("imp", "map2", "0400").Unmap().Act().Disconnect().May(Allow.Success).Done();

    private static Case SelfImport() =>
        Ensure($"{Zero}/self-import", "a link of a process with its own segment is broken, and the segment stays published.")
            .Exporter("A").Segment().Connect(node: "A").Act().Disconnect().May(Allow.Success)
            .Frame(Siblings).Connect("again", node: "A").Disconnect("again").Unpublish().Done();

    private static Case OtherThread() =>
        Ensure($"{Zero}/other-thread", "a thread can break the link that another made.")
            .Pair().As("importer", "t1").Id("made").Connect().Act().As("importer", "t2").After("made").Disconnect().May(Allow.Success).Done();

    private static Case InAnyOrder() =>
        Ensure($"{Zero}/in-any-order", "links are broken in another order than they were made.")
            .Pair().Connect("imp1").Connect("imp2").Connect("imp3")
            .Act().Disconnect("imp2").May(Allow.Success).Disconnect("imp1").May(Allow.Success).Disconnect("imp3").May(Allow.Success).Done();

    private static Case OfMany()
    {
        CaseScript script = Ensure($"{Zero}/of-many", "links of a process that has many are broken.").Pair();
        for (int i = 1; i <= 10; i++)
        {
            script.Connect($"imp{i}");
        }

        script.Act();
        for (int i = 1; i <= 10; i++)
        {
            script.Disconnect($"imp{i}").May(Allow.Success);
        }

        return script.Done();
    }

    private static Case RecordGone() =>
        Ensure($"{Breaks}/record-gone", "the exporter has no record of an importer that disconnected.")
            .Pair().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0).As("importer").Connect("imp1")
            .Act().Disconnect("imp1").May(Allow.Success).As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1)
            .Preamble().As("importer").Connect("imp2")
            .Act().Disconnect("imp2").May(Allow.Success).As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();

    private static Case RecordGoneLocal() =>
        Ensure($"{Breaks}/record-gone-local", "the exporter has no record of an importer of its own node that disconnected.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback")
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0).As("importer").Connect("imp1", node: "A")
            .Act().Disconnect("imp1").May(Allow.Success).As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1)
            .Preamble().As("importer").Connect("imp2", node: "A")
            .Act().Disconnect("imp2").May(Allow.Success).As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();

    private static Case OthersRecordStays() =>
        Ensure($"{Breaks}/others-still-told", "a process whose neighbour disconnected from the same segment is still told of its withdrawal.")
            .Bears("connect.effect.forced-disconnect")
            .LinkedPair().Importer(role: "second").Connect()
            .Act().Disconnect().May(Allow.Success)
            .Preamble().As("exporter").Unpublish()
            .Frame("connect.effect.forced-disconnect").As("importer").Get().May(Allow.Aborted).Done();

    private static Case RecordOnOtherNodeStays() =>
        Ensure($"{Breaks}/other-node-still-told", "a node is still told of a withdrawal when a process of another node has disconnected.")
            .Bears("connect.effect.forced-disconnect")
            .Exporter(controller: "x1").Segment().Importer(controller: "x1").Buffers().Connect().InitBarrier().Importer("C", "x1", role: "third").Connect()
            .Act().Disconnect().May(Allow.Success)
            .Preamble().As("exporter").Unpublish()
            .Frame("connect.effect.forced-disconnect").As("importer").Get().May(Allow.Aborted).Done();

    private static Case ExporterMemoryStays() =>
        Ensure($"{Breaks}/memory-stays", "what was written through a link stays in the exporter's memory when the link is broken.")
            .LinkedPair().Put().Act().Disconnect().May(Allow.ImplicitlyMapped)
            .Frame(Breaks).As("exporter").Load("mem", Sent).Load("mem@1p", null).Done();

    private static Case ReadOnlyMemoryStays() =>
        Ensure($"{Breaks}/memory-untouched", "breaking a link changes nothing in the exporter's memory.")
            .Pair().Connect().Map().Unmap().Act().Disconnect().May(Allow.Success).ExporterMemoryUntouched(Breaks).Done();

    private static Case ExporterGoesOn() =>
        Ensure($"{Breaks}/exporter-goes-on", "the exporter can withdraw and destroy a segment whose importer disconnected.")
            .Pair().Connect().Act().Disconnect().May(Allow.Success)
            .Frame(Breaks).As("exporter").Republish("A:0666").Unpublish().Publish().Unpublish().Destroy().Done();

    private static Case WithdrawalDoesNotTouch() =>
        Ensure($"{Breaks}/withdrawal-later", "a withdrawal after a disconnect does not touch the new link of another segment.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Connect()
            .Act().Disconnect().May(Allow.Success)
            .Preamble().Connect("imp2", "S2").InitBarrier("imp2", "bar2").As("exporter").Unpublish()
            .Frame(Siblings).As("importer").Reads("imp2", ExportedSecond).Done();

    private static Case SiblingOfSameSegment() =>
        Ensure($"{Siblings}/same-segment", "another link with the same segment works on.")
            .LinkedPair().Connect("gone").Act().Disconnect("gone").May(Allow.Success)
            .Frame(Siblings).Reads().Put().As("exporter").Load("mem", Sent).As("importer").Disconnect().Done();

    private static Case SiblingOfOtherSegment() =>
        Ensure($"{Siblings}/other-segment", "a link with another segment works on.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Connect().Connect("imp2", "S2").InitBarrier("imp2", "bar2")
            .Act().Disconnect().May(Allow.Success).Frame(Siblings).Reads("imp2", ExportedSecond).Disconnect("imp2").Done();

    private static Case SiblingOfOtherProcess() =>
        Ensure($"{Siblings}/other-process", "the link of another process with the same segment works on.")
            .LinkedPair().Importer(role: "second").Connect().Act().Disconnect().May(Allow.Success)
            .Frame(Siblings).As("importer").Reads().Disconnect().Done();

    private static Case SiblingOnOtherNode() =>
        Ensure($"{Siblings}/other-node", "the link of another node with the same segment works on.")
            .Exporter(controller: "x1").Segment().Importer(controller: "x1").Buffers().Connect().InitBarrier()
            .Importer("C", "x1", role: "second").Connect().Act().Disconnect().May(Allow.Success)
            .Frame(Siblings).As("importer").Reads().Disconnect().Done();

    private static Case SiblingMapped() =>
        Ensure($"{Siblings}/mapped", "the map of another link with the same segment stays.")
            .Pair().Sibling().Connect().Map().Unmap().Act().Disconnect().May(Allow.Success).Load("sibmap", Exported).May(Allow.Data)
            .SiblingWorks(Siblings).Unmap("sib").Disconnect("sib").Done();

    private static Case OwnExportStays() =>
        Ensure($"{Siblings}/own-export", "a segment that the same process exports stays published and linked.")
            .Exporter().Segment().Exporter("A", role: "importer").Buffer("own", 5, "2p").Create("expown", "own").Publish("S2", null, "expown").Connect()
            .As("exporter").Buffers().Connect("back", "S2", node: "A").InitBarrier("back", "bar")
            .Act().As("importer").Disconnect().May(Allow.Success)
            .Frame(Siblings).As("exporter").Reads("back", 5).Done();

    private static Case ControllerStays() =>
        Ensure($"{Siblings}/controller", "the controller stays open when the last link made through it is broken.")
            .Pair().Connect().Act().Disconnect().May(Allow.Success).Frame(Siblings).Connect("again").Disconnect("again").Release().Done();

    private static Case Reconnect() =>
        Ensure($"{Again}/once", "a link that was broken can be made again and works.")
            .LinkedPair().Disconnect().Act().Connect("again").May(Allow.Success)
            .Frame(Again).InitBarrier("again", "bar2").Reads("again").Put("again").As("exporter").Load("mem", Sent).Done();

    private static Case ReconnectBesideAnother() =>
        Ensure($"{Again}/beside-another", "a link that was broken can be made again while another with the same segment stands.")
            .Pair().Connect("stays").Connect().Disconnect().Act().Connect("again").May(Allow.Success).Frame(Again).Disconnect("again").Disconnect("stays").Done();

    private static Case ReconnectManyTimes() =>
        Ensure($"{Again}/hundred-times", "a link can be broken and made again a hundred times.")
            .Pair().Buffers().Act().Repeat(100, s => s.Connect().May(Allow.Success).Disconnect().May(Allow.Success))
            .Frame(Again).Connect("last").InitBarrier("last", "bar").Reads("last").Done();

    private static Case ReconnectOtherMode() =>
        Ensure($"{Again}/other-mode", "a link can be made again with another mode and has the rights of that.")
            .Pair("A:0666").Buffers().Connect("old", perm: "0400").Disconnect("old").Act().Connect().May(Allow.Success)
            .Frame(Again).InitBarrier().Put().Get().Done();

    private static Case ReconnectOtherId() =>
        Ensure($"{Again}/other-segment", "a variable that held one link can hold a link with another segment.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Connect().Disconnect()
            .Act().Connect(id: "S2").May(Allow.Success).Frame(Again).InitBarrier().Reads("imp", ExportedSecond).Disconnect().Done();

    private static Case ReconnectAfterUse() =>
        Ensure($"{Again}/after-use", "a link that was mapped, polled and fenced before it was broken can be made again.")
            .LinkedPair().Map().Get().Put().Unmap().GetPollfd().ReleasePollfd().DestroyBarrier().Disconnect()
            .Act().Connect("again").May(Allow.Success).Frame(Again).InitBarrier("again", "bar2").Get("again").Map("again", "map2").Unmap("again").Disconnect("again").Done();

    private static Case ReconnectOtherProcess() =>
        Ensure($"{Again}/other-process", "a segment from which one process disconnected can be connected by another.")
            .LinkedPair().Disconnect().Importer(role: "second").Buffers().Act().Connect().May(Allow.Success)
            .Frame(Again).InitBarrier().Reads().Done();

    private static Case ReconnectJudgedAnew() =>
        Ensure($"{Again}/judged-anew", "a connect after a disconnect is judged by what the exporter publishes then.")
            .Bears("connect.error.seg-not-published")
            .Pair().ControlConnect().Disconnect("twin").Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Connect().May(Allow.NotPublished)
            .Preamble().As("exporter").Publish().Act().As("importer").Connect("imp2").May(Allow.Success).Done();

    private static Case ReconnectLocal() =>
        Ensure($"{Again}/local", "a link on the own node that was broken can be made again and works.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().Connect(node: "A").Disconnect()
            .Act().Connect("again", node: "A").May(Allow.Success).Frame(Again).InitBarrier("again", "bar").Reads("again").Done();
}
