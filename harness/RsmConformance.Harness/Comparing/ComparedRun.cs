using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness.Comparing;

/// <summary>The verdict on a case with its reason.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Words">The reason in words; null where the verdict needs none.</param>
public sealed record CaseVerdict(Verdict Verdict, string? Words);

/// <summary>A run that is held beside others.</summary>
/// <param name="Label">What columns call it; no other run of the comparison has the same.</param>
/// <param name="Input">The run.</param>
/// <param name="Verdicts">The verdicts of everything planned, those that were lost too.</param>
public sealed record ComparedRun(string Label, ReportInput Input, IReadOnlyDictionary<CaseId, CaseVerdict> Verdicts)
{
    private const int LabelLimit = 100;

    /// <summary>Whether the run came to its end; what is not there may be there if it had.</summary>
    public bool IsWhole => Input.Summary is { Interrupted: false };

    /// <summary>Labels runs by what they tested, and by their folder too where that is the same.</summary>
    /// <param name="runs">The runs with the folders that hold them.</param>
    public static IReadOnlyList<ComparedRun> Of(IReadOnlyList<(string Folder, ReportInput Input)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        Dictionary<string, int> alike = runs.CountBy(r => Iut(r.Input)).ToDictionary();
        return
        [
            .. runs.Select(r => new ComparedRun(
                alike[Iut(r.Input)] == 1 ? Iut(r.Input) : $"{Iut(r.Input)} ({PlainText.Line(r.Folder, LabelLimit)})", r.Input, VerdictsOf(r.Input))),
        ];
    }

    private static string Iut(ReportInput input) => PlainText.Line(input.Header.Iut, LabelLimit);

    // Two verdicts on one case are none.
    private static Dictionary<CaseId, CaseVerdict> VerdictsOf(ReportInput input) => input.Verdicts.GroupBy(v => v.Case).ToDictionary(
        g => g.Key,
        g => g.Count() > 1 || g.First().Disposition is Disposition.Duplicate
            ? new CaseVerdict(Verdict.HarnessError, $"{g.Count()} verdicts are on file")
            : new CaseVerdict(Importance.VerdictOf(g.First()), g.First().Words));
}
