namespace RsmConformance.Harness;

/// <summary>The exit codes of the command, and how a run earns one.</summary>
public static class ExitCode
{
    /// <summary>Everything planned is accounted for and as required.</summary>
    public const int Conforming = 0;

    /// <summary>Nonconforming: a regression or a stale list.</summary>
    public const int Nonconforming = 1;

    /// <summary>The command line or a file of the user is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something planned could not be decided.</summary>
    public const int Incomplete = 3;

    /// <summary>The implementation or bed could not be loaded, started or negotiated with.</summary>
    public const int NoImplementation = 4;

    /// <summary>The harness failed.</summary>
    public const int Internal = 70;

    /// <summary>Interrupted; the partial report is valid and says so.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code of a finished run; the first that holds, top down.</summary>
    /// <param name="results">Every verdict of the run.</param>
    /// <param name="planned">How many there should be.</param>
    /// <param name="interrupted">Whether the run was interrupted.</param>
    /// <param name="strict">Whether missing means count as incomplete.</param>
    public static int Of(IReadOnlyCollection<ResultLine.Ruled> results, int planned, bool interrupted, bool strict)
    {
        bool Any(Func<ResultLine.Ruled, bool> condition) => results.Any(condition);
        return interrupted ? Interrupted
            : Any(IsNonconforming) ? Nonconforming
            : planned == 0 || results.Count != planned || Any(r => IsUndecided(r, strict)) ? Incomplete
            : Conforming;
    }

    private static bool IsNonconforming(ResultLine.Ruled result) => result.Disposition
        is Disposition.Regression or Disposition.Fixed or Disposition.WaiverExpired or Disposition.WaiverUnused;

    private static bool IsUndecided(ResultLine.Ruled result, bool strict) =>
        result.Disposition is Disposition.Lost or Disposition.Duplicate
        || result.Verdict == VerdictName.Of(Verdict.HarnessError)
        || (result.Verdict == VerdictName.Of(Verdict.Unresolved) && (strict || result.Reason != ReasonCode.MissingMeans));
}
