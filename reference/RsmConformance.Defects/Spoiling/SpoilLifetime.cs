namespace RsmConformance.Defects;

/// <summary>Replaces one rule of <see cref="LifetimeRules"/>; the last argument of the replacement is the right answer.</summary>
internal static class SpoilLifetime
{
    public static Func<RuleBook, RuleBook> Releases(Func<CallFacts?, Possession, ReleasePath, bool, bool> instead) =>
        book => book with { Lifetime = new WrongLifetime(book.Behaviour) { ReleasesInstead = instead } };
}
