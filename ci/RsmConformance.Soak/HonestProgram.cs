using System.Diagnostics;

namespace RsmConformance.Soak;

/// <summary>
/// A program that uses the library as its pages say, and says with a byte that a call gave a permitted code. Whoever waits for its
/// calls learns if it hangs, or has seen another code.
/// </summary>
internal sealed class HonestProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string _name;
    private readonly Task<string> _errors;
    private readonly Thread _listener;
    private readonly object _sync = new();
    private long _calls;
    private bool _isSilent;

    public HonestProgram(string socket, string program, params string[] words)
    {
        _name = $"{Path.GetFileName(program)} {string.Join(' ', words)}";
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["RSM_NODE_SOCKET"] = socket;
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        _listener = new Thread(Listen) { IsBackground = true };
        _listener.Start();
    }

    /// <summary>Calls so far.</summary>
    public long Calls
    {
        get
        {
            lock (_sync)
            {
                return _calls;
            }
        }
    }

    /// <summary>Waits until it has made so many more calls.</summary>
    /// <exception cref="SoakFailureException">It hangs, has seen a wrong code, or has ended.</exception>
    public void AwaitCalls(long more)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_sync)
        {
            long wanted = _calls + more;
            while (_calls < wanted)
            {
                TimeSpan left = Patience - Stopwatch.GetElapsedTime(start);
                if (_isSilent || left <= TimeSpan.Zero)
                {
                    throw new SoakFailureException(_isSilent ? LastWords() : $"{_name} (process {_process.Id}) hangs after {_calls} calls");
                }

                Monitor.Wait(_sync, left);
            }
        }
    }

    /// <summary>Ends it in the middle of what it does. Children that it has left live on, with all that it had open.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends it and the children that it has left.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.StandardInput.Close();
        _listener.Join();
        _process.Dispose();
    }

    /// <summary>What it wrote when it ended by itself.</summary>
    private string LastWords()
    {
        _process.WaitForExit();
        return $"{_name} (process {_process.Id}) ended with {_process.ExitCode} after {_calls} calls: {_errors.Result.Trim()}";
    }

    private void Listen()
    {
        Span<byte> bytes = stackalloc byte[4096];
        Stream output = _process.StandardOutput.BaseStream;
        int count;
        do
        {
            count = output.Read(bytes);
            lock (_sync)
            {
                _calls += count;
                _isSilent = count == 0;
                Monitor.PulseAll(_sync);
            }
        }
        while (count > 0);
    }
}
