using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>
/// Carries the messages to agents that are programs: a fresh process for every channel, so that whatever an implementation does
/// to its process ends with the case. Some are started in advance, because a start takes longer than most cases. Thread-safe.
/// </summary>
/// <param name="command">How an agent is started.</param>
/// <param name="warm">How many processes wait, started, for the next channel; 0 and more.</param>
public sealed class AgentAdapter(AgentCommand command, int warm) : IAdapter
{
    private readonly Lock _lock = new();
    private readonly Queue<AgentProcess> _waiting = [];
    private bool _disposed;

    /// <inheritdoc/>
    public IAgentChannel Connect()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            AgentProcess process = _waiting.TryDequeue(out AgentProcess? waiting) ? waiting : AgentProcess.Start(command);
            while (_waiting.Count < warm)
            {
                _waiting.Enqueue(AgentProcess.Start(command));
            }

            return new AgentChannel(command, process);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            while (_waiting.TryDequeue(out AgentProcess? process))
            {
                process.Dispose();
            }
        }
    }
}
