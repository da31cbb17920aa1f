using RsmConformance.Abi;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Measuring;

/// <summary>How far an outcome that a page documents was tested.</summary>
/// <param name="Function">The function.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Declared">Cases whose situation makes it permitted.</param>
/// <param name="Provoked">Those of them that were run.</param>
/// <param name="Seen">Cases in which it was returned.</param>
/// <param name="Readings">The readings that permit it, where not every reading does.</param>
/// <param name="Instead">What was returned where it was provoked, when it was never seen.</param>
internal sealed record OutcomeCoverage(
    string Function, RsmError Outcome, int Declared, int Provoked, int Seen, IReadOnlyList<string> Readings, IReadOnlyList<string> Instead);

/// <summary>How far an assertion was tested.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Declared">Cases that bear on it.</param>
/// <param name="Provoked">Those of them that were played to a verdict.</param>
/// <param name="Seen">Those in which it was seen to hold; for an error, those in which it was returned.</param>
/// <param name="Discriminated">Whether the suite caught a seeded defect of it.</param>
internal sealed record AssertionCoverage(Assertion Assertion, int Declared, int Provoked, int Seen, bool Discriminated)
{
    /// <summary>Whether nobody tests it and nobody says why.</summary>
    public bool IsForgotten => Declared == 0 && Assertion.Untested is null;
}

/// <summary>What a set of runs tested.</summary>
/// <param name="Runs">The runs, in words.</param>
/// <param name="Outcomes">What the pages of the two functions list.</param>
/// <param name="Assertions">Every assertion.</param>
internal sealed record CoverageReport(
    IReadOnlyList<string> Runs,
    IReadOnlyList<OutcomeCoverage> Outcomes,
    IReadOnlyList<AssertionCoverage> Assertions)
{
    public IEnumerable<Assertion> Forgotten => Assertions.Where(a => a.IsForgotten).Select(a => a.Assertion);
}
