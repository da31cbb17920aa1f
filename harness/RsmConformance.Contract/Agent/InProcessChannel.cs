using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// A channel to an agent in the same program. What passes is the lines of the protocol all the same, so that nothing works here
/// that would not work with an agent elsewhere.
/// </summary>
public sealed class InProcessChannel : IAgentChannel
{
    private readonly BlockingCollection<string> _lines = [];
    private readonly AgentSession _session;
    private volatile bool _disposed;

    /// <summary>Opens a channel.</summary>
    /// <param name="host">The implementation under test.</param>
    /// <param name="threads">The threads on which steps are done; the caller disposes them after its channels.</param>
    /// <param name="limits">How long the agent waits; null for the default.</param>
    public InProcessChannel(IAgentHost host, AgentThreads threads, AgentLimits? limits = null) =>
        _session = new AgentSession(host, threads, _lines.Add, limits);

    /// <inheritdoc/>
    public void Send(string line)
    {
        ThrowIfDisposed();
        _session.Receive(line);
    }

    /// <inheritdoc/>
    public bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line)
    {
        ThrowIfDisposed();
        return _lines.TryTake(out line, timeout);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _session.Dispose();
            _lines.CompleteAdding();
        }
    }

    private void ThrowIfDisposed()
    {
        if (_disposed)
        {
            throw new AdapterException("the channel to the agent was closed");
        }
    }
}
