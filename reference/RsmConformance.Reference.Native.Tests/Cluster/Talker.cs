using System.Diagnostics;
using System.Globalization;

namespace RsmConformance.Reference.Native.Tests;

/// <summary>A program that answers a line with a line.</summary>
internal sealed class Talker : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private readonly Process _process;

    public Talker(string program, string socket, TestUser? user, string role)
    {
        string[] words = user is null ? [program]
            : ["setpriv", $"--reuid={user.Uid}", $"--regid={user.Gid}", "--clear-groups", program];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["RSM_NODE_SOCKET"] = socket;
        start.Environment["RSM_NODE_ROLE"] = role;
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>Says a line and waits for the number that answers it.</summary>
    public int Ask(string line)
    {
        Say(line);
        return Number();
    }

    public string AskText(string line)
    {
        Say(line);
        return Hear();
    }

    public void Say(string line) => _process.StandardInput.WriteLine(line);

    public int Number() => int.Parse(Hear(), CultureInfo.InvariantCulture);

    public string Hear()
    {
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        return line.Wait(Limit)
            ? line.Result ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended instead of answering")
            : throw new TimeoutException($"{_process.StartInfo.FileName} does not answer");
    }

    /// <summary>Sends signals until the program answers; one that comes before the call waits is caught and lost.</summary>
    public int InterruptUntilAnswer()
    {
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        long start = Stopwatch.GetTimestamp();
        while (!line.IsCompleted && Stopwatch.GetElapsedTime(start) < Limit)
        {
            Send("USR1", Id);
        }

        return int.Parse(line.Result!, CultureInfo.InvariantCulture);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public static void Send(string signal, int process) =>
        ProgramResult.Of("kill", Limit, $"-{signal}", process.ToString(CultureInfo.InvariantCulture)).ExitCode.Should().Be(0);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
