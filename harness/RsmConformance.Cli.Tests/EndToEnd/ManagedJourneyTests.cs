using System.Diagnostics;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class ManagedJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(240);

    [Fact]
    public async Task Journey_FromSkeletonToGreenGate_HasNoSurprise()
    {
        using var folder = new Folder();
        using var patience = new CancellationTokenSource(Patience);
        using Process journey = Start(folder);
        try
        {
            Task<string> error = journey.StandardError.ReadToEndAsync(patience.Token);
            string output = await journey.StandardOutput.ReadToEndAsync(patience.Token);
            await journey.WaitForExitAsync(patience.Token);

            journey.ExitCode.Should().Be(0, "{0}{1}", output, await error);
            output.Should().EndWith("the gate is green\n");
        }
        finally
        {
            journey.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(Folder folder)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "EndToEnd", "managed-journey.sh")])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + start.Environment["PATH"];
        // The servers of the compiler would outlive the test.
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The SDK does not tidy its temporary folder up.
        start.Environment["TMPDIR"] = Directory.CreateDirectory(folder.Of("tmp")).FullName;
        return Process.Start(start)!;
    }
}
