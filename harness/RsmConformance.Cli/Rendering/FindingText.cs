using RsmConformance.Harness;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints why a case is not PASS. Its words may come from an implementation, so they are made safe.</summary>
internal static class FindingText
{
    /// <summary>Whether a verdict is something that a reader of the summary must look at.</summary>
    public static bool IsRemarkable(ResultLine.Ruled result) =>
        (result.Verdict != VerdictName.Of(Verdict.Pass) && result.Verdict != VerdictName.Of(Verdict.Observed))
        || result.Disposition != Disposition.Ok;

    /// <summary>Whether a verdict is bad enough to be told before the run is over.</summary>
    public static bool IsBad(ResultLine.Ruled result) => result.Disposition switch
    {
        Disposition.Known or Disposition.Waived => false,
        Disposition.Fixed or Disposition.WaiverUnused => true,
        _ => VerdictName.Parse(result.Verdict) >= Verdict.Fail,
    };

    /// <summary>Verdict, case and reason on one line.</summary>
    public static string Line(ResultLine.Ruled result) =>
        $"{Head(result)}{(result.Words is { } words ? ": " + SafeText.Of(words) : "")}";

    /// <summary>Everything that is known about a verdict.</summary>
    public static void Write(TextWriter to, ResultLine.Ruled result)
    {
        to.WriteLine(Head(result));
        Field(to, "why", result.Words);
        Field(to, "assertion", result.Assertion);
        Field(to, "step", result.Step?.Text);
        Field(to, "permitted", result.Permitted is { Count: > 0 } permitted ? string.Join(" or ", permitted) : null);
        Field(to, "seen", result.Observed);
        Field(to, "deviations", result.Deviations is { } deviations ? string.Join(" ", deviations) : null);
    }

    // What happened, then how it counts, where a list has a say in that.
    private static string Head(ResultLine.Ruled result) => $"{result.Verdict} {result.Case}" + result.Disposition switch
    {
        Disposition.Ok or Disposition.Regression => "",
        Disposition.Known => " (known)",
        Disposition.Fixed => " (fixed: take it off the list of known failures)",
        Disposition.Waived => " (waived)",
        Disposition.WaiverExpired => " (its waiver has expired)",
        Disposition.WaiverUnused => " (its waiver is not needed)",
        Disposition.Flaky => " (flaky)",
        Disposition.Lost => " (lost)",
        Disposition.Duplicate => " (a second verdict)",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Disposition, "no such disposition"),
    };

    private static void Field(TextWriter to, string name, string? value)
    {
        if (value is not null)
        {
            Indented.WriteLabelled(to, $"     {name,-10} ", SafeText.Of(value));
        }
    }
}
