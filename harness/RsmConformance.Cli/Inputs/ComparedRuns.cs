using RsmConformance.Harness;
using RsmConformance.Harness.Comparing;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Cli.Inputs;

/// <summary>Reads the runs that the user wants side by side.</summary>
internal static class ComparedRuns
{
    /// <summary>Reads them.</summary>
    /// <param name="folders">Their output folders, the base first.</param>
    /// <param name="suite">This suite.</param>
    /// <exception cref="UsageException">There are too few, one cannot be read or is of another suite, or two are the same run.</exception>
    public static IReadOnlyList<ComparedRun> Load(IReadOnlyList<string> folders, Suite suite)
    {
        if (folders.Count < 2)
        {
            throw new UsageException($"compare: {string.Join("", folders)} alone is nothing to compare; give the folders of two runs or more");
        }

        var runs = new List<(string Folder, ReportInput Input)>();
        foreach (string folder in folders)
        {
            ReportInput input = ReportInput.Read(folder, suite.Cases, suite.Specification);
            ResultsInput.DemandSame(input.Header, Path.Combine(folder, RunService.ResultsName), suite);

            // A gate that holds a run beside itself could never fail.
            if (runs.Find(r => r.Input.Header.Run == input.Header.Run) is { Folder: { } earlier })
            {
                throw new UsageException($"compare: {earlier} and {folder} hold the same run; give two that were played apart");
            }

            runs.Add((folder, input));
        }

        return ComparedRun.Of(runs);
    }
}
