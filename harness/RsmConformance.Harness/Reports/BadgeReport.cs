using System.Globalization;
using System.Text.Json;

namespace RsmConformance.Harness.Reports;

/// <summary>The result as the JSON from which a shields.io endpoint badge is drawn.</summary>
public static class BadgeReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="input">The run.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(ReportInput input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        Standing standing = Standing.Of(input);
        output.Write(JsonSerializer.Serialize(
            new
            {
                schemaVersion = 1,
                label = PlainText.Line($"RSMAPI {input.Header.Profile}", 60),
                message = string.Join(", ", standing.Counts.Reverse().Select(Words).DefaultIfEmpty("nothing run")),
                color = Colour(standing.Kind),
                isError = standing.Kind != StandingKind.Conforming,
            }));
        output.Write('\n');
    }

    private static string Words(KeyValuePair<string, int> count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count.Value} {(count.Key == VerdictName.Of(Verdict.Pass) ? "passed" : count.Key.ToLowerInvariant().Replace('_', ' '))}");

    private static string Colour(StandingKind kind) => kind switch
    {
        StandingKind.Conforming => "brightgreen",
        StandingKind.Nonconforming => "red",
        StandingKind.Incomplete => "orange",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such standing"),
    };
}
