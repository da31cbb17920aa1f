using System.Diagnostics.CodeAnalysis;
using System.Text;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>A conversation with an agent's process. It is the only one of that process, which ends with it.</summary>
internal sealed class AgentChannel(AgentCommand command, AgentProcess process) : IAgentChannel
{
    private readonly Lock _lock = new();
    private readonly List<string> _sent = [];
    private readonly List<string> _received = [];
    private Autopsy? _autopsy;
    private volatile bool _disposed;

    public string Diagnostics => process.Diagnostics;

    public bool OutlivesImplementation => !command.HoldsImplementation;

    public void Send(string line)
    {
        ThrowIfDisposed();
        if (Encoding.UTF8.GetByteCount(line) > LineReader.ProtocolLimit)
        {
            throw new AdapterException($"{command.Name}: a message of the case is longer than {LineReader.ProtocolLimit} bytes and is not sent");
        }

        lock (_lock)
        {
            _sent.Add(line);
        }

        // What cannot be sent is not lost: who receives is told how the agent ended.
        process.TrySend(line);
    }

    public bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line)
    {
        ThrowIfDisposed();
        if (process.Lines.TryTake(out line, timeout < TimeSpan.Zero ? TimeSpan.Zero : timeout))
        {
            lock (_lock)
            {
                _received.Add(line);
            }

            return true;
        }

        if (!process.Lines.IsCompleted)
        {
            return false;
        }

        line = AfterTheEnd();
        return true;
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            process.Dispose();
        }
    }

    private string AfterTheEnd()
    {
        if (process.Fault is { } fault)
        {
            throw new AdapterException($"{command.Name}: {fault.Message}", fault);
        }

        lock (_lock)
        {
            AgentEnd end = _autopsy?.End ?? process.End();
            _autopsy ??= new Autopsy(end, _received);
            return (command.HoldsImplementation ? _autopsy.Next(_sent) : null)
                ?? throw new AdapterException(Blame(end));
        }
    }

    private string Blame(AgentEnd end)
    {
        const string Ours = "rsm-conformance: ";
        return end.LastWords.StartsWith(Ours, StringComparison.Ordinal) && end.Kind == EventKind.Exited
            ? end.LastWords[Ours.Length..]
            : $"{command.Name}: the agent {end.Words}";
    }

    private void ThrowIfDisposed()
    {
        if (_disposed)
        {
            throw new AdapterException($"{command.Name}: the channel to the agent was closed");
        }
    }
}
