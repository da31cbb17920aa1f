using System.Diagnostics.CodeAnalysis;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests;

/// <summary>An agent that does what a test tells it: for every message an answer of lines, or the end of the conversation.</summary>
internal sealed class ScriptedChannel(Func<HarnessMessage, ScriptedChannel, IEnumerable<string>> answer) : IAgentChannel
{
    private readonly Queue<string> _lines = [];

    public int NextSeq { get; private set; }

    public bool IsGone { get; set; }

    public static string Line(AgentMessage message) => Protocol.Write(message);

    public void Send(string line)
    {
        foreach (string reply in answer(Protocol.Read<HarnessMessage>(line), this))
        {
            _lines.Enqueue(reply);
        }
    }

    public bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line) =>
        _lines.TryDequeue(out line) || (IsGone ? throw new AdapterException("the agent is gone") : false);

    /// <summary>The line of an event, numbered as the protocol wants.</summary>
    public string Event(CaseId id, Step step, EventKind kind, int? code = null) => Line(new AgentMessage.Happened(new TraceEvent(
        "run", id, step.Id, 0, null, NextSeq++, kind, "A", step.Role ?? "", step.Thread, "agent", 0, Code: code)));

    public void Dispose()
    {
    }
}
