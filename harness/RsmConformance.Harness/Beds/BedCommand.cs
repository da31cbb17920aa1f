using System.ComponentModel;
using System.Diagnostics;

namespace RsmConformance.Harness.Beds;

/// <summary>What became of a command of a bed.</summary>
/// <param name="Good">Whether it ended with 0.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Words">The command, how it ended and what it wrote, for people.</param>
internal sealed record CommandEnd(bool Good, string Output, string Words);

/// <summary>Runs the commands of a bed with <c>/bin/sh</c>. One that takes too long is killed with everything it started.</summary>
internal static class BedCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static CommandEnd Run(string command, string folder)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            WorkingDirectory = folder.Length > 0 ? folder : Environment.CurrentDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            // What it starts in the background may keep its output open for ever: the end of the command itself counts.
            bool ended = process.WaitForExit(Limit);
            if (!ended)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            string said = Read(output) + Read(error);
            string end = ended ? $"exit {process.ExitCode}" : $"not over within {Limit.TotalSeconds} s";
            return new CommandEnd(ended && process.ExitCode == 0, Read(output), $"{command}: {end}{(said.Length > 0 ? ": " + said.Trim() : "")}");
        }
        catch (Win32Exception e)
        {
            return new CommandEnd(false, "", $"{command}: cannot be started: {e.Message}");
        }
    }

    private static string Read(Task<string> stream) => stream.Wait(TimeSpan.FromSeconds(1)) ? stream.Result : "";
}
