using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>
/// The decision table of permissions: digit, mode and class, with the mode from an access list and from the umask. The two
/// other digits always say the opposite, so that judging by the wrong one shows.
/// </summary>
internal static class PermissionClassCases
{
    private static readonly int[] Digits = [0, 2, 4, 6];
    private static readonly string[] Modes = ["0400", "0200", "0600"];

    private static readonly (IdentityClass Class, int Shift, string Assertion, string Word)[] Classes =
    [
        (IdentityClass.Owner, 6, "connect.permission.owner-class", "owner"),
        (IdentityClass.Group, 3, "connect.permission.group-class", "group"),
        (IdentityClass.Other, 0, "connect.permission.other-class", "other"),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. from c in Classes from digit in Digits from mode in Modes select FromList(c.Class, c.Shift, c.Assertion, c.Word, digit, mode),
        .. from c in Classes from digit in Digits from mode in Modes select FromUmask(c.Class, c.Shift, c.Assertion, c.Word, digit, mode),
        .. from digit in Digits from mode in Modes select SupplementaryFromList(digit, mode),
        .. from digit in Digits from mode in Modes select SupplementaryFromUmask(digit, mode),
        SupplementarySameRule(),
    ];

    private static Case FromList(IdentityClass identity, int shift, string assertion, string word, int digit, string mode)
    {
        bool granted = Grants(digit, mode);
        string entry = "A:" + Octal((digit << shift) | (granted ? 0 : 0x1B6 & ~(7 << shift)));
        CaseScript script = Ensure($"{assertion}/digit-{digit}/perm-{mode}", $"mode {mode} is {(granted ? "granted" : "denied")} when the {word} digit of the node's entry is {digit}.");
        return granted
            ? script.Exporter().Segment(entry).Importer(identity: identity).Act().Connect(perm: mode).May(Allow.Success).Done()
            : script.Bears("connect.error.perm-denied", "connect.permission.exclusive-class")
                .Exporter().Segment(entry).SecondSegment("A:0666").Importer(identity: identity)
                .ControlConnect("S2", mode).Act($"the {word} digit: 6 in the control")
                .Connect(perm: mode).May(Allow.Denied).Done();
    }

    private static Case FromUmask(IdentityClass identity, int shift, string assertion, string word, int digit, string mode)
    {
        bool granted = Grants(digit, mode);
        int others = granted ? 0x1FF & ~(7 << shift) : 0;
        string umask = Octal(((7 - digit) << shift) | others);
        CaseScript script = Ensure(
            $"connect.permission.default-mode/{word}/digit-{digit}/perm-{mode}",
            $"without a list, mode {mode} is {(granted ? "granted" : "denied")} when the umask {umask} leaves {digit} for the {word} digit.")
            .Bears(assertion);
        return granted
            ? script.Exporter(umask: umask).Segment().Importer(identity: identity).Act().Connect(perm: mode).May(Allow.Success).Done()
            : script.Bears("connect.error.perm-denied", "connect.permission.exclusive-class")
                .Exporter(umask: umask).Segment()
                .Exporter(umask: "000", role: "generous").SecondSegment()
                .Importer(identity: identity).ControlConnect("S2", mode)
                .Act("the umask of the exporting process: 000 in the control")
                .Connect(perm: mode).May(Allow.Denied).Done();
    }

    private static Case SupplementaryFromList(int digit, string mode)
    {
        bool byGroup = Grants(digit, mode);
        string entry = "A:" + Octal((digit << 3) | (byGroup ? 0 : 6));
        return Ensure(
            $"connect.permission.supplementary-group/digit-{digit}/perm-{mode}",
            $"mode {mode} is judged for a member by supplementary group either by the group digit {digit} or by that for others.")
            .Exporter().Segment(entry).SecondSegment("A:0666").Importer(identity: IdentityClass.Supplementary)
            .ControlConnect("S2", mode).Act("the digits: 6 throughout in the control")
            .Connect(perm: mode).May(Supplementary(byGroup)).Done();
    }

    private static Case SupplementaryFromUmask(int digit, string mode)
    {
        bool byGroup = Grants(digit, mode);
        string umask = Octal(((7 - digit) << 3) | (byGroup ? 7 : 0));
        return Ensure(
            $"connect.permission.default-mode/supplementary/digit-{digit}/perm-{mode}",
            $"without a list, mode {mode} is judged for a member by supplementary group by the digit {digit} of the group or by that for others.")
            .Bears("connect.permission.supplementary-group")
            .Exporter(umask: umask).Segment()
            .Exporter(umask: "000", role: "generous").SecondSegment()
            .Importer(identity: IdentityClass.Supplementary).ControlConnect("S2", mode)
            .Act("the umask of the exporting process: 000 in the control")
            .Connect(perm: mode).May(Supplementary(byGroup)).Done();
    }

    private static Case SupplementarySameRule() =>
        Ensure("connect.permission.supplementary-group/same-rule-throughout", "a member by supplementary group is judged by the same digit from one connect to the next.")
            .Exporter().Segment("A:0060").SecondSegment("A:0006").Importer(identity: IdentityClass.Supplementary)
            .Act().Connect().May(Supplementary(byGroup: true))
            .Connect("imp2", "S2").May(Supplementary(byGroup: false))
            .Connect("imp3").May(Supplementary(byGroup: true)).Done();

    private static Sequence<PermittedOutcome> Supplementary(bool byGroup) =>
    [
        new(byGroup ? "RSM_SUCCESS" : "RSMERR_PERM_DENIED", "A21.any-group"),
        new(byGroup ? "RSMERR_PERM_DENIED" : "RSM_SUCCESS", "A21.primary-group-only"),
    ];

    private static bool Grants(int digit, string mode)
    {
        int asked = (int)(Permission.Parse(mode).Bits >> 6);
        return (asked & ~digit) == 0;
    }

    private static string Octal(int mode) => new Permission((uint)mode).Text;
}
