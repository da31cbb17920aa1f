using System.Globalization;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Discrimination;

/// <summary>For each assertion how many mutants break it first of all, how many of these were killed, and whether a kill names it.</summary>
public static class DiscriminationTable
{
    /// <summary>The table as comma-separated values; the assertions that no case tests are left out.</summary>
    /// <param name="report">The self-test.</param>
    /// <param name="specification">The assertions.</param>
    public static string Csv(SelfTestReport report, Specification specification)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(specification);
        HashSet<string> tested = [.. report.Cases.SelectMany(c => c.Assertions)];
        HashSet<string> named = [.. report.Hunts.Select(h => h.Kill?.Assertion).OfType<string>()];
        IEnumerable<string> rows =
            from id in specification.Assertions.Select(a => a.Id.Value)
            where tested.Contains(id)
            let defects = report.Hunts.Where(h => h.Mutant.Excuse is null && h.Mutant.Breaks[0] == id).ToList()
            select Discrimination.Csv.Line([id, Number(defects.Count), Number(defects.Count(h => h.Kill is not null)), named.Contains(id) ? "yes" : "no"]);
        return string.Concat(rows.Prepend(Discrimination.Csv.Line(["assertion", "defects", "killed", "named"])));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
