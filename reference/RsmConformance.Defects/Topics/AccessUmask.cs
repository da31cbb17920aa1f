namespace RsmConformance.Defects.Topics;

/// <summary>The default mode: 0777 less the umask, taken at one of two moments and used for nothing else.</summary>
internal static class AccessUmask
{
    private const string Default = "connect.permission.default-mode";
    private const string Entry = "connect.permission.node-entry";
    private const uint All9 = 0x1FF;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Mode("ignored", "The umask is not looked at.", _ => All9),
        Mode("taken-for-mode", "The umask itself is used as the mode.", umask => umask),
        Mode("always-0644", "Without a list the mode is always 0644.", _ => 0x1A4),
        Mode("always-0600", "Without a list only the owner has rights.", _ => 0x180),
        Mode("others-only", "The umask is taken off the last digit only.", umask => All9 & ~(umask & 7)),
        Mode("not-for-owner", "The umask is not taken off the owner's digit.", umask => All9 & ~(umask & 0x3F)),
        Mode("owner-only", "The umask is taken off the owner's digit only.", umask => All9 & ~(umask & 0x1C0)),
        Mode("reversed-digits", "The digits of the umask are taken off in reverse order.", umask => All9 & ~(((umask & 7) << 6) | (umask & 0x38) | (umask >> 6))),
        Mode("from-0644", "The umask is taken off 0644.", umask => 0x1A4 & ~umask),
        Mode("from-0600", "The umask is taken off 0600.", umask => 0x180 & ~umask),
        Mode("write-bits-only", "Only the write bits of the umask are taken off.", umask => All9 & ~(umask & 0x92)),
        Mode("read-bits-only", "Only the read bits of the umask are taken off.", umask => All9 & ~(umask & 0x124)),
        Mode("in-decimal", "The umask is read as a decimal number.", umask => All9 & ~((umask >> 6) * 100 + ((umask >> 3) & 7) * 10 + (umask & 7))),
        Mode("subtracted-from-0666", "The umask is subtracted from 0666 as a number, which borrows across digits.", umask => unchecked(0x1B6 - umask) & All9),
        Mode("empty-umask-is-none", "A umask of 0 is taken for one that was never set.", umask => umask == 0 ? 0x1EDu : All9 & ~umask),
        new("umask-of-process-start", Shows.Identity, [Default],
            "The umask is read when the library is loaded.",
            book => book with { Publication = new WrongPublication(book.Behaviour) { UmaskOfInstead = (_, atStart, _, _) => atStart } }),
        new("umask-of-first-exporter", Shows.Identity, [Default],
            "The agent reads the umask of the first process that exports and keeps it.",
            book =>
            {
                var first = new Dictionary<uint, Permission>();
                return book with
                {
                    Publication = new WrongPublication(book.Behaviour)
                    {
                        UmaskOfInstead = (facts, _, now, _) =>
                        {
                            lock (first)
                            {
                                return first.TryAdd(facts.Node, now) ? now : first[facts.Node];
                            }
                        },
                    },
                };
            }),
        new("umask-of-moment-of-connect", Shows.Identity, [Default],
            "The exporter's umask is read anew for each connect.",
            At((mode, isListed, umask) => isListed ? mode : new(All9 & ~umask.Bits))),
        new("umask-taken-off-at-connect-too", Shows.Identity, [Default, Entry],
            "The exporter's umask is taken off again when somebody connects.",
            At((mode, _, umask) => new(mode.Bits & ~umask.Bits))),
        new("umask-taken-off-list", Shows.Identity, [Entry, "connect.permission.group-class", "connect.permission.other-class"],
            "The exporter's umask is taken off the entries of its list.",
            At((mode, isListed, umask) => isListed ? new(mode.Bits & ~umask.Bits) : mode)),
        new("umask-of-importer", Shows.Identity, [Default, Entry, "connect.permission.group-class", "connect.permission.other-class"],
            "The umask of the importing process is taken off.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour) { ModeSeenInstead = (_, mode, umask, _) => new(mode.Bits & ~umask.Bits) },
            }),
    ];

    private static Func<RuleBook, RuleBook> At(Func<Permission, bool, Permission, Permission> instead) => book => book with
    {
        Publication = new WrongPublication(book.Behaviour) { ModeAtConnectInstead = (_, mode, isListed, umask, _) => instead(mode, isListed, umask) },
    };

    private static Defect Mode(string name, string sentence, Func<uint, uint> instead) => new(
        "umask-" + name, Shows.Identity, [Default], sentence, book => book with
        {
            Publication = new WrongPublication(book.Behaviour) { DefaultModeInstead = (_, _, umask, _) => new(instead(umask.Bits)) },
        });
}
