using System.Diagnostics;

namespace RsmConformance.Contract.Agent;

/// <summary>Numbers the events of a session and sends them, in the same order; sends nothing after the session's end.</summary>
internal sealed class EventLog(string run, CaseId testCase, Action<AgentMessage> send)
{
    private const string Clock = "agent";
    private readonly Lock _lock = new();
    private long _next;
    private bool _closed;

    public void Invoke(StepPlace place, string resolved) =>
        Add(At(place, EventKind.Invoke) with { Resolved = resolved });

    public void End(StepPlace place, StepEnd end) => Add(At(place, end.Kind) with
    {
        Code = end.Code,
        Outputs = end.Outputs,
        Data = end.Data,
        Measured = end.Measured,
        Allocation = end.Allocation,
        Why = end.Why,
    });

    public void Fail(string why)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                send(new AgentMessage.Failed(why));
            }
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
        }
    }

    private TraceEvent At(StepPlace place, EventKind kind) => new(
        run, testCase, place.Step, place.Iteration, place.Value, 0, kind, place.Node, place.Role, place.Thread, Clock, 0);

    private void Add(TraceEvent what)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            long now = (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);
            send(new AgentMessage.Happened(what with { Seq = _next++, TimeNs = now }));
        }
    }
}

/// <summary>Where and for the how manieth time a step is done.</summary>
internal sealed record StepPlace(StepId Step, int Iteration, string? Value, string Node, string Role, string Thread);
