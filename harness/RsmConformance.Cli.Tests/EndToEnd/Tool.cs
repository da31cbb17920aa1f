using System.Diagnostics;

namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>What a finished process left.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ToolResult(int Exit, string Output, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real executable as a process, in a folder of its own. It is killed with everything of it when disposed.</summary>
internal sealed class Tool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The executable.</summary>
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "rsm-conformance");

    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly StringWriter _output = new();

    private Tool(Folder folder, string program, IEnumerable<string> words)
    {
        // Whoever starts the tests in the background ignores SIGINT, and the tool would inherit that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", program, .. words])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" }, // killed, it would leave what the runtime opens for debuggers
        };
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Runs the tool to its end.</summary>
    public static ToolResult Run(Folder folder, params string[] words) => RunOther(folder, Executable, words);

    /// <summary>Runs another program that runs the tool.</summary>
    public static ToolResult RunOther(Folder folder, string program, IEnumerable<string> words)
    {
        using var tool = new Tool(folder, program, words);
        return tool.Finish();
    }

    /// <summary>Starts the tool.</summary>
    public static Tool Start(Folder folder, params string[] words) => new(folder, Executable, words);

    /// <summary>Reads output up to the first line that begins so.</summary>
    public void AwaitLine(string beginning)
    {
        while (Within(_process.StandardOutput.ReadLineAsync()) is { } line)
        {
            _output.WriteLine(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"no line begins with '{beginning}' in:\n{_output}\n{Within(_error)}");
    }

    /// <summary>Sends a signal, such as <c>INT</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit(Patience).Should().BeTrue();
        kill.ExitCode.Should().Be(0, "the tool must still run when it is sent SIG{0}", name);
    }

    /// <summary>Ends it with SIGKILL, if it still runs, and waits.</summary>
    public void Kill()
    {
        _process.Kill();
        Finish();
    }

    /// <summary>Waits for the end.</summary>
    public ToolResult Finish()
    {
        _output.Write(Within(_process.StandardOutput.ReadToEndAsync()));
        string error = Within(_error);
        _process.WaitForExit(Patience).Should().BeTrue("the tool ends within {0}", Patience);
        return new ToolResult(_process.ExitCode, _output.ToString(), error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _output.Dispose();
    }

    private static T Within<T>(Task<T> task) =>
        task.Wait(Patience) ? task.Result : throw new TimeoutException($"the tool said nothing for {Patience}");
}
