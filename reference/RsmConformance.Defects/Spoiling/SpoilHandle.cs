namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="HandleRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilHandle
{
    public static Func<RuleBook, RuleBook> BadSegment(Func<CallFacts, HandleState, RsmError, RsmError> instead) =>
        book => book with { Handles = new WrongHandle(book.Behaviour) { BadSegmentInstead = instead } };

    public static Func<RuleBook, RuleBook> Value(Func<CallFacts, HandleKind, nint, nint, nint> instead) =>
        book => book with { Handles = new WrongHandle(book.Behaviour) { ValueInstead = instead } };

    public static Func<RuleBook, RuleBook> Takes(Func<CallFacts, HandleState, Passage, Passage> instead) =>
        book => book with { Handles = new WrongHandle(book.Behaviour) { TakesInstead = instead } };
}
