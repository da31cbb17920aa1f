namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="MapRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilMap
{
    public static Func<RuleBook, RuleBook> IsMapped(Func<CallFacts, bool, bool, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { IsMappedInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusePermission(Func<CallFacts, Permission, Permission, RsmError?, RsmError?> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { RefusePermissionInstead = instead } };

    public static Func<RuleBook, RuleBook> RefuseRange(Func<CallFacts, long, ulong, long, RsmError?, RsmError?> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { RefuseRangeInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusalKeepsLock(Func<CallFacts, RsmError, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { RefusalKeepsLockInstead = instead } };

    public static Func<RuleBook, RuleBook> AccessOf(Func<CallFacts, Permission, MemoryAccess, MemoryAccess> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { AccessOfInstead = instead } };

    public static Func<RuleBook, RuleBook> WindowStart(Func<CallFacts, long, long, long> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { WindowStartInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusesBroken(Func<CallFacts, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { RefusesBrokenInstead = instead } };

    public static Func<RuleBook, RuleBook> Unmaps(Func<CallFacts, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { UnmapsInstead = instead } };

    public static Func<RuleBook, RuleBook> RebindReaches(Func<bool, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { RebindReachesInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusalMarks(Func<CallFacts, RsmError, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { RefusalMarksInstead = instead } };

    public static Func<RuleBook, RuleBook> IsLive(Func<CallFacts, bool, bool> instead) =>
        book => book with { Map = new WrongMap(book.Behaviour) { IsLiveInstead = instead } };
}
