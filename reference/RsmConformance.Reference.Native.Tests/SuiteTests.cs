namespace RsmConformance.Reference.Native.Tests;

/// <summary>
/// The suite on the bed of the native nodes. Played are the first and the last case that each assertion gives its name to, in an order that
/// is drawn anew every time; the whole is the command in reference/RsmConformance.Reference.Node/README.md.
/// </summary>
public sealed class SuiteTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly string Tool =
        Path.Combine(Installation.Root, "harness", "RsmConformance.Cli", "bin", "Release", "net10.0", "rsm-conformance");

    private readonly TemporaryFolder _folder = new();

    private string Sessions => Path.Combine(_folder.Path, "tmp");

    [Theory]
    [InlineData("strict")]
    [InlineData("hardened")]
    public void Suite_OnTheNativeBed_IsGoodThroughoutAndLeavesNothing(string profile)
    {
        // The bed's users load the library, and their processes meet in the sessions' folders.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0x1ED);
        Directory.CreateDirectory(Sessions);
        File.SetUnixFileMode(Sessions, (UnixFileMode)0x1ED);
        string library = Path.Combine(_folder.Path, "librsm.so.2");
        File.Copy(Installation.Library, library);
        string agents = Path.Combine(_folder.Path, "agent");
        ProgramResult.Of("make", Limit, "--silent", "-C", Path.Combine(Installation.Root, "harness", "agent"), $"BUILD={agents}")
            .ExitCode.Should().Be(0);

        // Not as root, the cases that need a second user are UNRESOLVED for want of means, which --strict does not forgive.
        string[] demand = TestUser.CanChoose ? ["--strict"] : [];
        ProgramResult run = ProgramResult.Of(
            "env", Limit,
            [
                $"TMPDIR={Sessions}", $"RSM_AGENT={Path.Combine(agents, "rsm-agent")}",
                Tool, "run", "--iut", $"native:{library}", "--bed", Path.Combine(Installation.Root, "conformance", "beds", "native.yaml"),
                "--profile", profile, "--case", "@" + Chosen(profile), "--shuffle", "--output", Path.Combine(_folder.Path, "run"), .. demand,
            ]);

        run.ExitCode.Should().Be(0, "{0}{1}", run.Output, run.Errors);
        Directory.EnumerateFileSystemEntries(Sessions).Should().BeEmpty();
        Remaining().Should().BeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private string Chosen(string profile)
    {
        string[] listed = ProgramResult.Of(Tool, Limit, "list", "cases", "--profile", profile).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] chosen = [.. listed.Select(line => line.Split('\t')[0]).GroupBy(id => id.Split('/')[0])
            .SelectMany(cases => new[] { cases.First(), cases.Last() }).Distinct()];
        chosen.Should().HaveCountGreaterThan(90);
        string file = Path.Combine(_folder.Path, "cases");
        File.WriteAllLines(file, chosen);
        return file;
    }

    /// <summary>The processes that were started for the sessions and live still.</summary>
    private IEnumerable<string> Remaining() => Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _))
        .Select(CommandLine).Where(line => line.Contains(Sessions, StringComparison.Ordinal));

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It has ended meanwhile, or is another user's, whom these sessions do not start.
        }
    }
}
