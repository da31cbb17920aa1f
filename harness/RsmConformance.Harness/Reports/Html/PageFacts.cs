using RsmConformance.Spec;

namespace RsmConformance.Harness.Reports.Html;

/// <summary>What the page knows before anything is opened; its names are those that report.js reads.</summary>
/// <param name="Headline">What the run is worth, in a sentence.</param>
/// <param name="Standing">What it is worth, in a word.</param>
/// <param name="Exit">The exit code.</param>
/// <param name="Facts">What was run, as names and values.</param>
/// <param name="Notes">What a reader must know about the files.</param>
/// <param name="Planned">How many cases were planned.</param>
/// <param name="Excluded">The cases left out, with the reason.</param>
/// <param name="Assertions">The assertions, in the order of the specification.</param>
/// <param name="Matrix">The permission matrix.</param>
/// <param name="Cases">The verdicts, the most important first.</param>
/// <param name="ChunkSize">How many cases share one compressed chunk of details.</param>
internal sealed record PageFacts(
    string Headline,
    string Standing,
    int Exit,
    IReadOnlyList<string[]> Facts,
    IReadOnlyList<string> Notes,
    int Planned,
    IReadOnlyList<string[]> Excluded,
    IReadOnlyList<AssertionRow> Assertions,
    IReadOnlyList<MatrixRow> Matrix,
    IReadOnlyList<CaseRow> Cases,
    int ChunkSize)
{
    private const int MostExcluded = 2000;

    public static PageFacts Of(ReportInput input, Standing standing, IReadOnlyList<ResultLine.Ruled> verdicts, int chunkSize)
    {
        Dictionary<string, int> position = [];
        for (int i = 0; i < verdicts.Count; i++)
        {
            position.TryAdd(verdicts[i].Case.Text, i);
        }

        return new PageFacts(
            standing.Headline,
            standing.Kind.ToString().ToLowerInvariant(),
            standing.Exit,
            [.. RunFacts.Of(input).Select(f => new[] { f.Name, PlainText.Line(f.Value, 300) })],
            [.. input.Notes.Select(n => PlainText.Line(n))],
            input.Header.Planned.Count,
            [.. input.Excluded.Take(MostExcluded).Select(e => new[] { e.Case.Text, PlainText.Line(e.Why, 300) })],
            [.. AssertionCoverage.Of(input).Select(AssertionRow.Of)],
            [.. PermissionMatrix.Of(input.Cases.Values, input.Specification).Select(f => MatrixRow.Of(f, position))],
            [.. verdicts.Select(v => CaseRow.Of(v, input))],
            chunkSize);
    }
}

/// <summary>An assertion and how far the run got with it.</summary>
internal sealed record AssertionRow(
    string Id,
    string Function,
    string Statement,
    string Source,
    string? Untested,
    bool Demanded,
    bool Declared,
    bool Provoked,
    bool Seen,
    bool? Discriminated)
{
    public static AssertionRow Of(AssertionCoverage coverage)
    {
        Assertion assertion = coverage.Assertion;
        return new AssertionRow(
            assertion.Id.Value, assertion.Function, assertion.Statement.Trim(), assertion.Source.ToString(), assertion.Untested?.Trim(),
            coverage.IsDemanded, coverage.IsDeclared, coverage.IsProvoked, coverage.IsSeen, coverage.IsDiscriminated);
    }
}

/// <summary>A field of the permission matrix, with the positions of its cases among the verdicts.</summary>
internal sealed record MatrixRow(string Class, int Digit, string Mode, string Admission, IReadOnlyList<int> Cases)
{
    public static MatrixRow Of(PermissionField field, Dictionary<string, int> position) => new(
        field.Class.ToString().ToLowerInvariant(),
        field.Digit,
        field.Mode.Text,
        field.Admission.ToString().ToLowerInvariant(),
        [.. field.Cases.Where(c => position.ContainsKey(c.Text)).Select(c => position[c.Text])]);
}

/// <summary>A verdict.</summary>
internal sealed record CaseRow(
    string Id,
    string Verdict,
    string Disposition,
    IReadOnlyList<string> Assertions,
    string? Purpose,
    string? Reason,
    string? Words,
    string? Assertion,
    string? Step,
    IReadOnlyList<string>? Permitted,
    string? Observed,
    IReadOnlyList<string>? Deviations,
    long Us)
{
    private const int MostItems = 50;

    public static CaseRow Of(ResultLine.Ruled verdict, ReportInput input) => new(
        verdict.Case.Text,
        VerdictName.Of(Importance.VerdictOf(verdict)),
        Importance.Word(verdict.Disposition),
        [.. verdict.Assertions.Take(MostItems).Select(a => PlainText.Line(a, 200))],
        input.Cases.TryGetValue(verdict.Case, out Contract.Case? testCase) ? PlainText.Line(testCase.Purpose) : null,
        Line(verdict.Reason),
        verdict.Words is null ? null : PlainText.Clean(verdict.Words),
        Line(verdict.Assertion),
        Line(verdict.Step?.Text),
        List(verdict.Permitted),
        verdict.Observed is null ? null : PlainText.Clean(verdict.Observed),
        List(verdict.Deviations),
        verdict.DurationUs);

    private static string? Line(string? text) => text is null ? null : PlainText.Line(text, 300);

    private static string[]? List(Abi.Sequence<string>? items) =>
        items is { Count: > 0 } list ? [.. list.Take(MostItems).Select(i => PlainText.Line(i, 300))] : null;
}
