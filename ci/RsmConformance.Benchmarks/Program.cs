using System.Globalization;
using System.Text;

namespace RsmConformance.Benchmarks;

/// <summary>
/// Measures the suite and the reference. Compare the ratios of one run: the machines that this runs on are small and noisy, so
/// the times of different runs do not compare.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["--per-call"])
        {
            return PerCallBenchmark.Run();
        }

        if (args is ["--reports"])
        {
            foreach ((string what, string result) in ReportTimes.All())
            {
                Console.WriteLine($"{what}: {result}");
            }

            return 0;
        }

        if (args is not [string output])
        {
            Console.Error.WriteLine("benchmark: give the file for the table, --reports for the reports alone, or --per-call for BenchmarkDotNet's view of one call");
            return 2;
        }

        var table = new StringBuilder("| what | result |\n|---|---|\n");
        foreach ((string what, string result) in SuiteTimes.All().Concat(CallTimes.All()).Concat(HuntTimes.All()).Concat(ReportTimes.All()))
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"| {what} | {result} |");
            Console.WriteLine(line);
            table.Append(line).Append('\n');
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllText(output, table.ToString());
        return 0;
    }
}
