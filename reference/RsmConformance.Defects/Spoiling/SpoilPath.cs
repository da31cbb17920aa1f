namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="PathRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilPath
{
    public static Func<RuleBook, RuleBook> IsUsable(Func<bool, bool, bool, bool, bool> instead) =>
        book => book with { Path = new WrongPath() { IsUsableInstead = instead } };

    public static Func<RuleBook, RuleBook> LossBreaks(Func<ImportFacts, bool, bool> instead) =>
        book => book with { Path = new WrongPath() { LossBreaksInstead = instead } };
}
