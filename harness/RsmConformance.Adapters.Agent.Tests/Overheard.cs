using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent.Tests;

/// <summary>An adapter whose conversations are written down, line by line.</summary>
internal sealed class Overheard(IAdapter adapter) : IAdapter
{
    public ConcurrentQueue<string> FromHarness { get; } = [];

    public ConcurrentQueue<string> FromAgent { get; } = [];

    public IAgentChannel Connect() => new Channel(adapter.Connect(), this);

    public void Dispose() => adapter.Dispose();

    private sealed class Channel(IAgentChannel channel, Overheard overheard) : IAgentChannel
    {
        public void Send(string line)
        {
            overheard.FromHarness.Enqueue(line);
            channel.Send(line);
        }

        public bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line)
        {
            bool came = channel.TryReceive(timeout, out line);
            if (came)
            {
                overheard.FromAgent.Enqueue(line!);
            }

            return came;
        }

        public void Dispose() => channel.Dispose();
    }
}
