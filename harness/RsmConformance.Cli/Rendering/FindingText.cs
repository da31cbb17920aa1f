using RsmConformance.Harness;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints why a case is not PASS. Its words may come from an implementation, so they are made safe.</summary>
internal static class FindingText
{
    /// <summary>Whether a verdict is something that a reader of the summary must look at.</summary>
    public static bool IsRemarkable(ResultLine.Ruled result) =>
        result.Verdict != VerdictName.Of(Verdict.Pass) && result.Verdict != VerdictName.Of(Verdict.Observed);

    /// <summary>Whether a verdict is bad enough to be told before the run is over.</summary>
    public static bool IsBad(ResultLine.Ruled result) => VerdictName.Parse(result.Verdict) >= Verdict.Fail;

    /// <summary>Verdict, case and reason on one line.</summary>
    public static string Line(ResultLine.Ruled result) =>
        $"{result.Verdict} {result.Case}{(result.Words is { } words ? ": " + SafeText.Of(words) : "")}";

    /// <summary>Everything that is known about a verdict.</summary>
    public static void Write(TextWriter to, ResultLine.Ruled result)
    {
        to.WriteLine($"{result.Verdict} {result.Case}");
        Field(to, "why", result.Words);
        Field(to, "assertion", result.Assertion);
        Field(to, "step", result.Step?.Text);
        Field(to, "permitted", result.Permitted is { Count: > 0 } permitted ? string.Join(" or ", permitted) : null);
        Field(to, "seen", result.Observed);
        Field(to, "deviations", result.Deviations is { } deviations ? string.Join(" ", deviations) : null);
    }

    private static void Field(TextWriter to, string name, string? value)
    {
        if (value is not null)
        {
            Indented.WriteLabelled(to, $"     {name,-10} ", SafeText.Of(value));
        }
    }
}
