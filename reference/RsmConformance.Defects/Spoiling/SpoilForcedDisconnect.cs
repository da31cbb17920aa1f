namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="ForcedDisconnectRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilForcedDisconnect
{
    public static Func<RuleBook, RuleBook> Breaks(Func<ImportFacts, AbortCause, bool, bool> instead) =>
        book => book with { ForcedDisconnect = new WrongForcedDisconnect(book.Behaviour) { BreaksInstead = instead } };

    public static Func<RuleBook, RuleBook> IsTold(Func<ImportFacts, AbortCause, bool, bool> instead) =>
        book => book with { ForcedDisconnect = new WrongForcedDisconnect(book.Behaviour) { IsToldInstead = instead } };

    public static Func<RuleBook, RuleBook> CutsMaps(Func<ImportFacts, AbortCause, bool, bool> instead) =>
        book => book with { ForcedDisconnect = new WrongForcedDisconnect(book.Behaviour) { CutsMapsInstead = instead } };

    public static Func<RuleBook, RuleBook> Spreads(Func<ImportFacts, ImportFacts, AbortCause, bool, bool> instead) =>
        book => book with { ForcedDisconnect = new WrongForcedDisconnect(book.Behaviour) { SpreadsInstead = instead } };
}
