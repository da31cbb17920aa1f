namespace RsmConformance.Defects.Topics;

/// <summary>Which modes connect takes for valid: three and no more, three and no fewer.</summary>
internal static class PermissionValues
{
    private const string Limited = "connect.permission.limited-values";
    private const string Denied = "connect.error.perm-denied";
    private const uint Read = 0x100;
    private const uint Write = 0x80;
    private const uint Both = Read | Write;
    private const uint EveryClass = 0x1B6;
    private const uint WithExecute = 0x1FF;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Accepts("zero", "Mode 0 asks for nothing and is therefore granted.", m => m == 0),
        Accepts("owner-execute", "The execute bit of the owner is let through.", m => (m & ~(Both | 0x40)) == 0 && m != 0),
        Accepts("execute-alone", "The execute bit alone counts as a mode.", m => m == 0x40),
        Accepts("every-class", "Read and write bits of all three classes are let through.", m => (m & ~EveryClass) == 0 && m != 0),
        Accepts("nine-bits", "Whatever fits in nine bits is let through.", m => m is > 0 and <= WithExecute),
        Accepts("kernel-constants", "The constants of the agent, 0444, 0222 and 0666, are accepted too.", m => m is 0x124 or 0x92 or EveryClass),
        Accepts("single-digits", "The bare digits 4, 2 and 6 are accepted.", m => m is 4 or 2 or 6),
        Accepts("group-copy", "A mode for the group is taken for one for the caller.", m => m is 0x20 or 0x10 or 0x30),
        Accepts("some-valid-bit", "A mode passes if it holds one valid bit, whatever else it holds.", m => (m & Both) != 0),
        Accepts("low-nine-bits", "Bits above the ninth are cut off before the check.", m => (m & WithExecute) is Read or Write or Both),
        Accepts("low-sixteen-bits", "Only the low 16 bits of the mode are looked at.", m => (m & 0xFFFF) is Read or Write or Both),
        Accepts("sign-bit", "The mode is compared as a signed number, so that the sign bit passes.", m => (int)m < 0),
        Accepts("top-bit-cut", "The mode is shifted into a structure that has 31 bits for it.", m => (m & 0x7FFFFFFF) is Read or Write or Both),
        Accepts("all-ones", "Mode -1 stands for every right there is.", m => m == uint.MaxValue),
        Accepts("setuid-bits", "Bits of the fourth octal digit are ignored as those of a file are.", m => (m & ~0xE00u) is Read or Write or Both),
        Accepts("up-to-read-write", "Everything up to 0600 passes a comparison of size.", m => m is > 0 and <= Both),
        Accepts("anything", "The mode is not checked at all.", _ => true),
        Refuses("read-only", "connect.permission.read", "Links for reading alone are not supported.", Read),
        Refuses("write-only", "connect.permission.write", "A mode that writes must also read, so 0200 is refused.", Write),
        Refuses("read-write", "connect.permission.read-write", "Exactly one bit must be set, so 0600 is refused.", Both),
        new("mode-decimal-constants", Shows.Code, ["connect.permission.read", "connect.permission.write", "connect.permission.read-write", Limited],
            "The constants were written without their leading zero, so 400, 200 and 600 are decimal.",
            Malformed((_, mode, _) => mode.Bits is not (400 or 200 or 600))),
        new("mode-hexadecimal-constants", Shows.Code, ["connect.permission.read", "connect.permission.write", "connect.permission.read-write", Limited],
            "The constants were written as 0x400, 0x200 and 0x600.",
            Malformed((_, mode, _) => mode.Bits is not (0x400 or 0x200 or 0x600))),
        new("mode-checked-in-first-call-only", Shows.Code, [Limited, Denied],
            "The mode is checked by the first connect of a process and by no later one.",
            Malformed((facts, _, right) => right && facts.Number == 1)),
        new("mode-checked-on-one-node-only", Shows.Code, [Limited, Denied],
            "The mode is checked by the agents of all nodes but the first.",
            Malformed((facts, _, right) => right && facts.Node != 1)),
        new("mode-unchecked-in-second-call", Shows.Code, [Limited, Denied],
            "A mode that was refused once is not checked the next time.",
            book =>
            {
                var refused = new HashSet<(int, uint)>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        IsMalformedInstead = (facts, mode, right) =>
                        {
                            lock (refused)
                            {
                                return right && refused.Add((facts.Process, 0));
                            }
                        },
                    },
                };
            }),
        new("mode-unchecked-through-loopback", Shows.Code, [Limited, Denied],
            "The loopback controller does not check the mode.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    CountsInstead = (_, target, condition, _, right) =>
                        right && !(condition == ConnectCondition.MalformedPermission && target.Controller == "loopback"),
                },
            }),
        new("mode-as-bad-perms", Shows.Code, [Limited, "connect.return.listed-errors"],
            "A mode that is none is reported with the error for the rights of a map.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    CodeInstead = (_, _, condition, right) =>
                        condition == ConnectCondition.MalformedPermission ? RsmError.RSMERR_BAD_PERMS : right,
                },
            }),
    ];

    private static Func<RuleBook, RuleBook> Malformed(Func<CallFacts, Permission, bool, bool> instead) =>
        book => book with { Connect = new WrongConnect(book.Behaviour) { IsMalformedInstead = instead } };

    private static Defect Accepts(string name, string sentence, Func<uint, bool> accepted) => new(
        "mode-accepts-" + name, Shows.Code, [Limited, Denied], sentence, Malformed((_, mode, right) => right && !accepted(mode.Bits)));

    private static Defect Refuses(string name, string breaks, string sentence, uint refused) => new(
        "mode-refuses-" + name, Shows.Code, [breaks], sentence, Malformed((_, mode, right) => right || mode.Bits == refused));
}
