using RsmConformance.Contract;

namespace RsmConformance.Harness.Discrimination;

/// <summary>The cases that accuse no mutant of anything: each must go or earn its place.</summary>
public static class IdleCases
{
    /// <summary>Their ids, in the order of the suite.</summary>
    /// <param name="report">A self-test in which every case was played.</param>
    public static IReadOnlyList<CaseId> Of(SelfTestReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        HashSet<CaseId> busy = [.. report.Hunts.SelectMany(h => h.Accusations).Select(a => a.Case)];
        return [.. report.Cases.Select(c => c.Id).Where(id => !busy.Contains(id))];
    }

    /// <summary>One a line.</summary>
    /// <param name="report">A self-test in which every case was played.</param>
    public static string Text(SelfTestReport report) => string.Concat(Of(report).Select(id => $"{id}\n"));
}
