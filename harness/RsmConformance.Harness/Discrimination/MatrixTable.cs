using System.Globalization;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Discrimination;

/// <summary>Mutants against assertions: how many cases accused the mutant of breaking the assertion.</summary>
public static class MatrixTable
{
    /// <summary>The matrix as comma-separated values.</summary>
    /// <param name="report">A self-test in which every case was played.</param>
    /// <param name="specification">The assertions.</param>
    public static string Csv(SelfTestReport report, Specification specification)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(specification);
        string[] assertions = [.. specification.Assertions.Select(a => a.Id.Value)];
        IEnumerable<string> rows = report.Hunts.Select(h => Discrimination.Csv.Line([h.Mutant.Id, .. assertions.Select(a => Cell(h, a))]));
        return string.Concat(rows.Prepend(Discrimination.Csv.Line(["defect", .. assertions])));
    }

    private static string Cell(Hunted hunted, string assertion)
    {
        int count = hunted.Accusations.Count(a => a.Assertion == assertion);
        return count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
    }
}
