using RsmConformance.Contract;
using RsmConformance.Harness.Repro;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Reports;

/// <summary>Everything that a report tells. Every report is a function of it and of nothing else.</summary>
/// <param name="Header">What was run.</param>
/// <param name="Results">The verdicts that are on file.</param>
/// <param name="Excluded">The cases that are not part of the run.</param>
/// <param name="Summary">How the run ended; null when it did not.</param>
/// <param name="Evidence">What was recorded, by case.</param>
/// <param name="Cases">The cases of the suite, by id.</param>
/// <param name="Specification">What was demanded.</param>
/// <param name="Notes">What a reader must know about the files themselves, in sentences.</param>
public sealed record ReportInput(
    ResultLine.Header Header,
    IReadOnlyList<ResultLine.Ruled> Results,
    IReadOnlyList<ResultLine.Excluded> Excluded,
    ResultLine.Summary? Summary,
    IReadOnlyDictionary<CaseId, RecordedCase> Evidence,
    IReadOnlyDictionary<CaseId, Case> Cases,
    Specification Specification,
    IReadOnlyList<string> Notes)
{
    /// <summary>
    /// A verdict for everything planned: those on file, then a lost one for each planned case that has none. A run that
    /// was cut off never looks like a shorter run that was not.
    /// </summary>
    public IReadOnlyList<ResultLine.Ruled> Verdicts => [.. Results, .. Lost()];

    /// <summary>The assertions of which the suite caught a seeded defect in its own self-test; null when that is not known.</summary>
    public IReadOnlySet<string>? Discriminated { get; init; }

    /// <summary>The failures that were reduced to C programs.</summary>
    public IReadOnlyDictionary<CaseId, StoredRepro> Programs { get; init; } = new Dictionary<CaseId, StoredRepro>();

    /// <summary>The profile of the run; null when it is one of the user's own.</summary>
    public Profile? Profile => Specification.Profiles.FirstOrDefault(p => p.Name.Value == Header.Profile);

    /// <summary>Reads the files of a run.</summary>
    /// <param name="folder">The output folder of the run.</param>
    /// <param name="cases">The cases of the suite.</param>
    /// <param name="specification">The specification.</param>
    /// <returns>The input; what is missing or torn is said in its notes.</returns>
    /// <exception cref="UsageException">The results are missing, or a file is damaged before its last line.</exception>
    public static ReportInput Read(string folder, IEnumerable<Case> cases, Specification specification)
    {
        var notes = new List<string>();
        StoredResults stored = ResultsFile.Read(Path.Combine(folder, RunService.ResultsName));
        if (stored.IsTorn)
        {
            notes.Add($"The last line of {RunService.ResultsName} was torn and is left out.");
        }

        if (stored.Summary is null)
        {
            notes.Add($"The run did not end: {RunService.ResultsName} has no summary.");
        }

        IReadOnlyList<RecordedCase> evidence = ReadTrace(Path.Combine(folder, TraceFile.Name), stored.Header.Run, notes);
        return new ReportInput(
            stored.Header,
            stored.Results,
            stored.Excluded,
            stored.Summary,
            evidence.ToDictionary(e => e.Case),
            cases.ToDictionary(c => c.Id),
            specification,
            notes)
        {
            Programs = StoredRepro.Read(folder, stored.Results),
        };
    }

    private static IReadOnlyList<RecordedCase> ReadTrace(string path, string run, List<string> notes)
    {
        if (!File.Exists(path))
        {
            notes.Add($"There is no {TraceFile.Name}: the steps of the cases are not shown.");
            return [];
        }

        if (ResultsFile.IsTorn(path))
        {
            notes.Add($"The last line of {TraceFile.Name} was torn and is left out.");
        }

        (TraceLine.Header header, IReadOnlyList<RecordedCase> evidence) = TraceFile.Read(path);
        if (header.Run == run)
        {
            return evidence;
        }

        notes.Add($"{TraceFile.Name} belongs to run {header.Run}, the results to run {run}: the steps are not shown.");
        return [];
    }

    private IEnumerable<ResultLine.Ruled> Lost()
    {
        HashSet<CaseId> ruled = [.. Results.Select(r => r.Case)];
        return Header.Planned.Where(id => !ruled.Contains(id)).Select(id => new ResultLine.Ruled(
            id, [], VerdictName.Of(Verdict.HarnessError), Disposition.Lost, ReasonCode.Lost,
            "planned, but the results have no verdict", null, null, null, null, null, 0));
    }
}
