using System.Diagnostics;

namespace RsmConformance.Cli.Tests.EndToEnd;

public sealed class NativeJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(240);

    [Fact]
    public async Task Journey_FromReadmeToReport_HasNoSurprise()
    {
        using var folder = new Folder();
        // Processes under test are other users, who have to read the library.
        Shell(folder.Path, $"chmod 755 . && make -s -C '{Root}/conformance/iut/librsm' BUILD='{folder.Of("library")}'").Should().Be((0, ""));
        Shell(
            folder.Path,
            $"mkdir -p harness/RsmConformance.Cli/bin/Release harness/agent spec vendor && cp -R '{Root}/spec/include' spec/"
            + $" && cp '{Root}'/harness/agent/*.[ch] '{Root}/harness/agent/Makefile' harness/agent/"
            + $" && cp -R '{Root}/harness/RsmConformance.Cli/bin/Release/net10.0' harness/RsmConformance.Cli/bin/Release/"
            + " && cp library/librsm.so vendor/").Should().Be((0, ""));
        using var patience = new CancellationTokenSource(Patience);
        string[] words = [Path.Combine(AppContext.BaseDirectory, "EndToEnd", "native-journey.sh"), Path.Combine(Root, "README.md"), folder.Of("vendor", "librsm.so")];
        using Process journey = Process.Start(new ProcessStartInfo("bash", words)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            Task<string> error = journey.StandardError.ReadToEndAsync(patience.Token);
            string output = await journey.StandardOutput.ReadToEndAsync(patience.Token);
            await journey.WaitForExitAsync(patience.Token);

            journey.ExitCode.Should().Be(0, "{0}{1}", output, await error);
            output.Should().EndWith("the report is there\n");
        }
        finally
        {
            journey.Kill(entireProcessTree: true);
        }
    }

    private static string Root { get; } = FindRoot();

    private static (int Exit, string Error) Shell(string folder, string command)
    {
        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder, RedirectStandardError = true })!;
        string error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, error);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "RsmConformance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the tests are not in the repository");
    }
}
