namespace RsmConformance.Defects.Topics;

/// <summary>Which digit of the mode counts, and how the three are taken apart.</summary>
internal static class PermissionDigits
{
    private const string Exclusive = "connect.permission.exclusive-class";
    private const string OfOwner = "connect.permission.owner-class";
    private const string OfGroup = "connect.permission.group-class";
    private const string OfOther = "connect.permission.other-class";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Digit("owner-gets-group-digit", [OfOwner, Exclusive], "The exporter's own user is judged by the group's digit.", (m, c, _) => c == AccessClass.Owner ? Of(m, AccessClass.Group) : Of(m, c)),
        Digit("owner-gets-other-digit", [OfOwner, Exclusive], "The exporter's own user is judged by the digit for others.", (m, c, _) => c == AccessClass.Owner ? Of(m, AccessClass.Other) : Of(m, c)),
        Digit("group-gets-owner-digit", [OfGroup, Exclusive], "The group is judged by the owner's digit.", (m, c, _) => c == AccessClass.Group ? Of(m, AccessClass.Owner) : Of(m, c)),
        Digit("group-gets-other-digit", [OfGroup, Exclusive], "The group is judged by the digit for others.", (m, c, _) => c == AccessClass.Group ? Of(m, AccessClass.Other) : Of(m, c)),
        Digit("other-gets-owner-digit", [OfOther, Exclusive], "Others are judged by the owner's digit.", (m, c, _) => c == AccessClass.Other ? Of(m, AccessClass.Owner) : Of(m, c)),
        Digit("other-gets-group-digit", [OfOther, Exclusive], "Others are judged by the group's digit.", (m, c, _) => c == AccessClass.Other ? Of(m, AccessClass.Group) : Of(m, c)),
        Digit("owner-digit-for-all", [Exclusive, OfGroup, OfOther], "Only the owner's digit is ever looked at.", (m, _, _) => Of(m, AccessClass.Owner)),
        Digit("other-digit-for-all", [Exclusive, OfOwner, OfGroup], "Only the last digit is ever looked at.", (m, _, _) => Of(m, AccessClass.Other)),
        Digit("digits-reversed", [Exclusive, OfOwner, OfOther], "The digits are read from the right, so that owner and others are exchanged.", (m, c, _) => Of(m, 2 - c)),
        Digit("digits-rotated", [Exclusive, OfOwner, OfGroup, OfOther], "The classes are counted from one, so that each gets the digit of the next.", (m, c, _) => Of(m, (AccessClass)(((int)c + 1) % 3))),
        Digit("digits-all-together", [Exclusive], "Whatever any digit grants is granted.", (m, _, _) => Every(m)),
        Digit("digits-all-in-common", [OfOwner, OfGroup, OfOther], "Only what every digit grants is granted.", (m, _, _) => Of(m, AccessClass.Owner) & Of(m, AccessClass.Group) & Of(m, AccessClass.Other)),
        Digit("owner-has-all-digits", [Exclusive], "The owner has the rights of the group and of others too.", (m, c, d) => c == AccessClass.Owner ? Every(m) : d),
        Digit("group-has-other-digit-too", [Exclusive], "A member of the group has the rights of others too.", (m, c, d) => c == AccessClass.Group ? d | Of(m, AccessClass.Other) : d),
        Digit("owner-has-group-digit-too", [Exclusive], "The owner is a member of its group and has its rights too.", (m, c, d) => c == AccessClass.Owner ? d | Of(m, AccessClass.Group) : d),
        Digit("other-has-group-digit-too", [Exclusive], "The digits of group and others are added up for others.", (m, c, d) => c == AccessClass.Other ? d | Of(m, AccessClass.Group) : d),
        Digit("owner-bounds-group", [OfGroup], "The group cannot have more than the owner has.", (m, c, d) => c == AccessClass.Group ? d & Of(m, AccessClass.Owner) : d),
        Digit("owner-bounds-others", [OfOther], "Others cannot have more than the owner has.", (m, c, d) => c == AccessClass.Other ? d & Of(m, AccessClass.Owner) : d),
        Digit("group-bounds-others", [OfOther], "Others cannot have more than the group has.", (m, c, d) => c == AccessClass.Other ? d & Of(m, AccessClass.Group) : d),
        Digit("digit-empty-falls-through", [Exclusive], "A digit of 0 means that the next class decides.", (m, c, d) => d != 0 || c == AccessClass.Other ? d : Of(m, c + 1) != 0 ? Of(m, c + 1) : Of(m, AccessClass.Other)),
        Digit("mode-in-one-byte", [OfOwner], "The mode travels in one byte, so that the owner loses the right to read.", (m, c, _) => Of(new(m.Bits & 0xFF), c)),
        Digit("mode-in-six-bits", [OfOwner], "The mode travels in six bits, so that the owner's digit is lost.", (m, c, _) => Of(new(m.Bits & 0x3F), c)),
        Digit("mode-shifted-by-one-more", [OfOwner, OfGroup, OfOther, Exclusive], "The mode is shifted one bit too far.", (m, c, _) => Of(new(m.Bits >> 1), c)),
        Digit("mode-shifted-by-one-less", [OfOwner, OfGroup, Exclusive, OfOther], "The mode is shifted one bit too little.", (m, c, _) => Of(new(m.Bits << 1), c)),
        Digit("digits-in-decimal", [OfOwner, OfGroup, OfOther, Exclusive], "The mode is taken apart by powers of ten.", (m, c, _) => (m.Bits / (c switch { AccessClass.Owner => 100u, AccessClass.Group => 10u, _ => 1u })) % 10),
        Digit("digits-in-hexadecimal", [OfOwner, OfGroup, Exclusive], "The mode is taken apart by groups of four bits.", (m, c, _) => (m.Bits >> (4 * (2 - (int)c))) & 7),
    ];

    private static uint Of(Permission mode, AccessClass of) =>
        (mode.Bits >> (of switch { AccessClass.Owner => 6, AccessClass.Group => 3, _ => 0 })) & 7;

    private static uint Every(Permission mode) => Of(mode, AccessClass.Owner) | Of(mode, AccessClass.Group) | Of(mode, AccessClass.Other);

    private static Defect Digit(string name, string[] breaks, string sentence, Func<Permission, AccessClass, uint, uint> instead) => new(
        "permission-" + name, Shows.Identity, breaks, sentence, book => book with
        {
            Permission = new WrongPermission(book.Behaviour) { DigitInstead = (_, mode, of, right) => instead(mode, of, right) },
        });
}
