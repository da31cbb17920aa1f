using System.Diagnostics;
using System.Text.Json;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Adapters.Agent;

/// <summary>
/// Says in the words of the protocol what the end of a process that held the implementation means for the session: the steps
/// under way ended with it, the others were not run. Where no step was under way the process died between steps, and the death is
/// told at the first step that did not begin, without an invoke; or, when all were over, again at the last one.
/// </summary>
internal sealed class Autopsy
{
    private const string Clock = "harness";

    private readonly List<TraceEvent> _underWay = [];
    private readonly HashSet<StepId> _over = [];
    private readonly Queue<string> _lines = [];
    private readonly string _words;
    private TraceEvent? _last;
    private HarnessMessage.Open? _open;
    private bool _opened;
    private bool _told;
    private int _read;
    private long _seq;

    public Autopsy(AgentEnd end, IEnumerable<string> received)
    {
        End = end;
        _words = $"the implementation's process {end.Words}";
        foreach (string line in received)
        {
            Hear(line);
        }
    }

    public AgentEnd End { get; }

    /// <summary>The next line in place of the agent's.</summary>
    /// <param name="sent">Everything that was sent so far.</param>
    /// <returns>The line; null when there is nothing to say.</returns>
    public string? Next(IReadOnlyList<string> sent)
    {
        while (_lines.Count == 0 && _read < sent.Count)
        {
            Answer(Protocol.Read<HarnessMessage>(sent[_read++]), Steps(sent));
        }

        return _lines.TryDequeue(out string? line) ? line : null;
    }

    private static List<Step> Steps(IReadOnlyList<string> sent) =>
        [.. sent.Select(Protocol.Read<HarnessMessage>).OfType<HarnessMessage.Play>().SelectMany(p => p.Steps)];

    private void Hear(string line)
    {
        AgentMessage message;
        try
        {
            message = Protocol.Read<AgentMessage>(line);
        }
        catch (JsonException)
        {
            // Whoever received it has refused it already.
            return;
        }

        _opened |= message is AgentMessage.Opened;
        if (message is not AgentMessage.Happened { What: var what })
        {
            return;
        }

        _seq = what.Seq + 1;
        _last = what;
        if (what.EndsStep)
        {
            _underWay.RemoveAll(u => u.Step == what.Step && u.Iteration == what.Iteration);
            _over.Add(what.Step);
        }
        else
        {
            _underWay.Add(what);
            _over.Remove(what.Step);
        }
    }

    private void Answer(HarnessMessage message, List<Step> steps)
    {
        switch (message)
        {
            case HarnessMessage.Open open:
                _open = open;
                if (!_opened)
                {
                    Say(new AgentMessage.Opened());
                }

                break;
            case HarnessMessage.Play play:
                AnswerPlay(play.Steps, steps);
                break;
            case HarnessMessage.Close:
                if (!_told && _last is { } last)
                {
                    Tell(last, $"{_words} after the last step");
                }

                Say(new AgentMessage.Closed());
                break;
            default:
                break;
        }
    }

    private void AnswerPlay(Sequence<Step> played, List<Step> steps)
    {
        foreach (TraceEvent victim in _underWay.OrderBy(u => Rank(u, steps)).ThenByDescending(u => u.Seq).ToList())
        {
            Tell(victim, _words);
            _over.Add(victim.Step);
        }

        _underWay.Clear();
        foreach (Step step in played.Where(s => !_over.Contains(s.Id)))
        {
            TraceEvent at = Place(step);
            if (_told)
            {
                Say(new AgentMessage.Happened(at with { Event = EventKind.NotRun, Why = _words }));
            }
            else
            {
                Tell(at, $"{_words} before step {step.Id} began");
            }
        }
    }

    // The calls come first: the death of a process is told at what the implementation was doing.
    private static int Rank(TraceEvent underWay, List<Step> steps) => underWay.Process.Length == 0 ? 2
        : RequiredMeans.Flatten(steps).FirstOrDefault(s => s.Id == underWay.Step)?.Action is StepAction.Call ? 0
        : 1;

    private TraceEvent Place(Step step)
    {
        string node = _open!.Setup.Processes.FirstOrDefault(p => p.Role == step.Role)?.Node ?? "";
        return new TraceEvent(_open.Run, _open.Case, step.Id, 0, null, 0, End.Kind, node, step.Role ?? "", step.Thread, Clock, 0);
    }

    private void Tell(TraceEvent at, string why)
    {
        _told = true;
        Say(new AgentMessage.Happened(new TraceEvent(
            at.Run, at.Case, at.Step, at.Iteration, at.Value, 0, End.Kind, at.Node, at.Process, at.Thread, Clock, 0, Code: End.Code, Why: why)));
    }

    private void Say(AgentMessage message)
    {
        if (message is AgentMessage.Happened { What: var what })
        {
            long now = (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);
            message = new AgentMessage.Happened(what with { Seq = _seq++, Clock = Clock, TimeNs = now });
        }

        _lines.Enqueue(Protocol.Write(message));
    }
}
