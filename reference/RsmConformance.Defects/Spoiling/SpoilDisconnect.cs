namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="DisconnectRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilDisconnect
{
    public static Func<RuleBook, RuleBook> Refusal(Func<CallFacts, DisconnectFacts, RsmError?, RsmError?> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { RefusalInstead = instead } };

    public static Func<RuleBook, RuleBook> IsStillMapped(Func<CallFacts, DisconnectFacts, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { IsStillMappedInstead = instead } };

    public static Func<RuleBook, RuleBook> IsPolled(Func<CallFacts, DisconnectFacts, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { IsPolledInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusalDropsMap(Func<CallFacts, RsmError, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { RefusalDropsMapInstead = instead } };

    public static Func<RuleBook, RuleBook> Claims(Func<CallFacts, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { ClaimsInstead = instead } };

    public static Func<RuleBook, RuleBook> SaysFarewell(Func<CallFacts, bool, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { SaysFarewellInstead = instead } };

    public static Func<RuleBook, RuleBook> Result(Func<CallFacts, DisconnectFacts?, RsmError, RsmError, RsmError> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { ResultInstead = instead } };

    public static Func<RuleBook, RuleBook> Proceeds(Func<CallFacts, DisconnectFacts, Passage, Passage> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { ProceedsInstead = instead } };

    public static Func<RuleBook, RuleBook> DamageTo(Func<CallFacts, ConnectTarget, ConnectTarget, Damage, Damage> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { DamageToInstead = instead } };

    public static Func<RuleBook, RuleBook> ClosesController(Func<CallFacts, int, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { ClosesControllerInstead = instead } };

    public static Func<RuleBook, RuleBook> TakesAlong(Func<CallFacts, ImportFacts, ImportFacts, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { TakesAlongInstead = instead } };

    public static Func<RuleBook, RuleBook> ForgetsToo(Func<uint, uint, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { ForgetsTooInstead = instead } };

    public static Func<RuleBook, RuleBook> Withdraws(Func<int, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { WithdrawsInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusalHarms(Func<CallFacts, RsmError, Damage, Damage> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { RefusalHarmsInstead = instead } };

    public static Func<RuleBook, RuleBook> RefusalTells(Func<CallFacts, RsmError, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { RefusalTellsInstead = instead } };

    public static Func<RuleBook, RuleBook> WritesBack(Func<CallFacts, bool, bool> instead) =>
        book => book with { Disconnect = new WrongDisconnect(book.Behaviour) { WritesBackInstead = instead } };
}
