namespace RsmConformance.Defects.Topics;

/// <summary>What a digit grants: each bit what it says and nothing more.</summary>
internal static class PermissionBits
{
    private const string Denied = "connect.error.perm-denied";
    private const string Exclusive = "connect.permission.exclusive-class";
    private const uint Read = 4;
    private const uint Write = 2;
    private const uint Execute = 1;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Bits("read-bit-lets-write", [Exclusive, Denied], "A digit that grants reading grants writing too.", (d, asked, _) => (d & Read) != 0 || (asked.Writes && (d & Write) != 0 && !asked.Reads)),
        Bits("write-bit-lets-read", [Exclusive, Denied], "A digit that grants writing grants reading too.", (d, asked, _) => (d & Write) != 0 || (asked.Reads && (d & Read) != 0 && !asked.Writes)),
        Bits("one-bit-of-two-is-enough", [Exclusive, Denied], "A request for both passes when either is granted.", (d, asked, _) => (asked.Reads && (d & Read) != 0) || (asked.Writes && (d & Write) != 0)),
        Bits("read-write-checks-read", [Exclusive, Denied], "A request for both is checked for reading only.", (d, asked, right) => asked == Permission.ReadWrite ? (d & Read) != 0 : right),
        Bits("read-write-checks-write", [Exclusive, Denied], "A request for both is checked for writing only.", (d, asked, right) => asked == Permission.ReadWrite ? (d & Write) != 0 : right),
        Bits("any-bit-lets-all", [Exclusive, Denied], "A digit other than 0 grants everything.", (d, _, _) => d != 0),
        Bits("bits-exchanged", ["connect.permission.owner-class", "connect.permission.group-class", "connect.permission.other-class", Exclusive], "The bits for reading and writing are exchanged.", (d, asked, _) => (!asked.Reads || (d & Write) != 0) && (!asked.Writes || (d & Read) != 0)),
        Bits("bits-reversed", ["connect.permission.owner-class", "connect.permission.group-class", "connect.permission.other-class"], "The bits of a digit are counted from the other end, so that 1 is reading.", (d, asked, _) => (!asked.Reads || (d & Execute) != 0) && (!asked.Writes || (d & Write) != 0)),
        Bits("execute-needed", ["connect.permission.owner-class", "connect.permission.node-entry", "connect.permission.read", "connect.permission.read-write", "connect.permission.write"], "A digit without its execute bit grants nothing.", (d, _, right) => right && (d & Execute) != 0),
        Bits("digit-compared-as-number", [Exclusive, Denied], "The digit must be at least as large as what is asked for, so that 4 grants writing.", (d, asked, _) => d >= asked.Bits >> 6),
        Bits("digit-must-be-equal", ["connect.permission.owner-class", "connect.permission.group-class", "connect.permission.other-class", "connect.permission.read", "connect.permission.write"], "The digit must be exactly what is asked for, so that 6 does not grant reading.", (d, asked, _) => (d & 6) == asked.Bits >> 6),
        Bits("six-is-needed", ["connect.permission.owner-class", "connect.permission.group-class", "connect.permission.other-class"], "A digit grants everything or nothing: only 6 counts.", (d, _, right) => right && (d & 6) == 6),
        Bits("writing-needs-reading", ["connect.permission.owner-class", "connect.permission.group-class", "connect.permission.other-class"], "Writing is granted only where reading is.", (d, asked, right) => right && (!asked.Writes || (d & Read) != 0)),
        Bits("writing-is-free", [Exclusive, Denied], "The test for writing was forgotten.", (d, asked, _) => !asked.Reads || (d & Read) != 0),
    ];

    private static Defect Bits(string name, string[] breaks, string sentence, Func<uint, Permission, bool, bool> instead) => new(
        "permission-" + name, Shows.Identity, breaks, sentence, book => book with
        {
            Permission = new WrongPermission(book.Behaviour) { DigitGrantsInstead = instead },
        });
}
