using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>The umask that leaves nobody anything, and whose umask it must be.</summary>
internal static class DefaultModeCases
{
    private const string Assertion = "connect.permission.default-mode";
    private static readonly string[] Modes = ["0400", "0200", "0600"];

    private static readonly (IdentityClass Class, string Word)[] Classes =
        [(IdentityClass.Owner, "owner"), (IdentityClass.Group, "group"), (IdentityClass.Other, "other")];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. from c in Classes from mode in Modes select NothingLeft(c.Class, c.Word, mode),
        SetBeforeCreate(), EachExporterItsOwn(),
    ];

    private static Case NothingLeft(IdentityClass identity, string word, string mode) =>
        Ensure($"{Assertion}/nothing-left/{word}/perm-{mode}", $"without a list, a umask of 777 leaves the {word} no right to {mode}.")
            .Bears("connect.error.perm-denied")
            .Exporter(umask: "777").Segment().Exporter(umask: "000", role: "generous").SecondSegment()
            .Importer(identity: identity).ControlConnect("S2", mode)
            .Act("the umask of the exporting process: 000 in the control").Connect(perm: mode).May(Allow.Denied).Done();

    private static Case SetBeforeCreate() =>
        Ensure($"{Assertion}/umask-set-before-create", "the umask that counts is not the one that the process was started with.")
            .Bears("connect.error.perm-denied")
            .Exporter(umask: "000").SecondSegment().Umask("777").Segment().Importer().ControlConnect("S2")
            .Act("the umask at create and publish: 000 in the control").Connect().May(Allow.Denied).Done();

    private static Case EachExporterItsOwn() =>
        Ensure($"{Assertion}/each-exporter-its-own", "two exporters of one node have each their own umask.")
            .Bears("connect.error.perm-denied")
            .Exporter(umask: "000", role: "generous").SecondSegment().Exporter(umask: "777").Segment().Importer().ControlConnect("S2")
            .Act("the umask of the exporting process: 000 in the control").Connect().May(Allow.Denied).Done();
}
