using System.Diagnostics;

namespace RsmConformance.Soak;

/// <summary>
/// Lets fuzzers speak to the daemon while honest programs work. After each fuzzer every honest program must go on, and the daemon must
/// be there, no larger than it may be.
/// </summary>
internal sealed class FuzzStorm(Workshop workshop, SoakedCluster cluster, uint seed)
{
    private const int Lanes = 3;
    private const long MostKilobytes = 128 * 1024;
    private readonly Fuzzer?[] _lanes = new Fuzzer?[Lanes];
    private uint _started;

    /// <summary>Runs so many fuzzers, and more until the time is over.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="SoakFailureException">The daemon or an honest program suffered.</exception>
    public string Run(int batches, TimeSpan time)
    {
        DaemonHealth fresh = cluster.WaitUntilEmpty();
        var most = new DaemonHealth(0, 0);
        List<HonestProgram> honest = [];
        long said = 0, before = cluster.Refusals, calls, start = Stopwatch.GetTimestamp();
        try
        {
            Gather(honest);
            for (int batch = 0; batch < batches || Stopwatch.GetElapsedTime(start) < time; batch++)
            {
                said += Batch(batch % Lanes, honest);
                DaemonHealth now = cluster.Health();
                most = new DaemonHealth(Math.Max(most.Descriptors, now.Descriptors), Math.Max(most.AnonymousKilobytes, now.AnonymousKilobytes));
                if (now.AnonymousKilobytes > MostKilobytes)
                {
                    throw new SoakFailureException($"the daemon has grown to {now}");
                }
            }

            said += _lanes.Sum(lane => lane?.Finish() ?? 0);
            calls = honest.Sum(h => h.Calls);
        }
        catch (SoakFailureException e)
        {
            cluster.CheckAlive();
            throw new SoakFailureException($"{e.Message}\nthe fuzzers had the seeds {string.Join(", ", _lanes.Select(lane => lane?.Seed))}");
        }
        finally
        {
            foreach (IDisposable? program in _lanes.Concat<IDisposable?>(honest))
            {
                program?.Dispose();
            }
        }

        DaemonHealth after = cluster.WaitUntilEmpty();
        return after.HasClosedAllSince(fresh)
            ? $"{said} messages of the seeds {seed} to {seed + _started - 1}, {cluster.Refusals - before} clients ended for them, {calls} honest calls; the daemon: {fresh} when fresh, at most {most}, {after} afterwards"
            : throw new SoakFailureException($"the daemon had {fresh.Descriptors} descriptors, and now that nobody is there has {after.Descriptors}");
    }

    private void Gather(List<HonestProgram> honest)
    {
        var cast = new Cast(workshop, cluster, new Random((int)(seed & int.MaxValue)));
        honest.AddRange(cast.SteadyExporters());
        honest.AddRange(Enumerable.Range(0, Cast.Mortals).Select(cast.MortalExporter));
        honest.AddRange(Enumerable.Range(0, Lanes).Select(which => cast.Importer(which, "NEVER")));
    }

    /// <summary>Waits for a lane's fuzzer and starts its next.</summary>
    private long Batch(int lane, List<HonestProgram> honest)
    {
        long said = _lanes[lane]?.Finish() ?? 0;
        _lanes[lane]?.Dispose();
        _lanes[lane] = new Fuzzer(workshop.Fuzzer, cluster.Socket(lane % 2 == 0 ? "B" : "A"), lane, seed + _started++);
        foreach (HonestProgram program in honest)
        {
            program.AwaitCalls(1);
        }

        return said;
    }
}
