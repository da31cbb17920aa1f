namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="BarrierRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilBarrier
{
    public static Func<RuleBook, RuleBook> InitialMode(Func<CallFacts, BarrierMode, BarrierMode> instead) =>
        book => book with { Barrier = new WrongBarrier(book.Behaviour) { InitialModeInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseMode(Func<CallFacts, int, RsmError?, RsmError?> instead) =>
        book => book with { Barrier = new WrongBarrier(book.Behaviour) { RefuseModeInstead = instead } };

    public static Func<RuleBook, RuleBook> AtBarrier(Func<CallFacts, bool, bool, RsmError, RsmError> instead) =>
        book => book with { Barrier = new WrongBarrier(book.Behaviour) { AtBarrierInstead = instead } };
}
