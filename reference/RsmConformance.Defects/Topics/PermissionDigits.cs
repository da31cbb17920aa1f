namespace RsmConformance.Defects.Topics;

/// <summary>The digit of the wrong class, and digits read wrongly.</summary>
internal static class PermissionDigits
{
    private const uint Read = 4;
    private const uint Write = 2;

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("permission-owner-gets-group-digit", Shows.Identity,
            ["connect.permission.owner-class", "connect.permission.exclusive-class"],
            "The exporter's own user is judged by the group's digit.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour)
                {
                    ClassOfInstead = (_, _, _, right) => right == AccessClass.Owner ? AccessClass.Group : right,
                },
            }),
        new("permission-read-bit-lets-write", Shows.Identity,
            ["connect.permission.exclusive-class", "connect.error.perm-denied"],
            "A digit that grants reading grants writing too.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour)
                {
                    DigitGrantsInstead = (digit, asked, _) => (digit & Read) != 0 || (asked.Writes && (digit & Write) != 0),
                },
            }),
    ];
}
