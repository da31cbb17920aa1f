using RsmConformance.Cli.Inputs;
using RsmConformance.Harness;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Rendering;

/// <summary>Writes the files of a self-test.</summary>
internal static class SelfTestFiles
{
    /// <summary>Writes what a quick hunt shows, or all that a full one does.</summary>
    /// <returns>The files, in the order in which a reader wants them.</returns>
    /// <exception cref="UsageException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, SelfTestReport report, Suite suite, bool full)
    {
        var files = new List<(string Name, Func<string> Text)>
        {
            ("kills.csv", () => KillTable.Csv(report)),
            ("discrimination.csv", () => DiscriminationTable.Csv(report, suite.Specification)),
        };
        if (full)
        {
            files.Insert(0, ("matrix.html", () => MatrixPage.Html(report, suite.Specification)));
            files.Add(("matrix.csv", () => MatrixTable.Csv(report, suite.Specification)));
            files.Add(("idle-cases.txt", () => IdleCases.Text(report)));
        }

        try
        {
            Directory.CreateDirectory(folder);
            files.ForEach(f => File.WriteAllText(Path.Combine(folder, f.Name), f.Text()));
            return [.. files.Select(f => Path.Combine(folder, f.Name))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--output {folder}: cannot be written ({e.Message}); give a folder that can be", e);
        }
    }
}
