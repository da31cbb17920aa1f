using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Benchmarks;

/// <summary>Calls of the reference: bare, through the harness, and how they grow with nodes, live imports and threads.</summary>
internal static class CallTimes
{
    private const int Pairs = 5_000;

    public static IEnumerable<(string What, string Result)> All()
    {
        using (var stage = new Stage(nodes: 2))
        {
            TimeSpan bare = Timing.Median(() => stage.Cycle(Pairs));
            TimeSpan harness = Timing.Median(() => ThroughHarness(Pairs));
            yield return ("connect + disconnect in a bare loop", PerSecond(2 * Pairs, bare));
            yield return ("the same calls through the harness (messages, trace)", PerSecond(2 * Pairs, harness));
            yield return ("harness over bare loop", string.Create(CultureInfo.InvariantCulture, $"{harness / bare:0.0} times"));
        }

        yield return ("growth with nodes: 2, 8, 32 (per pair)", Ratios([2, 8, 32], nodes =>
        {
            using var stage = new Stage(nodes);
            return Timing.Median(() => stage.Cycle(Pairs));
        }));
        yield return ("growth with live imports: 1, 100, 10000 (per pair)", Ratios([1, 100, 10_000], live =>
        {
            using var stage = new Stage(nodes: 2);
            stage.Hold(live);
            return Timing.Median(() => stage.Cycle(Pairs));
        }));
        yield return ("threads 1, 2, 4, 8 doing the same number of pairs in all", Ratios([1, 2, 4, 8], threads =>
        {
            using var stage = new Stage(nodes: 2);
            return Timing.Median(() => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => stage.Cycle(Pairs / threads)));
        }));
    }

    private static void ThroughHarness(int pairs)
    {
        using var adapter = new ReferenceAdapter();
        Case loop = Stage.LoopCase(pairs);
        BedDescription bed = BedFile.Load(Path.Combine(AppContext.BaseDirectory, "reference.yaml"));
        using IAgentChannel channel = adapter.Connect();
        RecordedCase recorded = new CaseRunner(new RunSettings("bench", TimeSpan.FromMinutes(1), 1))
            .Play(loop, new SessionBinder(bed, Environment.SystemPageSize).Bind(loop), channel);
        if (recorded.Fault is not null || recorded.Events.Any(e => e.Code is not (null or (int)RsmError.RSM_SUCCESS)))
        {
            throw new InvalidOperationException("the loop went wrong: what is measured would mean nothing");
        }
    }

    private static string PerSecond(int calls, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{calls / time.TotalSeconds / 1000:0} thousand calls/s");

    private static string Ratios(int[] sizes, Func<int, TimeSpan> measure)
    {
        TimeSpan[] times = [.. sizes.Select(measure)];
        return string.Join(" : ", times.Select(t => (t / times[0]).ToString("0.00", CultureInfo.InvariantCulture)));
    }
}
