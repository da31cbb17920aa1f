using System.Diagnostics;

namespace RsmConformance.Soak;

/// <summary>
/// Kills importers and exporters in the middle of their calls while others go on. Whoever is killed may have left a child that holds its
/// connections open for a while. After each round everything is ended, and the daemon must hold nothing.
/// </summary>
internal sealed class KillStorm(Workshop workshop, SoakedCluster cluster, Random random)
{
    private const int Rounds = 4;
    private const int MortalImporters = 5;
    private const int MostCalls = 40;
    private const int MostMicroseconds = 500;
    private const int Orphanages = 8;
    private const long MayGrowKilobytes = 8 * 1024;

    /// <summary>Kills so many.</summary>
    /// <returns>What was seen.</returns>
    /// <exception cref="SoakFailureException">A survivor hung or saw a wrong code, or the daemon keeps what it should not.</exception>
    public string Run(int kills)
    {
        DaemonHealth fresh = cluster.WaitUntilEmpty();
        List<DaemonHealth> after = [];
        long calls = 0;
        for (int round = 1; round <= Rounds; round++)
        {
            calls += Round((kills * round / Rounds) - (kills * (round - 1) / Rounds));
            after.Add(cluster.WaitUntilEmpty());
            if (!after[^1].HasClosedAllSince(fresh))
            {
                throw new SoakFailureException($"the daemon had {fresh.Descriptors} descriptors, and after round {round} has {after[^1].Descriptors}");
            }
        }

        string memory = string.Join(", ", after.Select(health => health.AnonymousKilobytes));
        return after[^1].AnonymousKilobytes - after[0].AnonymousKilobytes <= MayGrowKilobytes
            ? $"{kills} kills, {calls} calls of those that were not killed; the daemon: {fresh} when fresh, {memory} KiB after each round, all descriptors closed"
            : throw new SoakFailureException($"the daemon's memory grows with every round: {memory} KiB");
    }

    private long Round(int kills)
    {
        var cast = new Cast(workshop, cluster, random);
        List<HonestProgram> survivors = [.. cast.SteadyExporters()];
        var victims = new HonestProgram[Cast.Mortals + MortalImporters];
        var orphanages = new Queue<HonestProgram>();
        try
        {
            for (int which = 0; which < 2; which++)
            {
                survivors.Add(cast.Importer(which, "STEADY"));
                survivors.Add(cast.Importer(which, "NEVER"));
            }

            for (int which = 0; which < victims.Length; which++)
            {
                victims[which] = Victim(cast, which);
            }

            for (int kill = 0; kill < kills; kill++)
            {
                int which = random.Next(victims.Length);
                KillInTheMiddle(victims[which]);
                orphanages.Enqueue(victims[which]);
                victims[which] = Victim(cast, which);
                if (orphanages.Count > Orphanages)
                {
                    orphanages.Dequeue().Dispose();
                }

                survivors[random.Next(survivors.Count)].AwaitCalls(1);
            }

            foreach (HonestProgram program in survivors.Concat(victims))
            {
                program.AwaitCalls(1);
            }

            return survivors.Sum(s => s.Calls);
        }
        finally
        {
            foreach (HonestProgram program in survivors.Concat(victims).Concat(orphanages))
            {
                program?.Dispose();
            }
        }
    }

    private static HonestProgram Victim(Cast cast, int which) =>
        which < Cast.Mortals ? cast.MortalExporter(which) : cast.Importer(which, "MORTAL");

    /// <summary>After some of its calls, and then somewhere in the next: the calls are counted, the rest is chance.</summary>
    private void KillInTheMiddle(HonestProgram victim)
    {
        victim.AwaitCalls(random.Next(MostCalls));
        var spin = TimeSpan.FromMicroseconds(random.Next(MostMicroseconds));
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < spin)
        {
        }

        victim.Kill();
    }
}
