using System.Diagnostics;
using System.Text.Json;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// Plays a case through a channel and records what happens. It judges nothing: it neither looks at return codes nor stops at a
/// failure; steps whose symbols are missing come back as not run.
/// </summary>
/// <param name="settings">How the run treats its cases.</param>
public sealed class CaseRunner(RunSettings settings)
{
    private static readonly TimeSpan StackLimit = TimeSpan.FromSeconds(15);

    /// <summary>How long an agent that is not the implementation's may be silent; taking stacks keeps a slow machine busy for long.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    /// <summary>Plays a case. The channel is used up: a session that hung cannot be used again.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="setup">What its symbols stand for.</param>
    /// <param name="channel">A fresh channel.</param>
    /// <param name="traced">Whether the agent is to run the processes under a debugger.</param>
    /// <returns>The evidence.</returns>
    public RecordedCase Play(Case testCase, SessionSetup setup, IAgentChannel channel, bool traced = false)
    {
        var session = new Recording(testCase, settings);
        string? fault;
        try
        {
            fault = PlaySession(new HarnessMessage.Open(settings.Run, testCase.Id, setup, traced), channel, session);
        }
        catch (AdapterException e)
        {
            session.LoseRest(e.Message);
            fault = null;
        }
        catch (JsonException e)
        {
            fault = "the agent sent what is no message: " + e.Message;
        }

        return new RecordedCase(testCase.Id, setup, session.Events, fault ?? session.Fault);
    }

    /// <summary>Does not play a case, and leaves evidence of that: every step is not run.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="setup">What its symbols stand for.</param>
    /// <param name="why">Why, in words.</param>
    /// <returns>The evidence.</returns>
    public RecordedCase Skip(Case testCase, SessionSetup setup, string why)
    {
        var session = new Recording(testCase, settings);
        session.LoseRest(why);
        return new RecordedCase(testCase.Id, setup, session.Events, null);
    }

    private string? PlaySession(HarnessMessage.Open open, IAgentChannel channel, Recording session)
    {
        Send(channel, open);
        AgentMessage? opened = Receive(channel, settings.AnswerLimit);
        if (opened is not AgentMessage.Opened)
        {
            return opened is AgentMessage.Failed failed ? failed.Why : "the agent did not open the session";
        }

        while (session.Fault is null && !session.IsOver)
        {
            while (session.TakeReady() is { Count: > 0 } batch)
            {
                Send(channel, new HarnessMessage.Play([.. batch]));
            }

            switch (Receive(channel, session.Patience))
            {
                case AgentMessage.Happened happened:
                    session.Note(happened.What);
                    break;
                case AgentMessage.Failed failed:
                    return failed.Why;
                case null:
                    session.GiveUp();
                    return StillAnswers(channel) || !channel.OutlivesImplementation ? null
                        : "the agent does not answer any more: the way to it is broken";
                case { } other:
                    return $"the agent sent {other.GetType().Name} in the middle of a case";
            }
        }

        Send(channel, new HarnessMessage.Close());
        return session.Fault is not null ? null : AwaitClosed(channel, session);
    }

    /// <summary>
    /// Lets the agent write where the threads stand. The session is over: what else it says is no evidence any more, but that it says
    /// something shows that a step hangs, and not the way to the agent.
    /// </summary>
    private static bool StillAnswers(IAgentChannel channel)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            Send(channel, new HarnessMessage.Examine(Stacks: true));
            TimeSpan limit = channel.OutlivesImplementation ? SilenceLimit : StackLimit;
            AgentMessage? said;
            do
            {
                said = Receive(channel, limit - Stopwatch.GetElapsedTime(start));
            }
            while (said is not (null or AgentMessage.Examined or AgentMessage.Failed));

            return said is not null;
        }
        catch (AdapterException e)
        {
            // The verdict is HANG with or without stacks, and a dead agent has none.
            Debug.WriteLine(e.Message);
            return true;
        }
    }

    // A process may still die when everything is done, and that is evidence too.
    private string? AwaitClosed(IAgentChannel channel, Recording session)
    {
        AgentMessage? last = Receive(channel, settings.AnswerLimit);
        while (last is AgentMessage.Happened { What: var what } && Recording.IsDeath(what))
        {
            session.Note(what);
            last = Receive(channel, settings.AnswerLimit);
        }

        return last switch
        {
            AgentMessage.Closed => null,
            AgentMessage.Failed failed => failed.Why,
            _ => "the agent did not close the session",
        };
    }

    private static void Send(IAgentChannel channel, HarnessMessage message) => channel.Send(Protocol.Write(message));

    private static AgentMessage? Receive(IAgentChannel channel, TimeSpan patience) =>
        channel.TryReceive(patience, out string? line) ? Protocol.Read<AgentMessage>(line) : null;
}
