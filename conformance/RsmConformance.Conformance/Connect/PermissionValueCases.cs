using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Modes other than 0400, 0200 and 0600.</summary>
internal static class PermissionValueCases
{
    private const string Assertion = "connect.permission.limited-values";

    private static readonly string[] Notable =
    [
        "0100", "0700", "0500", "0300", "0644", "0666", "0777", "0444", "0222", "0060", "0006", "0004", "01600", "04600",
        "0640", "0601", "0610", "020000000600", "037777777777", "037777777177",
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Notable.Select(OneMode),
        EachSingleBit(""), EachSingleBit("0600"), EachSingleBit("0400"), EachSingleBit("0200"), OtherClasses(),
        Local("0700"), Local("0100"), ModeZero(), ModeZeroLocal(), ModeZeroDenied(),
    ];

    private static Case OneMode(string mode) =>
        Ensure($"{Assertion}/{mode}", $"mode {mode}, which is none of the three, is denied although the exporter permits everything.")
            .Bears("connect.error.perm-denied")
            .Pair("A:0666").ControlConnect().Act("the mode: 0600 in the control")
            .Connect(perm: mode).May(Allow.ModeWithOtherBits).Done();

    private static Case EachSingleBit(string with)
    {
        Permission defined = with.Length == 0 ? Permission.None : Permission.Parse(with);
        IEnumerable<string> modes = Enumerable.Range(0, 32).Select(bit => 1U << bit)
            .Where(bit => (bit & Permission.ReadWrite.Bits) == 0)
            .Select(bit => new Permission(bit | defined.Bits).Text);
        string name = with.Length == 0 ? "each-bit-alone" : $"each-bit-with-{with}";
        return Ensure($"{Assertion}/{name}", "a mode with any one bit outside 0600 is denied.")
            .Bears("connect.error.perm-denied")
            .Pair("A:0666").ControlConnect().Act("the mode: 0600 in the control")
            .Sweep("perm", modes, s => s.Connect(perm: "$perm").May(Allow.ModeWithOtherBits)).Done();
    }

    private static Case OtherClasses() =>
        Ensure($"{Assertion}/bits-of-group-and-others", "a mode that asks with the bits of group or others is denied, whatever their combination.")
            .Bears("connect.error.perm-denied")
            .Pair("A:0666").ControlConnect().Act("the mode: 0600 in the control")
            .Sweep("perm", Enumerable.Range(1, 63).Select(i => new Permission((uint)i).Text), s => s.Connect(perm: "$perm").May(Allow.ModeWithOtherBits))
            .Done();

    private static Case Local(string mode) =>
        Ensure($"{Assertion}/local-{mode}", $"mode {mode} is denied on the loopback controller too.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback")
            .ControlConnect(node: "A").Act("the mode: 0600 in the control")
            .Connect(perm: mode, node: "A").May(Allow.ModeWithOtherBits).Done();

    private static Case ModeZero() =>
        Ensure($"{Assertion}/0000", "mode 0, which asks for nothing, is denied.")
            .Bears("connect.error.perm-denied")
            .Pair("A:0666").ControlConnect().Act("the mode: 0600 in the control")
            .Connect(perm: "0000").May(Allow.ModeZero).Done();

    private static Case ModeZeroLocal() =>
        Ensure($"{Assertion}/local-0000", "mode 0 is denied on the loopback controller too.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback")
            .ControlConnect(node: "A").Act("the mode: 0600 in the control")
            .Connect(perm: "0000", node: "A").May(Allow.ModeZero).Done();

    private static Case ModeZeroDenied() =>
        Ensure($"{Assertion}/0000-of-a-class-without-rights", "mode 0 is denied to a class that the exporter permits nothing.")
            .Bears("connect.error.perm-denied")
            .Exporter().Segment("A:0660").SecondSegment("A:0666").Importer(identity: IdentityClass.Other)
            .ControlConnect("S2").Act("the mode, and the digit that it is judged by")
            .Connect(perm: "0000").May(Allow.ModeZero).Done();
}
