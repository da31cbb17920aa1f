using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>What a new access list does to the links that exist and to those that come.</summary>
internal static class RepublishCases
{
    private const string Survives = "connect.effect.survives-republish";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        Keeps("dropped", "its node is dropped from the list", "C:0666"), Keeps("narrowed", "its node keeps reading only", "A:0400"),
        Keeps("denied", "its node keeps nothing", "A:0000"), Keeps("same", "the list stays the same", "A:0666"), Keeps("no-list", "the list is taken away", null),
        DroppedWithLink(), DroppedAfterDisconnect(), DroppedNeverLinked(), .. new[] { "0400", "0200" }.Select(DroppedAtMode), DroppedOtherProcess(), DroppedPrivileged(),
        NarrowedWithLink(), NarrowedStillReads(), NarrowedToNothing(), WidenedNewLink(), WidenedOldLink(), Admitted(), AdmittedAfterRefusal(),
        ListTakenAway(), DeniedThenGranted(), ListGiven(), ListGivenNode(), TwiceBackAndForth(), OtherSegmentUnaffected(), KeptMap(), ClassNarrowed(),
    ];

    private static Case Keeps(string name, string words, string? list) =>
        Ensure($"{Survives}/link-lives-when-{name}", $"a link keeps working with its rights when {words}.")
            .LinkedPair(list: "A:0666").As("exporter").Republish(list)
            .Act().As("importer").Get().May(Allow.Success).Load("in", Exported).May(Allow.Data).Put().May(Allow.Success)
            .As("exporter").Load("mem", Sent).May(Allow.Data)
            .Frame("disconnect.return.success-zero").As("importer").Disconnect().Done();

    private static Case DroppedWithLink() =>
        Ensure($"{Survives}/dropped-with-link", "a node that the new list drops is not admitted again although it has a link.")
            .Bears("connect.error.seg-not-published-to-node")
            .Pair("A:0666").ControlConnect().Preamble().As("exporter").Republish("C:0666")
            .Act("the list").As("importer").Connect().May(Allow.Dropped).Done();

    private static Case DroppedAfterDisconnect() =>
        Ensure($"{Survives}/dropped-after-disconnect", "a node that the new list drops is not admitted after its link is gone.")
            .Bears("connect.error.seg-not-published-to-node")
            .Pair("A:0666").ControlConnect().Disconnect("twin").Preamble().As("exporter").Republish("C:0666")
            .Act("the list").As("importer").Connect().May(Allow.NotToNode).Done();

    private static Case DroppedNeverLinked() =>
        Ensure($"{Survives}/dropped-never-linked", "a node that the new list drops is not admitted.")
            .Bears("connect.error.seg-not-published-to-node")
            .Exporter().Segment("A:0666").SecondSegment("A:0666").Republish("C:0666").Importer().ControlConnect("S2")
            .Act("the list").Connect().May(Allow.NotToNode).Done();

    private static Case DroppedAtMode(string mode) =>
        Ensure($"{Survives}/dropped-with-link-perm-{mode}", $"a node that the new list drops is not admitted for {mode} either.")
            .Bears("connect.error.seg-not-published-to-node")
            .Pair("A:0666").ControlConnect(perm: mode).Preamble().As("exporter").Republish("C:0666")
            .Act("the list").As("importer").Connect(perm: mode).May(Allow.Dropped).Done();

    private static Case DroppedOtherProcess() =>
        Ensure($"{Survives}/dropped-other-process", "another process of a node that the new list drops is not admitted either.")
            .Bears("connect.error.seg-not-published-to-node")
            .Pair("A:0666").ControlConnect().Importer(role: "second").As("exporter").Republish("C:0666")
            .Act("the list").As("second").Connect().May(Allow.Dropped).Done();

    private static Case DroppedPrivileged() =>
        Ensure($"{Survives}/dropped-privileged", "a privileged process of a node that the new list drops is not admitted again although the node has a link.")
            .Bears("connect.error.seg-not-published-to-node", "connect.permission.privileged")
            .Pair("A:0666").Importer(identity: IdentityClass.Privileged, role: "root").ControlConnect().Preamble().As("exporter").Republish("C:0666")
            .Act("the list").As("root").Connect().May(Allow.DroppedPrivileged).Done();

    private static Case NarrowedWithLink() =>
        Ensure($"{Survives}/narrowed-with-link", "a node whose rights are narrowed is judged by the new list although it has a link.")
            .Bears("connect.error.perm-denied")
            .Pair("A:0666").ControlConnect().Preamble().As("exporter").Republish("A:0400")
            .Act("the list").As("importer").Connect().May(Allow.Denied).Done();

    private static Case NarrowedStillReads() =>
        Ensure($"{Survives}/narrowed-still-reads", "a node whose rights are narrowed to reading can still connect for reading.")
            .Pair("A:0666").As("exporter").Republish("A:0400")
            .Act().As("importer").Connect(perm: "0400").May(Allow.Success).Done();

    private static Case NarrowedToNothing() =>
        Ensure($"{Survives}/narrowed-to-nothing", "a node whose rights are taken in the new list is refused.")
            .Bears("connect.error.perm-denied", "connect.error.seg-not-published-to-node")
            .Pair("A:0666").ControlConnect().Disconnect("twin").Preamble().As("exporter").Republish("A:0000")
            .Act("the list").As("importer").Connect().May(Allow.ListedWithNothing).Done();

    private static Case WidenedNewLink() =>
        Ensure($"{Survives}/widened-new-link", "a node whose rights are widened can use them at the next connect, beside its link.")
            .Pair("A:0400").Buffers().Connect("old", perm: "0400").As("exporter").Republish("A:0600")
            .Act().As("importer").Connect().May(Allow.Success)
            .Frame(Survives).InitBarrier().Put().As("exporter").Load("mem", Sent).Done();

    private static Case WidenedOldLink() =>
        Ensure($"{Survives}/widened-old-link", "a link does not gain the rights of a new list.")
            .Bears("connect.permission.read-rights")
            .LinkedPair("0400", "A:0400").Map(perm: "0400").As("exporter").Republish("A:0600")
            .As("importer").ControlConnect().InitBarrier("twin", "twinbar").Put("twin", "1p")
            .Act("the moment of the connect").Put().May(Allow.Denied).Done();

    private static Case Admitted() =>
        Ensure($"{Survives}/admitted", "a node that the new list names can connect.")
            .Bears("support.export-republish")
            .Pair("C:0666").As("exporter").Republish("C:0666 A:0600")
            .Act().As("importer").Connect().May(Allow.Success).Done();

    private static Case AdmittedAfterRefusal() =>
        Ensure("connect.effect.failure-changes-nothing/admitted-after-refusal", "a node that was refused can connect once the list names it.")
            .Bears(Survives)
            .Pair("C:0666").Act("the list").Connect().May(Allow.NotToNode)
            .Preamble().As("exporter").Republish("A:0600").As("importer").ControlConnect().Done();

    private static Case ListTakenAway() =>
        Ensure($"{Survives}/list-taken-away", "every node is admitted once the list is taken away.")
            .Pair("C:0666").As("exporter").Republish(null).Act().As("importer").Connect().May(Allow.Success).Done();

    private static Case ListGiven() =>
        Ensure($"{Survives}/list-given", "only nodes that are named are admitted once a list is given.")
            .Bears("connect.error.seg-not-published-to-node")
            .Pair().ControlConnect().Disconnect("twin").Preamble().As("exporter").Republish("C:0666")
            .Act("the list").As("importer").Connect().May(Allow.NotToNode).Done();

    private static Case ListGivenNode() =>
        Ensure($"{Survives}/list-given-other-node", "a node that the new list names is admitted when another is dropped.")
            .Exporter(controller: "x1").Segment("A:0666").Importer("C", "x1").As("exporter").Republish("C:0666")
            .Act().As("importer").Connect().May(Allow.Success).Done();

    private static Case TwiceBackAndForth() =>
        Ensure($"{Survives}/back-and-forth", "each connect is judged by the list of its time.")
            .Bears("connect.error.seg-not-published-to-node")
            .Pair("A:0666").ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Republish("C:0666").Act("the list").As("importer").Connect("imp1").May(Allow.NotToNode)
            .Preamble().As("exporter").Republish("A:0666").Act().As("importer").Connect("imp2").May(Allow.Success).Disconnect("imp2").May(Allow.Success)
            .Preamble().As("exporter").Republish("C:0666").Act("the list").As("importer").Connect("imp3").May(Allow.NotToNode).Done();

    private static Case DeniedThenGranted() =>
        Ensure($"{Survives}/denied-then-granted", "who was denied by one list is admitted by the next that grants it.")
            .Bears("connect.error.perm-denied", "connect.permission.identity")
            .Pair("A:0666").ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Republish("A:0066").Act("the list").As("importer").Connect("imp1").May(Allow.Denied)
            .Preamble().As("exporter").Republish("A:0666").Act().As("importer").Connect("imp2").May(Allow.Success).Done();

    private static Case OtherSegmentUnaffected() =>
        Ensure($"{Survives}/other-segment", "a new list of one segment does not concern another.")
            .Exporter().Segment("A:0666").SecondSegment("A:0666").Republish("C:0666", "exp2")
            .Importer().Act().Connect().May(Allow.Success).Done();

    private static Case KeptMap() =>
        Ensure($"{Survives}/map-lives", "a map keeps showing and writing the segment when its node is dropped from the list.")
            .LinkedPair(list: "A:0666").Map().As("exporter").Republish("C:0666").Store("mem", 9).As("importer").OpenBarrier()
            .Act().Load("map", 9).May(Allow.Data).Store("map", Sent).May(Allow.Done).CloseBarrier().May(Allow.Success)
            .As("exporter").Load("mem", Sent).May(Allow.Data).Done();

    private static Case ClassNarrowed() =>
        Ensure($"{Survives}/class-narrowed", "an importer whose class loses its digit is denied at the next connect.")
            .Bears("connect.error.perm-denied", "connect.permission.other-class")
            .Exporter().Segment("A:0666").Importer(identity: IdentityClass.Other).ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Republish("A:0660")
            .Act("the list").As("importer").Connect().May(Allow.Denied).Done();
}
