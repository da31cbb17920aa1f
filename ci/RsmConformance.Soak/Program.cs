using System.Diagnostics;
using System.Globalization;

namespace RsmConformance.Soak;

/// <summary>Soaks one rsm-node: programs are killed, then wrong messages are said. 0: it stood; 1: it did not; 2: a wrong command.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            SoakOptions options = SoakOptions.Read(arguments);
            Console.WriteLine($"seed {options.Seed}");
            using var workshop = new Workshop(options.Prefix);
            using var cluster = new SoakedCluster(workshop);
            if (options.Kills > 0)
            {
                Report("killing", () => new KillStorm(workshop, cluster, new Random((int)options.Seed)).Run(options.Kills));
            }

            if (options.FuzzSeconds + options.FuzzBatches > 0)
            {
                Report("fuzzing", () => new FuzzStorm(workshop, cluster, options.Seed).Run(options.FuzzBatches, TimeSpan.FromSeconds(options.FuzzSeconds)));
            }

            return 0;
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"soak: {e.Message}\n\n{SoakOptions.Usage}");
            return 2;
        }
        catch (SoakFailureException e)
        {
            Console.Error.WriteLine($"soak: {e.Message}");
            return 1;
        }
    }

    private static void Report(string what, Func<string> act)
    {
        long start = Stopwatch.GetTimestamp();
        string seen = act();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} ({Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s): {seen}"));
    }
}
