using System.ComponentModel;
using System.Diagnostics;
using RsmConformance.Abi;

namespace RsmConformance.Harness.Repro;

/// <summary>Compiles programs with the C compiler of the machine, warnings being errors, and runs them on a library.</summary>
/// <param name="library">The library.</param>
public sealed class NativeToolchain(string library)
{
    private const string Compiler = "cc";
    private const int NotStarted = 127;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly string[] Strict = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pthread"];

    /// <summary>What keeps programs from being tried here, in a sentence; null when nothing does.</summary>
    public static string? Obstacle => Run(Path.GetTempPath(), Compiler, ["--version"]).Exit == NotStarted
        ? $"there is no C compiler '{Compiler}' in PATH; install one (Debian: gcc), and repeat"
        : null;

    /// <summary>Compiles and runs a program.</summary>
    /// <param name="program">Its text.</param>
    /// <returns>What became of it.</returns>
    public ProgramTrial Try(string program)
    {
        string folder = Directory.CreateTempSubdirectory("rsm-repro-").FullName;
        try
        {
            Prepare(folder, program);
            ProgramEnd compiled = Run(folder, Compiler, [.. Strict, "-I", folder, "program.c", "-o", "program", Path.Combine(folder, "librsm.so"), $"-Wl,-rpath,{folder}"]);
            return compiled.Exit == 0 ? new ProgramTrial(true, Run(folder, Path.Combine(folder, "program"), [])) : new ProgramTrial(false, compiled);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The program looks for the library under its soname, whatever the file is called.
    private void Prepare(string folder, string program)
    {
        File.WriteAllText(Path.Combine(folder, "rsmapi.h"), RsmHeader.Text());
        File.WriteAllText(Path.Combine(folder, "program.c"), program);
        string full = Path.GetFullPath(library);
        foreach (string name in ((string[])["librsm.so", "librsm.so.1", "librsm.so.2", Path.GetFileName(full)]).Distinct())
        {
            File.CreateSymbolicLink(Path.Combine(folder, name), full);
        }
    }

    private static ProgramEnd Run(string folder, string command, IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(command, words)
        {
            WorkingDirectory = command == Compiler ? folder : Environment.CurrentDirectory,
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
            bool ended = process.WaitForExit(Limit);
            if (!ended)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            return new ProgramEnd(ended ? process.ExitCode : null, Read(output) + Read(error));
        }
        catch (Win32Exception e)
        {
            return new ProgramEnd(NotStarted, $"error: {command} cannot be started: {e.Message}");
        }
    }

    private static string Read(Task<string> stream) => stream.Wait(TimeSpan.FromSeconds(1)) ? stream.Result : "";
}
