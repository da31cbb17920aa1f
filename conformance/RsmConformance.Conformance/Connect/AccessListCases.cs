using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Which entry of the access list counts, and who is not on it.</summary>
internal static class AccessListCases
{
    private const string Entry = "connect.permission.node-entry";
    private const string Absent = "connect.error.seg-not-published-to-node";
    private static readonly string[] Modes = ["0400", "0200", "0600"];

    private static readonly (IdentityClass Class, string Word)[] Classes =
        [(IdentityClass.Owner, "owner"), (IdentityClass.Group, "group"), (IdentityClass.Other, "other")];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        Granted("only-entry", "the entry of the importer's node counts.", "A:0600"),
        Granted("after-other-nodes", "the entry of the importer's node counts wherever it stands.", "B:0000 C:0000 A:0600"),
        Granted("first-of-two-grants", "the first of two entries for the node counts when it grants.", "A:0600 A:0000"),
        Granted("first-of-three-grants", "the first entry for the node counts, with another node's between.", "C:0000 A:0600 B:0000 A:0400"),
        Granted("last-of-sixty-four", "the sixty-fourth entry counts when it is the first for the node.", string.Join(' ', Enumerable.Repeat("C:0000", 63).Append("A:0600"))),
        Refused("first-of-two-denies", "the first of two entries for the node counts when it denies.", "A:0400 A:0600", Allow.Denied),
        Refused("first-of-two-nothing", "the first of two entries for the node counts when it grants nothing.", "A:0000 A:0600", Allow.ListedWithNothing),
        Refused("other-nodes-grant", "what other nodes may do does not count for the importer's.", "B:0666 C:0666 A:0400", Allow.Denied),
        ListOverUmaskGrants(), ListOverUmaskDenies(), LengthShorterThanArray(), LocalEntry(), EachNodeItsOwn(), OddBitsGrantNothing(),
        .. from c in Classes from mode in Modes select ListedWithNothing(c.Class, c.Word, mode),
        AbsentNode("other-node-listed", "a segment whose list names another node only", "C:0666"),
        AbsentNode("exporting-node-listed", "a segment whose list names the exporting node only", "B:0666"),
        AbsentNode("two-others-listed", "a segment whose list names two other nodes", "B:0666 C:0666"),
        .. Modes.Select(AbsentAtMode), AbsentOnOwnNode(), .. Classes.Skip(1).Select(c => AbsentAndDenied(c.Class, c.Word)),
        .. EveryNodeWithoutList(), AdmittedElsewhere(),
        .. new[] { "0777", "0611", "0766", "01000", "04600", "0667" }.Select(OddValue),
    ];

    private static Case Granted(string name, string purpose, string list) =>
        Ensure($"{Entry}/{name}", purpose).Pair(list).Act().Connect().May(Allow.Success).Done();

    private static Case Refused(string name, string purpose, string list, Sequence<PermittedOutcome> outcomes) =>
        Ensure($"{Entry}/{name}", purpose).Bears("connect.error.perm-denied")
            .Exporter().Segment(list).SecondSegment("A:0666").Importer().ControlConnect("S2")
            .Act("the list: one entry that grants everything in the control").Connect().May(outcomes).Done();

    private static Case ListOverUmaskGrants() =>
        Ensure($"{Entry}/list-over-umask-grants", "a list that grants is not narrowed by the umask.")
            .Exporter(umask: "777").Segment("A:0666").Importer(identity: IdentityClass.Other)
            .Act().Connect().May(Allow.Success).Done();

    private static Case ListOverUmaskDenies() =>
        Ensure($"{Entry}/list-over-umask-denies", "a list that denies is not widened by the umask.")
            .Bears("connect.error.perm-denied")
            .Exporter(umask: "000").Segment("A:0660").SecondSegment("A:0666").Importer(identity: IdentityClass.Other)
            .ControlConnect("S2").Act("the digit for others: 6 in the control").Connect().May(Allow.Denied).Done();

    private static Case LengthShorterThanArray() =>
        Ensure($"{Entry}/length-shorter-than-array", "entries beyond the length that publish was given do not count.")
            .Bears("support.export-publish")
            .Exporter().Buffer("mem", Exported, "2p").Create().Publish("S1", "C:0666 A:0666", length: 1)
            .SecondSegment("C:0666 A:0666").Importer().ControlConnect("S2")
            .Act("the length passed: that of the array in the control").Connect().May(Allow.NotToNode).Done();

    private static Case LocalEntry() =>
        Ensure($"{Entry}/own-node-listed", "an importer on the exporting node is judged by the entry of that node.")
            .Bears("connect.error.perm-denied")
            .Exporter("A").Segment("A:0400 B:0600").Importer().ControlConnect(perm: "0400", node: "A")
            .Act("the mode").Connect(perm: "0600", node: "A").May(Allow.Denied).Done();

    private static Case EachNodeItsOwn() =>
        Ensure($"{Entry}/each-node-its-own", "two nodes with different entries are each judged by their own.")
            .Exporter(controller: "x1").Segment("A:0400 C:0200").Importer(controller: "x1").Importer("C", "x1", role: "second")
            .Control().As("importer").Connect("twin", perm: "0400")
            .Act("the node and the mode").As("importer").Connect(perm: "0200").May(Allow.Denied)
            .As("second").Connect(perm: "0200").May(Allow.Success).Connect("imp2", perm: "0400").May(Allow.Denied).Done();

    private static Case OddBitsGrantNothing() =>
        Ensure($"{Entry}/odd-bits-grant-nothing", "bits of an entry that mean neither read nor write grant nothing.")
            .Bears("connect.error.perm-denied")
            .Exporter().Buffer("mem", Exported, "2p").Create().Publish("S1", "A:0511").SecondSegment("A:0666")
            .Importer(identity: IdentityClass.Other).ControlConnect("S2", "0400")
            .Act("the entry").Connect(perm: "0400").May(Allow.Denied).Done();

    private static Case ListedWithNothing(IdentityClass identity, string word, string mode) =>
        Ensure($"{Entry}/mode-0000/{word}/perm-{mode}", $"a node whose entry grants nothing is refused mode {mode}, also for the {word}.")
            .Bears("connect.error.perm-denied", Absent)
            .Exporter().Segment("A:0000").SecondSegment("A:0666").Importer(identity: identity).ControlConnect("S2", mode)
            .Act("the entry: 0666 in the control").Connect(perm: mode).May(Allow.ListedWithNothing).Done();

    private static Case AbsentNode(string name, string what, string list) =>
        Ensure($"{Absent}/{name}", $"{what} is reported as not published to the importer's node.")
            .Exporter().Segment(list).SecondSegment(list + " A:0666").Importer().ControlConnect("S2")
            .Act("the list: the importer's node is on it in the control").Connect().May(Allow.NotToNode).Done();

    private static Case AbsentAtMode(string mode) =>
        Ensure($"{Absent}/perm-{mode}", $"a node that is not listed is told so whatever it asks for, here {mode}.")
            .Exporter().Segment("C:0666").SecondSegment("C:0666 A:0666").Importer().ControlConnect("S2", mode)
            .Act("the list: the importer's node is on it in the control").Connect(perm: mode).May(Allow.NotToNode).Done();

    private static Case AbsentOnOwnNode() =>
        Ensure($"{Absent}/own-node-absent", "the exporting node itself is not admitted when the list does not name it.")
            .Exporter("A").Segment("B:0666").SecondSegment("B:0666 A:0666").Importer().ControlConnect("S2", node: "A")
            .Act("the list: the own node is on it in the control").Connect(node: "A").May(Allow.NotToNode).Done();

    private static Case AbsentAndDenied(IdentityClass identity, string word) =>
        Ensure($"{Absent}/and-{word}-denied", $"a node that is not listed is refused when the {word} class would be denied as well.")
            .Bears("connect.error.perm-denied", "connect.error.any-holding")
            .Exporter(umask: "077").Segment("C:0600").SecondSegment("A:0666").Importer(identity: identity).ControlConnect("S2")
            .Act("the list: the importer's node with every right in the control").Connect().May(Allow.NotToNodeAndDenied).Done();

    private static IEnumerable<Case> EveryNodeWithoutList() =>
        from node in new[] { "A", "B", "C" }
        select Ensure($"connect.permission.default-mode/every-node/{(node == "B" ? "exporting-node" : "from-" + node.ToLowerInvariant())}", "a segment published without a list is open to every node.")
            .Exporter(controller: "x1").Segment().Importer(node, "x1").Act().Connect().May(Allow.Success).Done();

    private static Case AdmittedElsewhere() =>
        Ensure($"{Absent}/admitted-elsewhere", "that a listed node has a link does not admit another node.")
            .Exporter(controller: "x1").Segment("C:0666").SecondSegment("A:0666").Importer("C", "x1", role: "second").Connect()
            .Importer(controller: "x1").ControlConnect("S2")
            .Act("the list: the importer's node is on it in the control").Connect().May(Allow.NotToNode).Done();

    private static Case OddValue(string mode) =>
        Ensure($"{Entry}/publish-value-{mode}", $"publish either refuses the entry {mode} or ignores the bits that mean nothing.")
            .Bears("support.export-publish")
            .Exporter().Buffer("mem", Exported, "2p").Create().SecondSegment("A:0666")
            .Act().Publish("S1", "A:" + mode)
            .May([new("RSMERR_BAD_ACL", "A48.bad-acl"), new("RSM_SUCCESS", "A48.masked")])
            .Importer().Frame(Entry).Connect("other", "S2").Done();
}
