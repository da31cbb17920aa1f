using RsmConformance.Cli.Inputs;
using RsmConformance.Harness;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Rendering;

/// <summary>Writes the files of a self-test.</summary>
internal static class SelfTestFiles
{
    public static IReadOnlyList<string> Write(string folder, SelfTestReport report, Suite suite)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string kills = Path.Combine(folder, "kills.csv");
            File.WriteAllText(kills, KillTable.Csv(report));
            string matrix = Path.Combine(folder, "matrix.csv");
            File.WriteAllText(matrix, MatrixTable.Csv(report, suite.Specification));
            string idle = Path.Combine(folder, "idle-cases.txt");
            File.WriteAllText(idle, IdleCases.Text(report));
            return [kills, matrix, idle];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--output {folder}: cannot be written ({e.Message}); give a folder that can be", e);
        }
    }
}
