namespace RsmConformance.Harness.Comparing;

/// <summary>What became of a case from one run to another, from harmless to bad.</summary>
public enum Change
{
    /// <summary>The same verdict, or none in both.</summary>
    Same,

    /// <summary>Another verdict of the same worth, such as OBSERVED for PASS or CRASH for FAIL.</summary>
    Changed,

    /// <summary>Good, where the base decided nothing.</summary>
    Decided,

    /// <summary>Good, where the base has FAIL, CRASH or HANG.</summary>
    Gained,

    /// <summary>Not decided, where the base decided.</summary>
    Undecided,

    /// <summary>FAIL, CRASH or HANG, where the base decided nothing: whether it was lost cannot be told.</summary>
    NewFailure,

    /// <summary>FAIL, CRASH or HANG, where the base is good.</summary>
    Lost,
}

/// <summary>Tells changes from verdicts, and says them in words.</summary>
public static class Changes
{
    /// <summary>All changes, the worst first.</summary>
    public static IReadOnlyList<Change> WorstFirst { get; } = [.. Enum.GetValues<Change>().OrderDescending()];

    /// <summary>What became of a case.</summary>
    /// <param name="before">The verdict of the base; null where the case is no part of it.</param>
    /// <param name="after">The verdict of the other run; null where the case is no part of it.</param>
    public static Change Of(Verdict? before, Verdict? after) => (IsGood(before), IsGood(after)) switch
    {
        (true, false) => Change.Lost,
        (false, true) => Change.Gained,
        (null, false) => Change.NewFailure,
        (null, true) => Change.Decided,
        ({ }, null) => Change.Undecided,
        _ => before == after ? Change.Same : Change.Changed,
    };

    /// <summary>Whether a verdict says something of the implementation.</summary>
    /// <param name="verdict">The verdict; null where there is none.</param>
    public static bool IsDecided(Verdict? verdict) => IsGood(verdict) is not null;

    /// <summary>The words for a change.</summary>
    /// <param name="change">The change.</param>
    public static string Words(Change change) => change switch
    {
        Change.NewFailure => "new failure",
        _ => change.ToString().ToLowerInvariant(),
    };

    /// <summary>What a change means, in a sentence.</summary>
    /// <param name="change">The change.</param>
    public static string Meaning(Change change) => change switch
    {
        Change.Lost => "good in the base, and FAIL, CRASH or HANG here",
        Change.NewFailure => "FAIL, CRASH or HANG here, and nothing decided in the base",
        Change.Undecided => "decided in the base, and not here",
        Change.Gained => "FAIL, CRASH or HANG in the base, and good here",
        Change.Decided => "nothing decided in the base, and good here",
        Change.Changed => "another verdict of the same worth",
        Change.Same => "the same verdict",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "no such change"),
    };

    private static bool? IsGood(Verdict? verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Observed or Verdict.Warn => true,
        Verdict.Fail or Verdict.Crash or Verdict.Hang => false,
        _ => null,
    };
}
