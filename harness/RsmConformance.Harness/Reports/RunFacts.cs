namespace RsmConformance.Harness.Reports;

/// <summary>What was run, as names and values in the order in which a reader asks.</summary>
internal static class RunFacts
{
    public static IEnumerable<(string Name, string Value)> Of(ReportInput input) =>
    [
        ("implementation", input.Header.Iut),
        ("profile", input.Header.Profile),
        ("suite", input.Header.Suite),
        ("run", input.Header.Run),
        ("seed", input.Header.Seed),
        ("implementation digest", input.Header.IutDigest),
        ("suite digest", input.Header.SuiteDigest),
        ("bed digest", input.Header.BedDigest),
    ];
}
