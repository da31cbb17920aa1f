using System.Text.Json;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>The first words with an agent, before anything is planned.</summary>
internal static class Greeting
{
    /// <summary>Says hello on a channel of its own.</summary>
    /// <exception cref="AdapterException">The agent is not there or speaks another protocol.</exception>
    public static AgentMessage.Welcome Exchange(IAdapter adapter, RunSettings settings)
    {
        using IAgentChannel channel = adapter.Connect();
        channel.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Hello(Protocol.Version)));
        if (!channel.TryReceive(settings.AnswerLimit, out string? line))
        {
            throw new AdapterException("the agent does not answer; look at its standard error");
        }

        try
        {
            return Protocol.Read<AgentMessage>(line) switch
            {
                AgentMessage.Welcome { Protocol: Protocol.Version } welcome => welcome,
                AgentMessage.Welcome other =>
                    throw new AdapterException($"the agent speaks protocol {other.Protocol}, not {Protocol.Version}; rebuild it"),
                AgentMessage.Failed failed => throw new AdapterException(failed.Why),
                { } odd => throw new AdapterException($"the agent answered hello with {odd.GetType().Name}"),
            };
        }
        catch (JsonException e)
        {
            throw new AdapterException($"the agent answered hello with what is no message: {e.Message}", e);
        }
    }
}
