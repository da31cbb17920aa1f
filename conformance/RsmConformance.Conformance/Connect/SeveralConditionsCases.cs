using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>
/// Several errors that hold at once: any of them may be reported, success never. Each case is a line of the table: what
/// is wrong with the arguments, and with the segment.
/// </summary>
internal static class SeveralConditionsCases
{
    private const string Assertion = "connect.error.any-holding";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        // A NULL controller and something else.
        Pair("null-controller-and-null-output", Second.Unpublished, s => s.Connect("null", controller: "null"), Allow.BadController, Allow.BadOutput),
        Pair("null-controller-and-unwritable-output", Second.Unpublished, s => s.Connect("unwritable", controller: "null"), Allow.BadController, Allow.BadOutput),
        Pair("null-controller-and-mode-0700", Second.Unpublished, s => s.Connect(controller: "null", perm: "0700"), Allow.BadController, Allow.ModeWithOtherBits),
        Pair("null-controller-and-not-published", Second.Unpublished, s => s.Connect(controller: "null", id: "S2"), Allow.BadController, Allow.NotPublished),
        Pair("null-controller-and-reserved-id", Second.Unpublished, s => s.Connect(controller: "null", id: "=0x1"), Allow.BadController, Allow.ReservedId),
        Pair("null-controller-and-unknown-node", Second.Unpublished, s => s.Connect(controller: "null", node: NodeRef.Unknown), Allow.BadController, Allow.UnknownNode),
        Pair("null-controller-and-not-listed", Second.NotListed, s => s.Connect(controller: "null", id: "S2"), Allow.BadController, Allow.NotToNode),
        Pair("null-controller-and-denied", Second.ReadOnly, s => s.Connect(controller: "null", id: "S2"), Allow.BadController, Allow.Denied),

        // An output that cannot be written and something else.
        Pair("null-output-and-mode-0700", Second.Unpublished, s => s.Connect("null", perm: "0700"), Allow.BadOutput, Allow.ModeWithOtherBits),
        Pair("unmapped-output-and-mode-0700", Second.Unpublished, s => s.Connect("unmapped", perm: "0700"), Allow.BadOutput, Allow.ModeWithOtherBits),
        Pair("null-output-and-not-published", Second.Unpublished, s => s.Connect("null", "S2"), Allow.BadOutput, Allow.NotPublished),
        Pair("unwritable-output-and-not-published", Second.Unpublished, s => s.Connect("unwritable", "S2"), Allow.BadOutput, Allow.NotPublished),
        Pair("null-output-and-reserved-id", Second.Unpublished, s => s.Connect("null", "=0x1"), Allow.BadOutput, Allow.ReservedId),
        Pair("null-output-and-unknown-node", Second.Unpublished, s => s.Connect("null", node: NodeRef.Unknown), Allow.BadOutput, Allow.UnknownNode),
        Pair("null-output-and-loopback-elsewhere", Second.Unpublished, s => s.Connect("null", controller: "loop"), Allow.BadOutput, Allow.LoopbackElsewhere),
        Pair("null-output-and-not-listed", Second.NotListed, s => s.Connect("null", "S2"), Allow.BadOutput, Allow.NotToNode),
        Pair("null-output-and-denied", Second.ReadOnly, s => s.Connect("null", "S2"), Allow.BadOutput, Allow.Denied),
        Pair("null-output-and-not-wired", Second.Unpublished, s => s.Connect("null", node: "C"), Allow.BadOutput, Allow.NotWired),

        // A mode that is none and something else.
        Pair("mode-0700-and-not-published", Second.Unpublished, s => s.Connect(perm: "0700", id: "S2"), Allow.ModeWithOtherBits, Allow.NotPublished),
        Pair("mode-0100-and-reserved-id", Second.Unpublished, s => s.Connect(perm: "0100", id: "=0x1"), Allow.ModeWithOtherBits, Allow.ReservedId),
        Pair("mode-0700-and-unknown-node", Second.Unpublished, s => s.Connect(perm: "0700", node: NodeRef.Unknown), Allow.ModeWithOtherBits, Allow.UnknownNode),
        Pair("mode-0700-and-high-node", Second.Unpublished, s => s.Connect(perm: "0700", node: "=64"), Allow.ModeWithOtherBits, Allow.HighNode),
        Pair("mode-0700-and-loopback-elsewhere", Second.Unpublished, s => s.Connect(perm: "0700", controller: "loop"), Allow.ModeWithOtherBits, Allow.LoopbackElsewhere),
        Pair("mode-0700-and-not-listed", Second.NotListed, s => s.Connect(perm: "0700", id: "S2"), Allow.ModeWithOtherBits, Allow.NotToNode),
        Pair("mode-0700-and-denied", Second.ReadOnly, s => s.Connect(perm: "0700", id: "S2"), Allow.ModeWithOtherBits, Allow.Denied),
        Pair("mode-0700-and-not-wired", Second.Unpublished, s => s.Connect(perm: "0700", node: "C"), Allow.ModeWithOtherBits, Allow.NotWired),
        Pair("mode-0700-and-third-controller", Second.ThroughX1, s => s.Connect(perm: "0700", id: "S2"), Allow.ModeWithOtherBits, WithoutSuccess(Allow.ThirdController)),
        Pair("denied-and-third-controller", Second.ReadOnlyThroughX1, s => s.Connect(id: "S2"), Allow.Denied, WithoutSuccess(Allow.ThirdController)),

        // A path that is down and something else.
        DownAnd("null-controller", Second.Unpublished, s => s.Connect(controller: "null"), Allow.BadController),
        DownAnd("null-output", Second.Unpublished, s => s.Connect("null"), Allow.BadOutput),
        DownAnd("mode-0700", Second.Unpublished, s => s.Connect(perm: "0700"), Allow.ModeWithOtherBits),
        DownAnd("not-published", Second.Unpublished, s => s.Connect(id: "S2"), Allow.NotPublished),
        DownAnd("not-listed", Second.NotListed, s => s.Connect(id: "S2"), Allow.NotToNode),
        DownAnd("denied", Second.ReadOnly, s => s.Connect(id: "S2"), Allow.Denied),

        // More than two.
        Pair("three-controller-output-mode", Second.Unpublished, s => s.Connect("null", controller: "null", perm: "0700"), Allow.BadController, Allow.BadOutput, Allow.ModeWithOtherBits),
        Pair("three-output-mode-id", Second.Unpublished, s => s.Connect("null", "S2", "0700"), Allow.BadOutput, Allow.ModeWithOtherBits, Allow.NotPublished),
        Pair("four", Second.Unpublished, s => s.Connect("null", "S2", "0700", controller: "null"), Allow.BadController, Allow.BadOutput, Allow.ModeWithOtherBits, Allow.NotPublished),
    ];

    // How S2 stands; S1 is always good.
    private enum Second
    {
        Unpublished,
        NotListed,
        ReadOnly,
        ThroughX1,
        ReadOnlyThroughX1,
    }

    private static CaseScript Scene(string name, Second second)
    {
        CaseScript script = Ensure($"{Assertion}/{name}", $"when several conditions hold ({name.Replace('-', ' ')}), the call fails with an error whose condition holds.")
            .Pair("A:0666").As("exporter");
        script = second switch
        {
            Second.Unpublished => script,
            Second.NotListed => script.SecondSegment("C:0666"),
            Second.ReadOnly => script.SecondSegment("A:0466"),
            Second.ThroughX1 => ThroughX1(script, "A:0666"),
            Second.ReadOnlyThroughX1 => ThroughX1(script, "A:0466"),
            _ => throw new ArgumentOutOfRangeException(nameof(second), second, "no such scene"),
        };
        return script.As("importer").Open("loopback", "loop").ControlConnect();
    }

    private static CaseScript ThroughX1(CaseScript script, string list) =>
        script.Open("x1", "ctl1").Buffer("mem2", ExportedSecond, "2p").Create("exp2", "mem2", controller: "ctl1").Publish("S2", list, "exp2");

    private static Case Pair(string name, Second second, Func<CaseScript, CaseScript> call, params Sequence<PermittedOutcome>[] conditions) =>
        Scene(name, second).Act("the arguments that are at fault").With(call).May(Allow.Any(conditions)).Done();

    private static Case DownAnd(string name, Second second, Func<CaseScript, CaseScript> call, Sequence<PermittedOutcome> other) =>
        Scene("path-down-and-" + name, second).Disconnect("twin").Preamble().Bed().Break(Cables.X0).Break(Cables.X1)
            .Act("the cables, and the arguments that are at fault").As("importer").With(call).May(Allow.Any(Allow.PathDown, other))
            .Postamble().Bed().Heal(Cables.X0).Heal(Cables.X1).Done();

    // Together with a condition that forbids it, success is no outcome of a wrong controller either.
    private static Sequence<PermittedOutcome> WithoutSuccess(Sequence<PermittedOutcome> outcomes) =>
        [.. outcomes.Where(o => o.Outcome != "RSM_SUCCESS")];
}
