namespace RsmConformance.Defects.Topics;

/// <summary>Which list is in force for a connect after a republish.</summary>
internal static class AccessRepublish
{
    private const string Republish = "connect.effect.survives-republish";

    public static IReadOnlyList<Defect> All { get; } =
    [
        List("ignored", "A republish is checked, answered and forgotten.", (now, _) => now),
        List("merged", "The new list is put behind the old one.", (now, wanted) => wanted is null || now is null ? wanted : [.. now, .. wanted]),
        List("merged-in-front", "The new list is put in front of the old one.", (now, wanted) => wanted is null || now is null ? wanted : [.. wanted, .. now]),
        List("only-changes-nodes", "A republish changes the nodes that are listed but adds none.", (now, wanted) => wanted is null || now is null ? wanted : [.. wanted.Where(w => now.Any(n => n.Node == w.Node))]),
        List("cannot-take-list-away", "A republish without a list keeps the old one.", (now, wanted) => wanted ?? now),
        List("cannot-give-list", "A segment that was published without a list never gets one.", (now, wanted) => now is null ? null : wanted),
        List("first-entry-only", "Of the new list only the first entry is taken over.", (_, wanted) => wanted?.Take(1).ToList()),
        List("without-modes", "A republish takes over the nodes of the list and keeps the modes that it knows.", (now, wanted) => wanted?.Select(w => now?.FirstOrDefault(n => n.Node == w.Node) ?? w).ToList()),
        List("means-no-list", "A republish lets every node in.", (_, _) => null),
        List("means-empty-list", "A republish shuts every node out.", (_, _) => []),
        new("republish-second-one-ignored", Shows.State, [Republish],
            "Only the first republish of a process has an effect.",
            book => book with
            {
                Publication = new WrongPublication(book.Behaviour)
                {
                    RepublishedInstead = (facts, now, wanted, _) => facts.Number == 1 ? wanted : now,
                },
            }),
        new("republish-list-of-first-connect-kept", Shows.State, [Republish],
            "A node remembers the mode of its first connect and uses it after a republish as well.",
            book =>
            {
                var first = new Dictionary<(int, uint), Permission?>();
                return book with
                {
                    Publication = new WrongPublication(book.Behaviour)
                    {
                        ModeOfInstead = (facts, _, _, node, right) =>
                        {
                            if (facts.Function != ApiFunction.ImportConnect)
                            {
                                return right;
                            }

                            lock (first)
                            {
                                return first.TryAdd((facts.Process, node), right) ? right : first[(facts.Process, node)];
                            }
                        },
                    },
                };
            }),
        new("republish-joins-old-connection", Shows.Identity, [Republish],
            "A node that lost its entry still gets in as long as it has a link.",
            book => book with { Connect = new WrongConnect(book.Behaviour) { JoinsOldConnectionInstead = (_, _, _, _) => true } }),
        new("republish-denies-where-unlisted", Shows.Code, [Republish, "connect.error.seg-not-published-to-node"],
            "A node that lost its entry and still has a link is denied instead of told that it is not listed.",
            book => book with { Connect = new WrongConnect(book.Behaviour) { UsesOldConnectionInstead = (_, _, _) => true } }),
    ];

    private static Defect List(
        string name, string sentence, Func<IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?> instead) => new(
        "republish-" + name, Shows.State, [Republish], sentence, book => book with
        {
            Publication = new WrongPublication(book.Behaviour) { RepublishedInstead = (_, now, wanted, _) => instead(now, wanted) },
        });
}
