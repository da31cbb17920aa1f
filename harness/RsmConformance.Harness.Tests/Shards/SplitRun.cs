using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Shards;

/// <summary>A small run in shards: four cases, of which the first is the probe, and one that nobody selected.</summary>
internal sealed class SplitRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rsm-shards-");

    public static readonly IReadOnlyList<CaseId> Ids =
        [.. new[] { "a.one/1", "a.one/2", "a.one/3", "a.one/4", "a.one/5" }.Select(CaseId.Parse)];

    public string Merged => Path.Combine(_folder.FullName, "merged");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes a shard with its cases, by their numbers, and gives it as it is read back.</summary>
    public StoredShard Store(
        int index, int[] planned, Func<ResultLine.Header, ResultLine.Header>? change = null, Verdict probe = Verdict.Pass, bool ends = true,
        string why = "not asked for")
    {
        string path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(path);
        var header = new ResultLine.Header(
            1, "1", "s", "i", "d", "b", "strict", index.ToString(), "run" + index, [.. planned.Select(Id)], "p", new ShardNote(index, 2, [Id(1)]));
        header = change is null ? header : change(header);
        using (var results = new LineFile<ResultLine>(Path.Combine(path, RunService.ResultsName)))
        {
            results.Add(header);
            results.Add(Enumerable.Range(1, 4).Except(planned).Select(n => new ResultLine.Excluded(Id(n), ShardPlan.Elsewhere)));
            results.Add(new ResultLine.Excluded(Id(5), why));
            results.Add(planned.Select(n => Ruled(n, n == 1 ? probe : Verdict.Pass)));
            results.Add(ends ? [new ResultLine.Summary(planned.Length, planned.Length, 0, new Dictionary<string, int>(), false, 0)] : []);
        }

        using (var trace = new LineFile<TraceLine>(Path.Combine(path, TraceFile.Name)))
        {
            trace.Add(RunHeaders.Of(header).Trace);
            trace.Add(planned.SelectMany(n => (TraceLine[])
                [new TraceLine.Session(Id(n), new SessionSetup(4096, new([], [], 9), [], [], [])), new TraceLine.End(Id(n), null)]));
            trace.Add(new TraceLine.Footer(planned.Length, false));
        }

        return StoredShard.Load(path);
    }

    public (IReadOnlyList<ResultLine.Ruled> Results, ResultLine.Summary Summary) Merge(params StoredShard[] shards) =>
        ShardMerge.Write(shards, Ids, Merged, strict: false);

    private static CaseId Id(int number) => Ids[number - 1];

    private static ResultLine.Ruled Ruled(int number, Verdict verdict) => new(
        Id(number), [], VerdictName.Of(verdict), verdict == Verdict.Fail ? Disposition.Regression : Disposition.Ok,
        null, null, null, null, null, null, null, 0);
}
