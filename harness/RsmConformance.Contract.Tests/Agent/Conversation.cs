using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Tests.Agent;

/// <summary>The harness's end of a channel, as far as the tests need one.</summary>
internal sealed class Conversation : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly AgentThreads? _threads;
    private readonly IAgentChannel _channel;

    public Conversation(IAgentHost host, AgentLimits? limits = null)
    {
        _threads = new AgentThreads();
        _channel = new InProcessChannel(host, _threads, limits);
    }

    public Conversation(IAgentChannel channel) => _channel = channel;

    public List<TraceEvent> Events { get; } = [];

    public static Conversation Opened(IAgentHost host, AgentLimits? limits = null)
    {
        var conversation = new Conversation(host, limits);
        conversation.Open().Should().Be(new AgentMessage.Opened());
        return conversation;
    }

    public AgentMessage Open()
    {
        Say(new HarnessMessage.Open("run", Scene.Case, Scene.Setup));
        return Next();
    }

    public void Say(HarnessMessage message) => _channel.Send(Protocol.Write(message));

    public void SayLine(string line) => _channel.Send(line);

    public AgentMessage Next() => _channel.TryReceive(Patience, out string? line)
        ? Protocol.Read<AgentMessage>(line)
        : throw new TimeoutException("the agent says nothing");

    public bool SaysNothing() => !_channel.TryReceive(TimeSpan.Zero, out _);

    /// <summary>Begins steps without waiting for them.</summary>
    public void Begin(params ReadOnlySpan<Step> steps) => Say(new HarnessMessage.Play(Sequence.Create(steps)));

    /// <summary>Does steps of one thread and waits for the last.</summary>
    /// <returns>How the last ended.</returns>
    public TraceEvent Play(params ReadOnlySpan<Step> steps)
    {
        Begin(steps);
        return EndOf(steps[^1].Id);
    }

    /// <summary>Waits until a step is over.</summary>
    /// <returns>How it ended.</returns>
    public TraceEvent EndOf(StepId step)
    {
        while (true)
        {
            TraceEvent? end = Events.LastOrDefault(e => e.Step == step && e.EndsStep);
            if (end is not null)
            {
                return end;
            }

            switch (Next())
            {
                case AgentMessage.Happened happened:
                    Events.Add(happened.What);
                    break;
                case { } other:
                    throw new InvalidOperationException($"the agent said {other}");
            }
        }
    }

    public TraceEvent InvokeOf(StepId step) => Events.Last(e => e.Step == step && e.Event == EventKind.Invoke);

    public void Dispose()
    {
        _channel.Dispose();
        _threads?.Dispose();
    }
}
