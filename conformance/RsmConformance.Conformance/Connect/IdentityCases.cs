using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Whose digit counts, and when identity and umask are taken.</summary>
internal static class IdentityCases
{
    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. ExampleOfThePage(),
        Exclusive("owner-denied-group-and-other-allowed", IdentityClass.Owner, "0066"),
        Exclusive("owner-denied-other-allowed", IdentityClass.Owner, "0006"),
        Exclusive("owner-denied-group-allowed", IdentityClass.Owner, "0060"),
        Exclusive("group-denied-owner-and-other-allowed", IdentityClass.Group, "0606"),
        Exclusive("group-denied-other-allowed", IdentityClass.Group, "0006"),
        Exclusive("group-denied-owner-allowed", IdentityClass.Group, "0600"),
        Exclusive("other-denied-owner-and-group-allowed", IdentityClass.Other, "0660"),
        Exclusive("other-denied-owner-allowed", IdentityClass.Other, "0600"),
        Exclusive("other-denied-group-allowed", IdentityClass.Other, "0060"),
        Exclusive("rights-do-not-add-up-owner", IdentityClass.Owner, "0422"),
        Exclusive("rights-do-not-add-up-group", IdentityClass.Group, "0242"),
        AcrossNodes(), SameNode(), BecameOwner(), ImporterBecameOther(), ImporterBecameOwner(), ImporterChangedBetween(),
        TwoUsersOneNode(), TwoExportersOneNode(), PrivilegedExporter(),
        ExporterChangedBetween(), UmaskNarrowed(), UmaskWidened(), UmaskAfterPublish(),
        .. new[] { "0400", "0200", "0600" }.Select(Privileged),
        PrivilegedGranted(), PrivilegedGrantedAsOther(), PrivilegedMaps(),
    ];

    private static IEnumerable<Case> ExampleOfThePage()
    {
        (string Word, IdentityClass Class, string Digit)[] rights =
            [("owner", IdentityClass.Owner, "0400 0200 0600"), ("group", IdentityClass.Group, "0200"), ("other", IdentityClass.Other, "0400")];
        foreach ((string word, IdentityClass identity, string granted) in rights)
        {
            foreach (string mode in new[] { "0400", "0200", "0600" })
            {
                bool allowed = granted.Contains(mode, StringComparison.Ordinal);
                CaseScript script = Ensure(
                    $"connect.permission.exclusive-class/mode-0624/{word}/perm-{mode}",
                    $"with the entry 0624 the {word} is {(allowed ? "granted" : "denied")} mode {mode}.")
                    .Exporter().Segment("A:0624").SecondSegment("A:0666").Importer(identity: identity).ControlConnect("S2", mode);
                yield return script.Act("the entry: 0666 in the control")
                    .Connect(perm: mode).May(allowed ? Allow.Success : ExclusiveDenial(identity)).Done();
            }
        }
    }

    private static Case Exclusive(string name, IdentityClass identity, string mode) =>
        Ensure($"connect.permission.exclusive-class/{name}", $"the digits of other classes do not help where the own one denies: entry {mode}.")
            .Bears("connect.error.perm-denied")
            .Exporter().Segment("A:" + mode).SecondSegment("A:0666").Importer(identity: identity).ControlConnect("S2")
            .Act("the entry: 0666 in the control").Connect().May(ExclusiveDenial(identity)).Done();

    private static Sequence<PermittedOutcome> ExclusiveDenial(IdentityClass identity) =>
        identity == IdentityClass.Owner ? Allow.Only("RSMERR_PERM_DENIED", "A22.denied") : Allow.Denied;

    private static Case AcrossNodes() =>
        Ensure("connect.permission.identity/across-nodes", "ids are compared as numbers across nodes: equal uids on two nodes are the owner.")
            .Exporter().Segment("A:0600").SecondSegment("A:0666").Importer().Importer(identity: IdentityClass.Other, role: "stranger")
            .Control().As("stranger").Connect("twin", "S2")
            .Act("the user").As("stranger").Connect().May(Allow.Denied).As("importer").Connect().May(Allow.Success).Done();

    private static Case SameNode() =>
        Ensure("connect.permission.identity/own-node", "being on the exporter's node gives no right: other users are judged as others there too.")
            .Exporter("A", "loopback", umask: "077").Segment()
            .Importer("A", "loopback").Importer("A", "loopback", IdentityClass.Other, "stranger")
            .ControlConnectBy("importer", "A")
            .Act("the user: the owner in the control").As("stranger").Connect(node: "A").May(Allow.Denied).Done();

    private static Case BecameOwner() =>
        Ensure("connect.permission.identity/exporter-became-owner", "the exporter's ids are those that it had when it exported, not those it was started with.")
            .Preamble().Role("exporter", "B", IdentityClass.Privileged).Become(IdentityClass.Owner).Open().Segment("A:0600")
            .Importer().Act().Connect().May(Allow.Success).Done();

    private static Case ImporterBecameOther() =>
        Ensure("connect.permission.identity/importer-became-other", "the importer's ids are those that it has when it connects.")
            .Exporter().Segment("A:0660").SecondSegment("A:0666")
            .Preamble().Role("importer", "A", IdentityClass.Privileged).Become(IdentityClass.Other).Open().ControlConnect("S2")
            .Act("the digit for others: 6 in the control").Connect().May(Allow.Denied).Done();

    private static Case ImporterBecameOwner() =>
        Ensure("connect.permission.identity/importer-became-owner", "an importer that became the owner before its connect is judged as the owner.")
            .Exporter().Segment("A:0600")
            .Preamble().Role("importer", "A", IdentityClass.Privileged).Become(IdentityClass.Owner).Open()
            .Act().Connect().May(Allow.Success).Done();

    private static Case ImporterChangedBetween() =>
        Ensure("connect.permission.identity/importer-changed-between", "an importer that became another user between two connects is judged anew.")
            .Exporter().Segment("A:0600").SecondSegment("A:0666")
            .Preamble().Role("importer", "A", IdentityClass.Privileged).Open().Connect("before", "S2").Become(IdentityClass.Owner)
            .Act().Connect().May(Allow.Success).Done();

    private static Case TwoExportersOneNode() =>
        Ensure("connect.permission.identity/two-exporters-of-one-node", "each segment belongs to the user that exported it, also where two users of one node export.")
            .Exporter().Segment("A:0600").Exporter(identity: IdentityClass.Other, role: "second").Segment("A:0600", "S2").Importer()
            .ControlConnect().Act("the exporting user: the importer's own in the control").Connect(id: "S2").May(Allow.Denied).Done();

    private static Case PrivilegedExporter() =>
        Ensure("connect.permission.identity/privileged-exporter", "a segment that a privileged process exported is as closed as its mode says.")
            .Bears("connect.error.perm-denied")
            .Exporter(identity: IdentityClass.Privileged).Segment("A:0600").SecondSegment("A:0666").Importer()
            .ControlConnect("S2").Act("the entry: 0666 in the control").Connect().May(Allow.Denied).Done();

    private static Case TwoUsersOneNode() =>
        Ensure("connect.permission.identity/two-users-of-one-node", "a link of one user does not admit another user of the same node.")
            .Exporter().Segment("A:0600").Importer().Importer(identity: IdentityClass.Other, role: "stranger")
            .ControlConnectBy("importer", "B")
            .Act("the user: the owner in the control").As("stranger").Connect().May(Allow.Denied).Done();

    private static Case ExporterChangedBetween() =>
        Ensure("connect.permission.identity/exporter-changed-between", "an exporter that became another user between create and publish counts as one or the other.")
            .Preamble().Role("exporter", "B", IdentityClass.Privileged).Open().Buffer("mem", Exported, "2p").Create()
            .Become(IdentityClass.Owner).Publish("S1", "A:0600").SecondSegment("A:0666")
            .Importer().ControlConnect("S2").Act("the entry and the moment of the change")
            .Connect().May([new("RSM_SUCCESS", "A20.exporter-at-publish"), new("RSMERR_PERM_DENIED", "A20.exporter-at-create")]).Done();

    private static Case UmaskNarrowed() =>
        Ensure("connect.permission.default-mode/umask-narrowed-before-publish", "the default mode is that of the umask at create or at publish, here narrowed between the two.")
            .Exporter(umask: "000").Buffer("mem", Exported, "2p").Create().Umask("077").Publish()
            .Importer(identity: IdentityClass.Other).Act()
            .Connect().May([new("RSM_SUCCESS", "A24.at-create"), new("RSMERR_PERM_DENIED", "A24.at-publish")]).Done();

    private static Case UmaskWidened() =>
        Ensure("connect.permission.default-mode/umask-widened-before-publish", "the default mode is that of the umask at create or at publish, here widened between the two.")
            .Exporter(umask: "077").Buffer("mem", Exported, "2p").Create().Umask("000").Publish()
            .Importer(identity: IdentityClass.Other).Act()
            .Connect().May([new("RSM_SUCCESS", "A24.at-publish"), new("RSMERR_PERM_DENIED", "A24.at-create")]).Done();

    private static Case UmaskAfterPublish() =>
        Ensure("connect.permission.default-mode/umask-after-publish", "a umask changed after publish has no effect on the segment.")
            .Exporter(umask: "000").Segment().Umask("777").Importer(identity: IdentityClass.Other)
            .Act().Connect().May(Allow.Success).Done();

    private static Case Privileged(string mode) =>
        Ensure($"connect.permission.privileged/perm-{mode}", $"a privileged importer without the right to {mode} is denied like any other or admitted by its privilege.")
            .Exporter().Segment("A:0660").Importer(identity: IdentityClass.Privileged)
            .Act().Connect(perm: mode).May(
            [
                new("RSM_SUCCESS", "A23.override"),
                new("RSMERR_PERM_DENIED", "A23.no-override"),
                new("RSM_SUCCESS", "A23.override-no-map", "D25"),
            ]).Done();

    private static Case PrivilegedGranted() =>
        Ensure("connect.permission.privileged/granted", "a privileged importer whom the mode grants the access is admitted.")
            .Exporter().Segment("A:0666").Importer(identity: IdentityClass.Privileged)
            .Act().Connect().May(Allow.Success).Done();

    private static Case PrivilegedGrantedAsOther() =>
        Ensure("connect.permission.privileged/granted-as-other", "a privileged importer is no owner and no member: the digit for others admits it where the two before it do not.")
            .Bears("connect.permission.other-class")
            .Exporter().Segment("A:0006").Importer(identity: IdentityClass.Privileged)
            .Act().Connect().May(Allow.Success).Done();

    private static Case PrivilegedMaps() =>
        Ensure("connect.permission.privileged/maps", "a privileged importer that is admitted by its privilege may map what it asked for.")
            .Exporter().Segment("A:0060").Importer(identity: IdentityClass.Privileged)
            .Act().Connect().May(
            [
                new("RSM_SUCCESS", "A23.override"),
                new("RSMERR_PERM_DENIED", "A23.no-override"),
                new("RSM_SUCCESS", "A23.override-no-map", "D25"),
            ])
            .Frame("connect.permission.privileged").Map().Done();
}
