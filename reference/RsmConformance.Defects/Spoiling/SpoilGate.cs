namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="GateRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilGate
{
    public static Func<RuleBook, RuleBook> Passing(Func<CallFacts, string, Passage, Passage> instead) =>
        book => book with { Gate = new WrongGate() { PassingInstead = instead } };

    public static Func<RuleBook, RuleBook> Leaving(Func<CallFacts, RsmError, Passage, Passage> instead) =>
        book => book with { Gate = new WrongGate() { LeavingInstead = instead } };

    public static Func<RuleBook, RuleBook> Interruptible(Func<CallFacts, string, bool, bool> instead) =>
        book => book with { Gate = new WrongGate() { InterruptibleInstead = instead } };
}
