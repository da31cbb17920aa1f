using System.Diagnostics;
using System.Globalization;

namespace RsmConformance.Soak;

/// <summary>A program that says wrong messages to one node, and ends.</summary>
internal sealed class Fuzzer : IDisposable
{
    private const int Messages = 20_000;
    private const int FirstOwn = 900;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    /// <param name="program">The fuzzer.</param>
    /// <param name="socket">Of the node that hears it.</param>
    /// <param name="lane">Which of those that run at once; odd ones belong to another user, if that can be.</param>
    /// <param name="seed">What it says depends on.</param>
    public Fuzzer(string program, string socket, int lane, uint seed)
    {
        string[] user = lane % 2 == 1 && Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=1003", "--regid=2003", "--clear-groups"] : ["env"];
        string[] words = [.. new long[] { seed, Messages, FirstOwn + lane, Cast.SteadyOnB, 1 }.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        var start = new ProcessStartInfo(user[0], [.. user[1..], program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RSM_NODE_SOCKET"] = socket;
        Seed = seed;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public uint Seed { get; }

    /// <summary>Waits for its end.</summary>
    /// <returns>How many messages it said.</returns>
    /// <exception cref="SoakFailureException">It could not reach the daemon, or was answered wrongly where it was right.</exception>
    public long Finish()
    {
        if (!_process.WaitForExit(Patience))
        {
            throw new SoakFailureException($"the fuzzer of seed {Seed} hangs");
        }

        return _process.ExitCode == 0
            ? long.Parse(_output.Result, CultureInfo.InvariantCulture)
            : throw new SoakFailureException($"the fuzzer of seed {Seed} ended with {_process.ExitCode}: {_errors.Result.Trim()}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
