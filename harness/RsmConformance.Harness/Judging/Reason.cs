namespace RsmConformance.Harness;

/// <summary>Why a verdict is not PASS, as a code that tools can group by.</summary>
public static class ReasonCode
{
    /// <summary>A step showed what no reading of the page permits.</summary>
    public const string NotPermitted = "not-permitted";

    /// <summary>The page leaves several outcomes open; which was seen is recorded.</summary>
    public const string FreeChoice = "free-choice";

    /// <summary>A documented historical deviation that the profile tolerates.</summary>
    public const string Deviation = "deviation";

    /// <summary>A step that sets the scene did not succeed.</summary>
    public const string PreambleFailed = "preamble-failed";

    /// <summary>The control did not succeed, so that the act proves nothing.</summary>
    public const string ControlFailed = "control-failed";

    /// <summary>The bed has no means that the case needs.</summary>
    public const string MissingMeans = "missing-means";

    /// <summary>The means was used and had no effect.</summary>
    public const string MeansWithoutEffect = "means-without-effect";

    /// <summary>A step that the verdict needs was not run.</summary>
    public const string NotRun = "not-run";

    /// <summary>A measured quantity grows with every cycle.</summary>
    public const string Growth = "growth";

    /// <summary>A process died.</summary>
    public const string Died = "died";

    /// <summary>A call did not come back in time.</summary>
    public const string NoReturn = "no-return";

    /// <summary>Contact with a process was lost.</summary>
    public const string Lost = "lost";

    /// <summary>The harness or agent failed.</summary>
    public const string HarnessFault = "harness-fault";
}
