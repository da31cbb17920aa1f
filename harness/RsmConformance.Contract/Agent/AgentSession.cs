using System.Text.Json;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// An agent for managed implementations: takes <see cref="HarnessMessage"/> lines, does what they say on an
/// <see cref="IAgentHost"/>, and sends <see cref="AgentMessage"/> lines. <see cref="Receive"/> is for one thread; lines are sent
/// from any thread, one at a time. Whatever goes wrong in the agent itself becomes <see cref="AgentMessage.Failed"/>, never an event.
/// </summary>
public sealed class AgentSession : IDisposable
{
    private readonly Lock _sending = new();
    private readonly IAgentHost _host;
    private readonly AgentThreads _threads;
    private readonly Action<string> _send;
    private readonly AgentLimits _limits;
    private OpenSession? _open;
    private bool _silent;

    /// <summary>Makes the agent's end of a conversation.</summary>
    /// <param name="host">The implementation under test.</param>
    /// <param name="threads">The threads on which steps are done; the caller disposes them after its sessions.</param>
    /// <param name="send">Takes each line for the harness, without the line end.</param>
    /// <param name="limits">How long the agent waits; null for the default.</param>
    public AgentSession(IAgentHost host, AgentThreads threads, Action<string> send, AgentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(threads);
        ArgumentNullException.ThrowIfNull(send);
        _host = host;
        _threads = threads;
        _send = send;
        _limits = limits ?? AgentLimits.Default;
    }

    /// <summary>Takes a line of the harness. Steps are begun, not awaited; hello, open and close are answered before it returns.</summary>
    /// <param name="line">A <see cref="HarnessMessage"/> without the line end.</param>
    public void Receive(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            Take(Protocol.Read<HarnessMessage>(line));
        }
        catch (JsonException e)
        {
            Send(new AgentMessage.Failed($"the agent cannot read the message '{Shortened(line)}': {e.Message}"));
        }
        catch (Exception e)
        {
            Send(new AgentMessage.Failed($"{e.GetType().Name}: {e.Message}"));
        }
    }

    /// <summary>Ends the session without a word, also when a step hangs.</summary>
    public void Dispose()
    {
        lock (_sending)
        {
            _silent = true;
        }

        End();
    }

    private static string Shortened(string line)
    {
        const int Most = 200;
        return line.Length <= Most ? line : line[..Most] + "...";
    }

    private void Take(HarnessMessage message)
    {
        switch (message)
        {
            case HarnessMessage.Hello hello:
                Send(hello.Protocol == Protocol.Version
                    ? _host.Introduce()
                    : new AgentMessage.Failed($"the agent speaks protocol {Protocol.Version}, the harness {hello.Protocol}"));
                break;
            case HarnessMessage.Open open when _open is null:
                Open(open);
                break;
            case HarnessMessage.Open:
                Send(new AgentMessage.Failed("open: a session is open already"));
                break;
            case HarnessMessage.Play play when _open is not null:
                _open.Enqueue(play.Steps);
                break;
            case HarnessMessage.Play:
                Send(new AgentMessage.Failed("play: no session is open"));
                break;
            case HarnessMessage.Examine:
                // The stacks of a managed process are its runtime's to tell, and emulated processes have no system to ask.
                Send(new AgentMessage.Examined([]));
                break;
            case HarnessMessage.Close:
                End();
                Send(new AgentMessage.Closed());
                break;
            default:
                throw new InvalidOperationException($"the agent does not know the message {message.GetType().Name}");
        }
    }

    private void Open(HarnessMessage.Open open)
    {
        var session = new OpenSession(
            open.Setup, _host.Open(open.Setup), new EventLog(open.Run, open.Case, Send), _threads, _limits);
        try
        {
            session.SpawnAll();
        }
        catch
        {
            session.End();
            throw;
        }

        _open = session;
        Send(new AgentMessage.Opened());
    }

    private void End()
    {
        _open?.Log.Close();
        _open?.End();
        _open = null;
    }

    private void Send(AgentMessage message)
    {
        lock (_sending)
        {
            if (!_silent)
            {
                _send(Protocol.Write(message));
            }
        }
    }
}
