using System.Diagnostics.CodeAnalysis;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>Stands between harness and adapter and rewrites the lines that tell the end of a step.</summary>
internal sealed class LyingAdapter(IAdapter honest, Func<TraceEvent, TraceEvent> lie) : IAdapter
{
    /// <summary>How many lines were rewritten.</summary>
    public int Told { get; private set; }

    public IAgentChannel Connect() => new Channel(this, honest.Connect());

    /// <summary>Leaves the honest adapter to its owner.</summary>
    public void Dispose()
    {
    }

    private string Rewrite(string line)
    {
        if (Protocol.Read<AgentMessage>(line) is not AgentMessage.Happened { What: { EndsStep: true } truth } || lie(truth) is not { } told || told == truth)
        {
            return line;
        }

        Told++;
        return Protocol.Write<AgentMessage>(new AgentMessage.Happened(told));
    }

    private sealed class Channel(LyingAdapter liar, IAgentChannel honest) : IAgentChannel
    {
        public void Send(string line) => honest.Send(line);

        public bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line)
        {
            bool came = honest.TryReceive(timeout, out line);
            line = line is null ? null : liar.Rewrite(line);
            return came;
        }

        public void Dispose() => honest.Dispose();
    }
}
