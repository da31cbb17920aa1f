namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="TransferRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilTransfer
{
    public static Func<RuleBook, RuleBook> RefuseRange(Func<CallFacts, long, ulong, long, RsmError?, RsmError?> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { RefuseRangeInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseAlignment(Func<CallFacts, long, nint, int, RsmError?, RsmError?> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { RefuseAlignmentInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseBarrier(Func<CallFacts, BarrierMode, bool, RsmError?, RsmError?> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { RefuseBarrierInstead = instead } };

    public static Func<RuleBook, RuleBook> AfterData(Func<CallFacts, BarrierMode, bool, RsmError, RsmError> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { AfterDataInstead = instead } };

    public static Func<RuleBook, RuleBook> DataOffset(Func<CallFacts, long, long, long> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { DataOffsetInstead = instead } };

    public static Func<RuleBook, RuleBook> DataLength(Func<CallFacts, ulong, ulong, ulong> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { DataLengthInstead = instead } };

    public static Func<RuleBook, RuleBook> RebindReaches(Func<bool, bool, bool> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { RebindReachesInstead = instead } };

    public static Func<RuleBook, RuleBook> IsCached(Func<CallFacts, bool, bool> instead) =>
        book => book with { Transfer = new WrongTransfer(book.Behaviour) { IsCachedInstead = instead } };
}
