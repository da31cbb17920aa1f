using System.Text;

namespace RsmConformance.Harness.Reports;

/// <summary>
/// Workflow commands that GitHub Actions turns into annotations: <c>::error</c> for what speaks against the implementation,
/// <c>::warning</c> for what is undecided.
/// </summary>
public static class AnnotationReport
{
    /// <summary>How many cases are annotated; what is over is counted in a last line.</summary>
    public const int Most = 50;

    private const int MessageLimit = 1000;

    /// <summary>Writes the lines.</summary>
    /// <param name="input">The run.</param>
    /// <param name="output">Where they go: the standard output of a step.</param>
    public static void Write(ReportInput input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ResultLine.Ruled[] worth = [.. Importance.Sort(input.Verdicts).Where(r => Importance.IsAgainst(r) || Importance.IsUndecided(r))];
        foreach (ResultLine.Ruled result in worth.Take(Most))
        {
            output.Write(Line(Importance.IsAgainst(result) ? "error" : "warning", $"{result.Verdict} {result.Case}", Message(result)));
        }

        Standing standing = Standing.Of(input);
        if (worth.Length > Most)
        {
            output.Write(Line("error", standing.Headline, $"{Standing.Of(worth.Length - Most, "further case")} not annotated"));
        }
        else if (worth.Length == 0 && standing.Kind != StandingKind.Conforming)
        {
            output.Write(Line("error", standing.Headline, string.Join(' ', input.Notes.DefaultIfEmpty("See the report."))));
        }
    }

    private static string Message(ResultLine.Ruled result)
    {
        var text = new StringBuilder(result.Words ?? "no reason was given");
        _ = result.Step is { } step ? text.Append("\nstep: ").Append(step.Text) : text;
        _ = result.Assertion is { } assertion ? text.Append("\nassertion: ").Append(assertion) : text;
        _ = Importance.Permitted(result) is { } permitted ? text.Append("\npermitted: ").Append(permitted) : text;
        _ = result.Observed is { } seen ? text.Append("\nseen: ").Append(seen) : text;
        return text.ToString();
    }

    private static string Line(string command, string title, string message) =>
        $"::{command} title={EscapeProperty(PlainText.Line(title, MessageLimit))}::{EscapeData(PlainText.Clean(message, MessageLimit))}\n";

    private static string EscapeData(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => EscapeData(text).Replace(":", "%3A").Replace(",", "%2C");
}
