using System.Text.Json;
using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness;

/// <summary>
/// What an interrupted run left that still counts: its header, and every verdict whose evidence is whole. A case that was begun
/// and has no verdict counts for nothing.
/// </summary>
/// <param name="Header">The first line of its results.</param>
/// <param name="Results">Its verdicts, one a case.</param>
internal sealed record Leftover(ResultLine.Header Header, IReadOnlyList<ResultLine.Ruled> Results)
{
    /// <summary>Looks for an interrupted run.</summary>
    /// <param name="folder">Its output folder.</param>
    /// <param name="wanted">The header of the run that is to go on.</param>
    /// <returns>What it left; null when it died before it wrote a line.</returns>
    /// <exception cref="UsageException">There is no run, it is another one, or it still goes on.</exception>
    public static Leftover? Find(string folder, ResultLine.Header wanted)
    {
        string results = Path.Combine(folder, RunService.ResultsName);
        string trace = Path.Combine(folder, TraceFile.Name);
        if (!File.Exists(results) && !File.Exists(trace))
        {
            throw new UsageException($"--resume: {folder} holds no run; give --output the folder of the interrupted run, or leave --resume out");
        }

        DemandUnused(results);
        DemandUnused(trace);
        if (!File.Exists(results) || !StoredLine.WholeOf(results).Any())
        {
            return null;
        }

        StoredResults stored = ResultsFile.Read(results);
        if (HeaderMatch.Difference(stored.Header, wanted) is { } difference)
        {
            throw new UsageException($"--resume: {results} is of another run: {difference}; give the options of that run, or leave --resume out");
        }

        HashSet<CaseId> ended = [.. Lines(trace).Select(l => l.Line).OfType<TraceLine.End>().Select(e => e.Case)];
        return new Leftover(stored.Header, [.. stored.Results.Where(r => Counts(r, ended)).DistinctBy(r => r.Case)]);
    }

    /// <summary>Makes the files of the run say what counts and nothing else. It may die at any moment and be done again.</summary>
    public void Tidy(string folder, RunHeaders headers, IEnumerable<ResultLine.Excluded> excluded)
    {
        HashSet<CaseId> ruled = [.. Results.Select(r => r.Case)];
        string trace = Path.Combine(folder, TraceFile.Name);
        WholeFile.Replace(trace, Lines(trace).Where(l => CaseOf(l.Line) is { } id && ruled.Contains(id)).Select(l => l.Text)
            .Prepend(Protocol.Write<TraceLine>(headers.Trace)));
        IEnumerable<ResultLine> lines = [headers.Results, .. excluded, .. Results];
        WholeFile.Replace(Path.Combine(folder, RunService.ResultsName), lines.Select(Protocol.Write));
    }

    // A lost case never had a verdict of its own; a fault of the harness may have left no evidence, and is a verdict all the same.
    private static bool Counts(ResultLine.Ruled result, HashSet<CaseId> ended) =>
        result.Disposition != Disposition.Lost
        && (ended.Contains(result.Case) || result.Reason is ReasonCode.MissingMeans or ReasonCode.HarnessFault);

    private static CaseId? CaseOf(TraceLine line) => line switch
    {
        TraceLine.Session session => session.Case,
        TraceLine.Event what => what.What.Case,
        TraceLine.End end => end.Case,
        TraceLine.Header or TraceLine.Footer => null,
        _ => throw new InvalidOperationException($"no such line: {line}"),
    };

    private static IEnumerable<(string Text, TraceLine Line)> Lines(string path)
    {
        int number = 0;
        foreach (string text in File.Exists(path) ? StoredLine.WholeOf(path) : [])
        {
            number++;
            TraceLine line;
            try
            {
                line = Protocol.Read<TraceLine>(text);
            }
            catch (JsonException e)
            {
                throw new UsageException($"{path}:{number}: no line of a trace ({e.Message}); leave --resume out to run again", e);
            }

            yield return (text, line);
        }
    }

    private static void DemandUnused(string path)
    {
        try
        {
            using FileStream? _ = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--resume: {path} cannot be taken over ({e.Message}); wait for the run that writes it, or end it", e);
        }
    }
}
