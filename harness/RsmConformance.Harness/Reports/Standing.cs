using System.Globalization;

namespace RsmConformance.Harness.Reports;

/// <summary>What a run is worth as a whole.</summary>
public enum StandingKind
{
    /// <summary>Everything planned is as required.</summary>
    Conforming,

    /// <summary>Something is not as required.</summary>
    Nonconforming,

    /// <summary>Something planned was not decided.</summary>
    Incomplete,
}

/// <summary>What a run is worth as a whole, in words; never better than its verdicts.</summary>
/// <param name="Kind">What it is worth.</param>
/// <param name="Headline">One sentence.</param>
/// <param name="Exit">The exit code that the run earned.</param>
/// <param name="Counts">How often each verdict was given, the worst first.</param>
public sealed record Standing(
    StandingKind Kind,
    string Headline,
    int Exit,
    IReadOnlyList<KeyValuePair<string, int>> Counts)
{
    /// <summary>The standing of a run.</summary>
    /// <param name="input">The run.</param>
    public static Standing Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        IReadOnlyList<ResultLine.Ruled> verdicts = input.Verdicts;
        int exit = ExitOf(input, verdicts);
        StandingKind kind = exit switch
        {
            ExitCode.Conforming => StandingKind.Conforming,
            ExitCode.Nonconforming => StandingKind.Nonconforming,
            _ => StandingKind.Incomplete,
        };
        return new Standing(kind, Say(input, verdicts, kind, exit), exit, Count(verdicts));
    }

    /// <summary>A number with its noun.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The noun in the singular; its plural takes an s.</param>
    internal static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    // A summary that claims success beside verdicts that do not is not believed.
    private static int ExitOf(ReportInput input, IReadOnlyList<ResultLine.Ruled> verdicts)
    {
        int earned = ExitCode.Of(verdicts, input.Header.Planned.Count, input.Summary?.Interrupted ?? false, strict: false);
        return (input.Summary?.Exit, earned) switch
        {
            (null, ExitCode.Conforming) => ExitCode.Incomplete,
            (null or ExitCode.Conforming, _) => earned,
            ({ } stated, _) => stated,
        };
    }

    private static string Say(ReportInput input, IReadOnlyList<ResultLine.Ruled> verdicts, StandingKind kind, int exit)
    {
        int bad = verdicts.Count(Importance.IsAgainst);
        string total = Of(verdicts.Count, "verdict");
        string interrupted = exit == ExitCode.Interrupted ? "Interrupted" : "Incomplete";
        return kind switch
        {
            StandingKind.Conforming => $"Conforms to profile {input.Header.Profile}: {total}, nothing against it",
            StandingKind.Nonconforming => $"Does not conform to profile {input.Header.Profile}: {Of(bad, "case")} of {total} {(bad == 1 ? "speaks" : "speak")} against it",
            StandingKind.Incomplete => $"{interrupted}: profile {input.Header.Profile} could not be decided from {total}",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such standing"),
        };
    }

    private static KeyValuePair<string, int>[] Count(IReadOnlyList<ResultLine.Ruled> verdicts) =>
    [
        .. verdicts.CountBy(Importance.VerdictOf)
            .OrderByDescending(c => c.Key)
            .Select(c => KeyValuePair.Create(VerdictName.Of(c.Key), c.Value)),
    ];
}
