namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="ControllerRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilController
{
    public static Func<RuleBook, RuleBook> Means(Func<CallFacts, string, string, bool, bool, bool> instead) =>
        book => book with { Controller = new WrongController(book.Behaviour) { MeansInstead = instead } };

    public static Func<RuleBook, RuleBook> AfterRelease(Func<CallFacts, int, int, int> instead) =>
        book => book with { Controller = new WrongController(book.Behaviour) { AfterReleaseInstead = instead } };

    public static Func<RuleBook, RuleBook> AfterGet(Func<CallFacts, int, int, int> instead) =>
        book => book with { Controller = new WrongController(book.Behaviour) { AfterGetInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseTopology(Func<CallFacts, RsmError?, RsmError?> instead) =>
        book => book with { Controller = new WrongController(book.Behaviour) { RefuseTopologyInstead = instead } };
}
