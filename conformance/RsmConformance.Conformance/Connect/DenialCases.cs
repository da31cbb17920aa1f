using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Denials as a caller meets them: on both kinds of controller, again and again, and lifted.</summary>
internal static class DenialCases
{
    private const string Assertion = "connect.error.perm-denied";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        Entry("write-of-read-only", "0400", "0200"), Entry("both-of-read-only", "0400", "0600"),
        Entry("read-of-write-only", "0200", "0400"), Entry("both-of-write-only", "0200", "0600"),
        Loopback(), OwnSegment(), AgainAndAgain(), Lifted(),
    ];

    private static Case Entry(string name, string entry, string mode) =>
        Ensure($"{Assertion}/{name}", $"mode {mode} is denied where the exporter permits {entry}.")
            .Pair("A:" + entry).ControlConnect(perm: entry).Act("the mode").Connect(perm: mode).May(Allow.Denied).Done();

    private static Case Loopback() =>
        Ensure($"{Assertion}/loopback", "the exporter's default mode denies other users on the loopback controller too.")
            .Exporter("A", "loopback", umask: "027").Segment().Importer("A", "loopback", IdentityClass.Group).Importer("A", "loopback", IdentityClass.Other, "stranger")
            .Control().As("importer").Connect("twin", perm: "0400", node: "A")
            .Act("the user").As("stranger").Connect(perm: "0400", node: "A").May(Allow.Denied).Done();

    private static Case OwnSegment() =>
        Ensure($"{Assertion}/own-segment", "a process is denied its own segment where it permits itself too little.")
            .Exporter("A").Segment("A:0466").ControlConnect(perm: "0400", node: "A")
            .Act("the mode").Connect(perm: "0600", node: "A").May(Allow.Denied).Done();

    private static Case AgainAndAgain() =>
        Ensure($"{Assertion}/again-and-again", "a denial does not wear off, with other links in between.")
            .Pair("A:0400").ControlConnect(perm: "0400").Act("the mode")
            .Repeat(10, s => s.Connect("bad").May(Allow.Denied).Connect("good", perm: "0400").May(Allow.Success).Disconnect("good").May(Allow.Success)).Done();

    private static Case Lifted() =>
        Ensure($"{Assertion}/lifted", "an importer that was denied is admitted once the segment is published for it.")
            .Bears("connect.effect.failure-changes-nothing", "support.export-publish", "support.export-unpublish")
            .Pair("A:0400").Act("the entry").Connect().May(Allow.Denied)
            .Preamble().As("exporter").Unpublish().Publish("S1", "A:0600").As("importer").ControlConnect().Done();
}
