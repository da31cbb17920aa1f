using System.Diagnostics;

namespace RsmConformance.Benchmarks;

/// <summary>Times work: a warm-up, then the median of several rounds.</summary>
internal static class Timing
{
    private const int Rounds = 5;

    public static TimeSpan Median(Action work)
    {
        work();
        var times = new List<TimeSpan>();
        for (int i = 0; i < Rounds; i++)
        {
            times.Add(Once(work));
        }

        times.Sort();
        return times[Rounds / 2];
    }

    public static TimeSpan Once(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Times work once, with the processor time of all threads, which tells more on a machine that others use.</summary>
    public static (TimeSpan Wall, TimeSpan Cpu) Cpu(Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        TimeSpan wall = Once(work);
        return (wall, Environment.CpuUsage.TotalTime - before);
    }
}
