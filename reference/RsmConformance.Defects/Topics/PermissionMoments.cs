namespace RsmConformance.Defects.Topics;

/// <summary>Ids that are taken at the wrong moment or remembered for too long, and grants that outlive their call.</summary>
internal static class PermissionMoments
{
    private const string Ids = "connect.permission.identity";
    private const string Denied = "connect.error.perm-denied";
    private const string Exclusive = "connect.permission.exclusive-class";

    public static IReadOnlyList<Defect> All { get; } =
    [
        new("identity-importer-of-library-load", Shows.Identity, [Ids, Denied],
            "The importer's ids are taken when the library is loaded.",
            book => book with { Permission = new WrongPermission(book.Behaviour) { ImporterOfInstead = (_, atStart, _, _) => atStart } }),
        new("identity-exporter-of-library-load", Shows.Identity, [Ids],
            "The exporter's ids are taken when the library is loaded.",
            book => book with { Permission = new WrongPermission(book.Behaviour) { ExporterOfInstead = (_, atStart, _, _) => atStart } }),
        new("identity-of-first-connect", Shows.Identity, [Ids, Denied],
            "A process is judged for ever by the ids of its first connect.",
            book =>
            {
                var first = new Dictionary<int, Identity>();
                return Importer(book, (facts, now) => first.TryAdd(facts.Process, now) ? now : first[facts.Process], first);
            }),
        new("identity-of-first-process-of-node", Shows.Identity, [Ids, Denied],
            "The agent remembers the ids of the first process of its node and judges all others by them.",
            book =>
            {
                var first = new Dictionary<uint, Identity>();
                return Importer(book, (facts, now) => first.TryAdd(facts.Node, now) ? now : first[facts.Node], first);
            }),
        new("identity-of-first-exporter-of-node", Shows.Identity, [Ids, Exclusive],
            "Every segment of a node belongs to the user of the first.",
            book =>
            {
                var first = new Dictionary<uint, Identity>();
                return book with
                {
                    Permission = new WrongPermission(book.Behaviour)
                    {
                        ExporterOfInstead = (facts, _, now, _) =>
                        {
                            lock (first)
                            {
                                return first.TryAdd(facts.Node, now) ? now : first[facts.Node];
                            }
                        },
                    },
                };
            }),
        new("identity-of-root-for-all", Shows.Identity, [Denied, Ids, "connect.permission.privileged", Exclusive],
            "The daemon that does the work judges everybody by its own ids.",
            book => book with
            {
                Permission = new WrongPermission(book.Behaviour) { ImporterOfInstead = (_, _, _, _) => new Identity(0, 0, []) },
            }),
        Remembered("grant-shared-by-node", [Ids, Denied], "Once a process of a node is linked, every process of the node is admitted.", (f, t) => (f.Node, 0, t.Node, t.Segment)),
        Remembered("grant-kept-by-process", [Denied, Exclusive], "A process that was granted a link with one segment is granted every segment of the node.", (f, t) => (0, f.Process, t.Node, 0)),
        Remembered("grant-of-one-mode-for-all", [Denied, Exclusive], "Who was granted one mode of a segment is granted the others.", (f, t) => (0, f.Process, t.Node, t.Segment)),
        new("denial-remembered", Shows.State, ["connect.error.perm-denied", "connect.effect.failure-changes-nothing", "connect.effect.survives-republish"],
            "A process that was denied once is denied for ever.",
            book =>
            {
                var denied = new HashSet<(int, uint, uint)>();
                return book with
                {
                    Permission = new WrongPermission(book.Behaviour)
                    {
                        GrantsInstead = (facts, target, _, _, _, right) =>
                        {
                            (int, uint, uint) key = (facts.Process, target.Node, target.Segment);
                            lock (denied)
                            {
                                return (right || !denied.Add(key)) && !denied.Contains(key);
                            }
                        },
                    },
                };
            }),
        new("denial-only-once", Shows.State, [Denied],
            "A denial is given once; who insists gets in.",
            book =>
            {
                var denied = new HashSet<(int, uint, uint)>();
                return book with
                {
                    Permission = new WrongPermission(book.Behaviour)
                    {
                        GrantsInstead = (facts, target, _, _, _, right) =>
                        {
                            lock (denied)
                            {
                                return right || !denied.Add((facts.Process, target.Node, target.Segment));
                            }
                        },
                    },
                };
            }),
    ];

    private static RuleBook Importer(RuleBook book, Func<CallFacts, Identity, Identity> remembered, object gate) => book with
    {
        Permission = new WrongPermission(book.Behaviour)
        {
            ImporterOfInstead = (facts, _, now, _) =>
            {
                lock (gate)
                {
                    return remembered(facts, now);
                }
            },
        },
    };

    private static Defect Remembered(
        string name, string[] breaks, string sentence, Func<CallFacts, ConnectTarget, (uint, int, uint, uint)> key) => new(
        "identity-" + name, Shows.Identity, breaks, sentence, book =>
        {
            var granted = new HashSet<(uint, int, uint, uint)>();
            return book with
            {
                Permission = new WrongPermission(book.Behaviour)
                {
                    GrantsInstead = (facts, target, _, _, _, right) =>
                    {
                        lock (granted)
                        {
                            return right ? granted.Add(key(facts, target)) || right : granted.Contains(key(facts, target));
                        }
                    },
                },
            };
        });
}
