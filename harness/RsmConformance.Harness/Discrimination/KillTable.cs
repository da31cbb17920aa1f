using RsmConformance.Contract;

namespace RsmConformance.Harness.Discrimination;

/// <summary>One line a mutant: what became of it, and which case killed it for which assertion.</summary>
public static class KillTable
{
    /// <summary>The table as comma-separated values.</summary>
    /// <param name="report">The self-test.</param>
    public static string Csv(SelfTestReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string[] head = ["defect", "rule", "shows", "outcome", "verdict", "assertion", "case", "declared", "collateral", "sentence"];
        return string.Concat(report.Hunts.Select(Line).Prepend(Discrimination.Csv.Line(head)));
    }

    private static string Line(Hunted hunted) => Discrimination.Csv.Line(
    [
        hunted.Mutant.Id,
        hunted.Mutant.Rule,
        hunted.Mutant.Shows,
        hunted.Outcome.ToString(),
        hunted.Kill is { } kill ? VerdictName.Of(kill.Verdict) : "",
        hunted.Kill?.Assertion ?? "",
        hunted.Kill?.Case.ToString() ?? "",
        string.Join(' ', hunted.Mutant.Breaks),
        string.Join(' ', hunted.Collateral.Select(a => a.Assertion).Distinct()),
        hunted.Mutant.Sentence,
    ]);
}
