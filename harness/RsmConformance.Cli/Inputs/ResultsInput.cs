using RsmConformance.Harness;
using RsmConformance.Harness.Reports;

namespace RsmConformance.Cli.Inputs;

/// <summary>Finds the results that the user names.</summary>
internal static class ResultsInput
{
    private const int Digits = 12;

    /// <summary>Reads results that were made with this very suite.</summary>
    /// <param name="path">The file, or the folder that a run wrote.</param>
    /// <param name="suite">This suite.</param>
    /// <exception cref="UsageException">They cannot be read, or are of another suite.</exception>
    public static StoredResults Load(string path, Suite suite)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, RunService.ResultsName) : path;
        StoredResults stored = ResultsFile.Read(file);
        DemandSame(stored.Header, file, suite);
        return stored;
    }

    /// <exception cref="UsageException">The results are of another suite.</exception>
    public static void DemandSame(ResultLine.Header header, string file, Suite suite)
    {
        if (header.SuiteDigest != suite.UnderUse.Digest)
        {
            throw new UsageException(
                $"{file}:1: the results are of suite {header.Suite} with digest {Short(header.SuiteDigest)} and this is suite "
                + $"{suite.UnderUse.Version} with digest {Short(suite.UnderUse.Digest)}; run again, or use the program that wrote them");
        }
    }

    private static string Short(string digest) => digest.Length > Digits ? digest[..Digits] : digest;
}
