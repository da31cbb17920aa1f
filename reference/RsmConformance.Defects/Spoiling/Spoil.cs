namespace RsmConformance.Defects;

/// <summary>Replaces a rule by one that remembers.</summary>
internal static class Spoil
{
    /// <summary>Makes the replacement anew for each cluster, so that what it remembers stays in one session.</summary>
    /// <param name="make">Makes it.</param>
    public static Func<RuleBook, RuleBook> Anew(Func<Func<RuleBook, RuleBook>> make) => book => make()(book);
}
