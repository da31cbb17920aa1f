namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="PollfdRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilPollfd
{
    public static Func<RuleBook, RuleBook> AfterGet(Func<CallFacts, int, int, int> instead) =>
        book => book with { Pollfd = new WrongPollfd(book.Behaviour) { AfterGetInstead = instead } };

    public static Func<RuleBook, RuleBook> AfterRelease(Func<CallFacts, int, int, int> instead) =>
        book => book with { Pollfd = new WrongPollfd(book.Behaviour) { AfterReleaseInstead = instead } };

    public static Func<RuleBook, RuleBook> HoldsDestroy(Func<CallFacts, int, bool, bool> instead) =>
        book => book with { Pollfd = new WrongPollfd(book.Behaviour) { HoldsDestroyInstead = instead } };

    public static Func<RuleBook, RuleBook> IsShared(Func<CallFacts, bool, bool> instead) =>
        book => book with { Pollfd = new WrongPollfd(book.Behaviour) { IsSharedInstead = instead } };
}
