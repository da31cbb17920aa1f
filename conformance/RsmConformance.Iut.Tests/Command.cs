using System.ComponentModel;
using System.Diagnostics;

namespace RsmConformance.Iut.Tests;

/// <summary>A program that was run to its end: its exit code, and everything that it wrote.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    /// <summary>A program of this kit takes seconds, minutes on a crowded machine; one that hangs must not hold up the tests.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public static Command Run(IReadOnlyDictionary<string, string> environment, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Limit}: {output.Result}{errors.Result}");
        }

        return new Command(process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>Runs <c>make</c>, which must succeed.</summary>
    public static void Make(string folder, params IEnumerable<string> arguments) =>
        Run(new Dictionary<string, string>(), "make", ["--silent", "--jobs=2", "-C", folder, .. arguments])
            .Should().Be(new Command(0, ""));

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(
                $"'{start.FileName}' is not on this machine; ci/setup --tests installs what the tests need (ci/debian-packages)");
        }
    }
}
