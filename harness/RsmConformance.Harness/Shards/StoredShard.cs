using RsmConformance.Contract;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Harness;

/// <summary>A finished shard of a run.</summary>
/// <param name="Folder">Its output folder.</param>
/// <param name="Results">Its results.</param>
/// <param name="Note">Which part it is.</param>
public sealed record StoredShard(string Folder, StoredResults Results, ShardNote Note)
{
    /// <summary>Its header.</summary>
    public ResultLine.Header Header => Results.Header;

    /// <summary>Reads a shard.</summary>
    /// <param name="folder">Its output folder.</param>
    /// <exception cref="UsageException">The folder holds no shard, or one that did not come to its end or has not one verdict a case.</exception>
    public static StoredShard Load(string folder)
    {
        StoredResults results = ResultsFile.Read(Path.Combine(folder, RunService.ResultsName));
        ShardNote note = results.Header.Shard
            ?? throw new UsageException($"{folder}: is a whole run and no shard; give folders of runs with --shard");
        if (results.Summary is not { Interrupted: false } || results.IsTorn)
        {
            throw new UsageException($"{folder}: shard {note.Index}/{note.Count} did not come to its end; finish it with 'run --resume'");
        }

        CaseId[] ruled = [.. results.Results.Select(r => r.Case)];
        if (ruled.GroupBy(id => id).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new UsageException($"{folder}: {twice.Key} has two verdicts; run the shard again");
        }

        HashSet<CaseId> planned = [.. results.Header.Planned];
        planned.SymmetricExceptWith(ruled);
        return planned.Count == 0
            ? new StoredShard(folder, results, note)
            : throw new UsageException($"{folder}: {planned.First()} is planned without a verdict, or has one unplanned; run the shard again");
    }
}
