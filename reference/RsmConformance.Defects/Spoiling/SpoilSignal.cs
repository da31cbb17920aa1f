namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="SignalRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilSignal
{
    public static Func<RuleBook, RuleBook> RefusePost(Func<CallFacts, bool, bool, RsmError?, RsmError?> instead) =>
        book => book with { Signal = new WrongSignal(book.Behaviour) { RefusePostInstead = instead } };

    public static Func<RuleBook, RuleBook> Reaches(Func<CallFacts, int, bool, bool> instead) =>
        book => book with { Signal = new WrongSignal(book.Behaviour) { ReachesInstead = instead } };

    public static Func<RuleBook, RuleBook> AfterPost(Func<int, bool, int, int> instead) =>
        book => book with { Signal = new WrongSignal(book.Behaviour) { AfterPostInstead = instead } };

    public static Func<RuleBook, RuleBook> ReachesExporter(Func<CallFacts, bool, bool> instead) =>
        book => book with { Signal = new WrongSignal(book.Behaviour) { ReachesExporterInstead = instead } };
}
