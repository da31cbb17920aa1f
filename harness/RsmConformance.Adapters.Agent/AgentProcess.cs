using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>
/// An agent's process with its streams. Threads of its own read them, because those of the pool may all wait for an agent. Nothing
/// of it is left after <see cref="Dispose"/>.
/// </summary>
internal sealed class AgentProcess : IDisposable
{
    /// <summary>How long a process may take to end once it hung up, or was killed.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long the end of what a process wrote is waited for: something that it started may hold on to it.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(1);

    /// <summary>How long an agent that outlives the implementation may take to clear away when the harness has hung up.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly bool _endsItself;
    private readonly Brood _brood;
    private readonly Rendezvous? _rendezvous;
    private readonly TaskCompletionSource<Stream?> _connected = new();
    private readonly List<Thread> _drains = [];
    private readonly KeptOutput _output = new();
    private readonly Lock _ending = new();
    private Stream? _conversation;
    private volatile bool _disposed;

    private AgentProcess(Process process, Brood brood, Rendezvous? rendezvous, bool endsItself)
    {
        _process = process;
        _brood = brood;
        _endsItself = endsItself;
        _rendezvous = rendezvous;
        Drain(process.StandardError.BaseStream);
        if (rendezvous is not null)
        {
            process.StandardInput.Close();
            Drain(process.StandardOutput.BaseStream);
        }

        new Thread(Converse) { IsBackground = true, Name = "agent conversation" }.Start();
    }

    /// <summary>The lines of the agent; completed when it hung up. <see cref="Fault"/> says what was wrong, if anything.</summary>
    public BlockingCollection<string> Lines { get; } = [];

    /// <summary>What the agent did that is no conversation; null when nothing.</summary>
    public AdapterException? Fault { get; private set; }

    /// <summary>What it wrote beside the protocol.</summary>
    public string Diagnostics => _output.Text;

    /// <exception cref="AdapterException">The program cannot be started.</exception>
    public static AgentProcess Start(AgentCommand command)
    {
        Rendezvous? rendezvous = command.UsesSocket ? new Rendezvous(command.SocketFolder) : null;
        var start = new ProcessStartInfo(
            command.FileName, command.Arguments.Select(a => a == AgentCommand.SocketPlaceholder ? rendezvous!.Path : a))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string mark = Guid.NewGuid().ToString("n");
        start.Environment[Brood.Variable] = mark;
        // An agent that is a .NET program and is killed would leave what its runtime opens for debuggers in the temporary folder.
        start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
        foreach ((string name, string value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new AgentProcess(Process.Start(start)!, new Brood(mark), rendezvous, endsItself: !command.HoldsImplementation);
        }
        catch (Win32Exception e)
        {
            rendezvous?.Dispose();
            throw new AdapterException($"{command.Name}: '{command.FileName}' cannot be started: {e.Message}", e);
        }
    }

    /// <summary>Sends a line; one that the agent does not want any more is dropped, because its end tells more.</summary>
    /// <returns>Whether it went out.</returns>
    public bool TrySend(string line)
    {
        if (_connected.Task.Result is not { } conversation)
        {
            return false;
        }

        try
        {
            conversation.Write(Encoding.UTF8.GetBytes(line + "\n"));
            conversation.Flush();
            return true;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Waits for the end of a process that has hung up; one that lives on is killed.</summary>
    public AgentEnd End()
    {
        lock (_ending)
        {
            _process.WaitForExit(EndLimit);
            // What it left behind would hold its streams open.
            Kill();
            foreach (Thread drain in _drains)
            {
                drain.Join(DrainLimit);
            }

            return AgentEnd.Of(_process.HasExited ? _process.ExitCode : 0, _output.LastWords);
        }
    }

    public void Dispose()
    {
        lock (_ending)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            if (!_endsItself || !HangUp())
            {
                Kill();
            }

            _conversation?.Dispose();
            _drains.ForEach(d => d.Join(DrainLimit));
            _process.StandardError.Dispose();
            _process.StandardOutput.Dispose();
            _rendezvous?.Dispose();
        }
    }

    /// <summary>Lets an agent end by itself, with all that it has started: it knows its processes better than we do.</summary>
    /// <returns>Whether it did.</returns>
    private bool HangUp()
    {
        if (!_connected.Task.IsCompleted || _connected.Task.Result is not { } conversation)
        {
            return _process.HasExited;
        }

        conversation.Dispose();
        return _process.WaitForExit(Grace);
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is AggregateException or InvalidOperationException or Win32Exception)
        {
            Complain(e.Message);
        }

        if (!_brood.Kill(EndLimit))
        {
            Complain("new ones came as fast");
        }

        _process.WaitForExit(EndLimit);
    }

    private void Complain(string why) =>
        _output.Add(Encoding.UTF8.GetBytes($"\n[the agent's processes could not all be killed: {why}]\n"));

    private void Converse()
    {
        try
        {
            _conversation = Connect();
            _connected.SetResult(_conversation);
            if (_conversation is not null)
            {
                Stream from = _rendezvous is null ? _process.StandardOutput.BaseStream : _conversation;
                var reader = new LineReader(from, LineReader.ProtocolLimit);
                while (reader.Read() is { } line)
                {
                    Lines.Add(line);
                }
            }
        }
        catch (AdapterException e)
        {
            Fault = e;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException || (e is InvalidOperationException && _disposed))
        {
            // The agent is gone, or we are done with it: either way there are no more lines. A stream that is closed at the very
            // moment of a read says that it cannot be read.
            _connected.TrySetResult(null);
        }

        Lines.CompleteAdding();
    }

    private Stream? Connect()
    {
        if (_rendezvous is null)
        {
            return _process.StandardInput.BaseStream;
        }

        Stream? conversation = _rendezvous.Accept(_process);
        _rendezvous.Dispose();
        return conversation;
    }

    private void Drain(Stream stream)
    {
        var drain = new Thread(() =>
        {
            byte[] buffer = new byte[4096];
            try
            {
                while (stream.Read(buffer) is > 0 and int count)
                {
                    _output.Add(buffer.AsSpan(0, count));
                }
            }
            catch (Exception e) when (e is IOException || (e is InvalidOperationException && _disposed))
            {
                // The process is gone; what it said is kept.
                return;
            }
        })
        {
            IsBackground = true,
            Name = "agent output",
        };
        _drains.Add(drain);
        drain.Start();
    }
}
