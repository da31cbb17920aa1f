namespace RsmConformance.Reference.Native.Tests;

/// <summary>
/// The suite on the bed of the native nodes. Played are the first and the last case that each assertion gives its name to, in an order that
/// is drawn anew every time; the whole is the command in reference/RsmConformance.Reference.Node/README.md.
/// </summary>
public sealed class SuiteTests(NativeBed bed) : IClassFixture<NativeBed>
{
    [Theory]
    [InlineData("strict")]
    [InlineData("hardened")]
    public void Suite_OnTheNativeBed_IsGoodThroughoutAndLeavesNothing(string profile)
    {
        // Not as root, the cases that need a second user are UNRESOLVED for want of means, which --strict does not forgive.
        string[] demand = TestUser.CanChoose ? ["--strict"] : [];
        ProgramResult run = bed.Run(profile, [], ["--profile", profile, "--case", "@" + Chosen(profile), "--shuffle", .. demand]);

        run.ExitCode.Should().Be(0, "{0}{1}", run.Output, run.Errors);
        bed.Left.Should().BeEmpty();
        Remaining().Should().BeEmpty();
    }

    private string Chosen(string profile)
    {
        string[] listed = NativeBed.Do("list", "cases", "--profile", profile).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] chosen = [.. listed.Select(line => line.Split('\t')[0]).GroupBy(id => id.Split('/')[0])
            .SelectMany(cases => new[] { cases.First(), cases.Last() }).Distinct()];
        chosen.Should().HaveCountGreaterThan(90);
        string file = bed.At($"cases-{profile}");
        File.WriteAllLines(file, chosen);
        return file;
    }

    /// <summary>The processes that were started for the sessions and live still.</summary>
    private IEnumerable<string> Remaining() => Directory.EnumerateDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _))
        .Select(CommandLine).Where(line => line.Contains(bed.Sessions, StringComparison.Ordinal));

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
