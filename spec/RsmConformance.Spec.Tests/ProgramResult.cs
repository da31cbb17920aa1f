using System.ComponentModel;
using System.Diagnostics;

namespace RsmConformance.Spec.Tests;

/// <summary>How a program ended, and what it wrote.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    public static ProgramResult Of(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramResult(process.ExitCode, output, errors.Result);
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(
                $"'{program}' is not on this machine; ci/setup --tests installs what the tests need (ci/debian-packages)");
        }
    }
}
