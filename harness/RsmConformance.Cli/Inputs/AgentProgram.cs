using System.ComponentModel;
using System.Diagnostics;
using RsmConformance.Contract;

namespace RsmConformance.Cli.Inputs;

/// <summary>
/// Where rsm-agent is: where the variable RSM_AGENT says, beside this program, or in the repository that this program was built
/// in, where it is built when it is not there yet.
/// </summary>
internal static class AgentProgram
{
    /// <summary>The variable that names the agent.</summary>
    public const string Variable = "RSM_AGENT";

    private const string Name = "rsm-agent";

    /// <summary>Finds it.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="AdapterException">It is nowhere, and cannot be built.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? Path.GetFullPath(named)
                : throw new AdapterException($"{Variable} names {named}, and there is no such file; give the path of rsm-agent");
        }

        string beside = Path.Combine(AppContext.BaseDirectory, Name);
        return File.Exists(beside) ? beside : SourceFolder() is { } folder ? InRepository(folder) : throw new AdapterException(
            $"rsm-agent is not here: build it with 'make' in harness/agent, and name it in the variable {Variable}");
    }

    private static string? SourceFolder()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string agent = Path.Combine(folder, "harness", "agent");
            if (File.Exists(Path.Combine(agent, "Makefile")))
            {
                return agent;
            }
        }

        return null;
    }

    private static string InRepository(string folder)
    {
        string built = Path.Combine(folder, "build", Name);
        if (!File.Exists(built))
        {
            Make(folder);
        }

        return built;
    }

    private static void Make(string folder)
    {
        var start = new ProcessStartInfo("make", ["-s", "-C", folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process make = Process.Start(start)!;
            Task<string> error = make.StandardError.ReadToEndAsync();
            make.StandardOutput.ReadToEnd();
            make.WaitForExit();
            if (make.ExitCode != 0)
            {
                string first = error.Result.Split('\n').FirstOrDefault(l => l.Contains("rror", StringComparison.Ordinal)) ?? error.Result.Trim();
                throw new AdapterException($"rsm-agent cannot be built: {first}; it needs a C compiler and jansson (Debian: gcc make libjansson-dev)");
            }
        }
        catch (Win32Exception e)
        {
            throw new AdapterException($"rsm-agent cannot be built: {e.Message}; it needs make, a C compiler and jansson (Debian: gcc make libjansson-dev)", e);
        }
    }
}
