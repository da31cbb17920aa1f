using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Makes of all shards of a run the files that one whole run would have written.</summary>
public static class ShardMerge
{
    /// <summary>Merges.</summary>
    /// <param name="shards">The shards, in any order; at least one.</param>
    /// <param name="order">Every case of the suite, in the order that the merged files have.</param>
    /// <param name="folder">Where the merged files go; it must be none of the shards'.</param>
    /// <param name="strict">Whether missing means count as incomplete.</param>
    /// <returns>The verdicts and the last line of the merged results.</returns>
    /// <exception cref="UsageException">The shards are not those of one run, or a file cannot be read or written.</exception>
    public static (IReadOnlyList<ResultLine.Ruled> Results, ResultLine.Summary Summary) Write(
        IReadOnlyList<StoredShard> shards, IReadOnlyList<CaseId> order, string folder, bool strict)
    {
        ShardProof.Demand(shards);
        if (shards.FirstOrDefault(s => Path.GetFullPath(s.Folder) == Path.GetFullPath(folder)) is { } taken)
        {
            throw new UsageException($"--output: {folder} is a shard's own folder ({taken.Note.Index}/{taken.Note.Count}); give another");
        }

        StoredShard[] sorted = [.. shards.OrderBy(s => s.Note.Index)];
        Dictionary<CaseId, ResultLine.Ruled> verdicts =
            sorted.SelectMany(s => s.Results.Results).DistinctBy(r => r.Case).ToDictionary(r => r.Case);
        ResultLine.Ruled[] results = [.. order.Where(verdicts.ContainsKey).Select(id => verdicts[id])];
        if (results.Length != verdicts.Count)
        {
            throw new UsageException(
                $"{sorted[0].Folder}: {verdicts.Keys.Except(order).First()} is no case of this suite; merge with the program that ran it");
        }

        ResultLine.Excluded[] excluded = [.. sorted[0].Results.Excluded.Where(e => e.Why != ShardPlan.Elsewhere)];
        RunHeaders headers = RunHeaders.Of(Header(sorted, [.. results.Select(r => r.Case)]));
        ResultLine.Summary summary = Account.Close(results, results.Length, excluded.Length, interrupted: false, strict);
        Directory.CreateDirectory(folder);
        WholeFile.Replace(Path.Combine(folder, TraceFile.Name), Trace(sorted, headers.Trace).Select(Protocol.Write));
        IEnumerable<ResultLine> lines = [headers.Results, .. excluded, .. results, summary];
        WholeFile.Replace(Path.Combine(folder, RunService.ResultsName), lines.Select(Protocol.Write));
        return (results, summary);
    }

    private static ResultLine.Header Header(StoredShard[] shards, Sequence<CaseId> planned) => shards[0].Header with
    {
        Seed = string.Join('+', shards.Select(s => s.Header.Seed).Distinct()),
        Run = string.Join('+', shards.Select(s => s.Header.Run)),
        Planned = planned,
        Shard = null,
    };

    // The evidence of a probe is that of the first shard, as its verdict is.
    private static IEnumerable<TraceLine> Trace(StoredShard[] shards, TraceLine.Header header)
    {
        yield return header;
        var done = new HashSet<CaseId>();
        foreach (StoredShard shard in shards)
        {
            (TraceLine.Header own, IReadOnlyList<RecordedCase> cases) = TraceFile.Read(Path.Combine(shard.Folder, TraceFile.Name));
            if (own.Run != shard.Header.Run)
            {
                throw new UsageException($"{shard.Folder}: {TraceFile.Name} is of run {own.Run}, the results are of {shard.Header.Run}; run the shard again");
            }

            foreach (RecordedCase recorded in cases.Where(c => done.Add(c.Case)))
            {
                yield return new TraceLine.Session(recorded.Case, recorded.Setup);
                foreach (TraceEvent what in recorded.Events)
                {
                    yield return new TraceLine.Event(what);
                }

                yield return new TraceLine.End(recorded.Case, recorded.Fault);
            }
        }

        yield return new TraceLine.Footer(done.Count, Interrupted: false);
    }
}
