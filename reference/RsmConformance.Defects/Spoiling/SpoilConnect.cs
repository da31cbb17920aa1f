namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="ConnectRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilConnect
{
    public static Func<RuleBook, RuleBook> Result(Func<CallFacts, ConnectTarget, RsmError, RsmError, RsmError> instead) =>
        book => book with { Connect = new WrongConnect(book.Behaviour) { ResultInstead = instead } };
}
