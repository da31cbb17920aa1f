namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="PublicationRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilPublication
{
    public static Func<RuleBook, RuleBook> IsFound(Func<CallFacts, uint, bool, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { IsFoundInstead = instead } };

    public static Func<RuleBook, RuleBook> WithdrawsId(Func<CallFacts?, uint, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { WithdrawsIdInstead = instead } };

    public static Func<RuleBook, RuleBook> Republished(Func<CallFacts, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?, IReadOnlyList<ListEntry>?> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RepublishedInstead = instead } };

    public static Func<RuleBook, RuleBook> RepublishBreaks(Func<CallFacts, ListEntry, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RepublishBreaksInstead = instead } };

    public static Func<RuleBook, RuleBook> IsPublished(Func<CallFacts, bool, bool, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { IsPublishedInstead = instead } };

    public static Func<RuleBook, RuleBook> RebindHolds(Func<CallFacts, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RebindHoldsInstead = instead } };

    public static Func<RuleBook, RuleBook> RebindBreaks(Func<CallFacts, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RebindBreaksInstead = instead } };

    public static Func<RuleBook, RuleBook> Regraded(Func<CallFacts, Permission?, Permission?, Permission?> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RegradedInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseCreate(Func<CallFacts, RsmError?, RsmError?> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RefuseCreateInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseImported(Func<CallFacts, int, RsmError?, RsmError?> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RefuseImportedInstead = instead } };

    public static Func<RuleBook, RuleBook> Revives(Func<CallFacts, bool, bool, bool> instead) =>
        book => book with { Publication = new WrongPublication(book.Behaviour) { RevivesInstead = instead } };
}
