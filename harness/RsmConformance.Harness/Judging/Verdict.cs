namespace RsmConformance.Harness;

/// <summary>What happened, from good to bad; where several hold, the worse one stands.</summary>
public enum Verdict
{
    /// <summary>Ran to the end; the assertion held, and so did the control.</summary>
    Pass,

    /// <summary>Ran to the end at a point that the page leaves open; the choice that was seen is recorded.</summary>
    Observed,

    /// <summary>A deviation that the profile tolerates, or something legal but risky.</summary>
    Warn,

    /// <summary>A capability that the bed declines, whose refusal was itself legal.</summary>
    Unsupported,

    /// <summary>The assertion has no case, for a reason that is written down.</summary>
    Untested,

    /// <summary>Set-up or control failed, or the means is missing or had no effect.</summary>
    Unresolved,

    /// <summary>Ran to the end; the assertion is broken.</summary>
    Fail,

    /// <summary>A call did not come back.</summary>
    Hang,

    /// <summary>A process died that should have lived.</summary>
    Crash,

    /// <summary>The harness or its agent failed; never blamed on the implementation.</summary>
    HarnessError,
}

/// <summary>The words for verdicts in files and reports.</summary>
public static class VerdictName
{
    /// <summary>The word for a verdict, such as <c>HARNESS_ERROR</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Of(Verdict verdict) =>
        verdict == Verdict.HarnessError ? "HARNESS_ERROR" : verdict.ToString().ToUpperInvariant();

    /// <summary>Reads the word for a verdict.</summary>
    /// <param name="name">The word.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="FormatException">There is no such verdict.</exception>
    public static Verdict Parse(string name) =>
        Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(v => Of(v!.Value) == name)
        ?? throw new FormatException($"'{name}' is no verdict");
}
