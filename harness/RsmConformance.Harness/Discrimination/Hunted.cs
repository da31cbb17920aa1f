namespace RsmConformance.Harness.Discrimination;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Kill">The first verdict for an assertion that it declares; null when it survived.</param>
/// <param name="Accusations">Every verdict against it, in the order in which the cases were played.</param>
/// <param name="Faults">The cases that ended in HARNESS_ERROR, with why: nothing is learnt from these.</param>
/// <param name="Played">How many cases were played.</param>
public sealed record Hunted(
    Mutant Mutant,
    Accused? Kill,
    IReadOnlyList<Accused> Accusations,
    IReadOnlyList<string> Faults,
    int Played)
{
    /// <summary>How it counts.</summary>
    public HuntOutcome Outcome => (Kill, Mutant.Excuse) switch
    {
        (not null, null) => HuntOutcome.Killed,
        (not null, not null) => HuntOutcome.ExcusedButKilled,
        (null, not null) => HuntOutcome.Excused,
        (null, null) => HuntOutcome.Survived,
    };

    /// <summary>The accusations for assertions that the mutant does not declare.</summary>
    public IEnumerable<Accused> Collateral => Accusations.Where(a => !Mutant.Breaks.Contains(a.Assertion));
}

/// <summary>How a mutant counts.</summary>
public enum HuntOutcome
{
    /// <summary>A verdict named an assertion that it declares.</summary>
    Killed,

    /// <summary>It survived, and it is written down why it must.</summary>
    Excused,

    /// <summary>It survived.</summary>
    Survived,

    /// <summary>It is written down that nothing can kill it, and something did.</summary>
    ExcusedButKilled,
}
