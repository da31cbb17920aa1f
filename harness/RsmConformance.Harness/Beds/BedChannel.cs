using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>
/// One conversation with all agents of a bed as if they were one: what is for a node goes to its agent, what is for the bed is done
/// by its commands, and the events get one numbering.
/// </summary>
internal sealed class BedChannel : IAgentChannel
{
    private const string Clock = "harness";
    private readonly BedDescription _bed;
    private readonly AgentRoutes _routes;
    private readonly SessionFolder _folder;
    private readonly Action<Placeholders> _begin;
    private readonly Action<Placeholders, bool> _end;
    private readonly Placeholders _placeholders;
    private readonly FaultDesk _desk;
    private readonly AgentInbox _inbox;
    private readonly AssignedSegments _segments = new();
    private readonly Queue<AgentMessage> _ready = [];
    private readonly Dictionary<(string? Role, string Thread), BedLane> _lanes = [];
    private readonly Dictionary<StepId, string?> _roleOf = [];
    private readonly List<AgentMessage> _answers = [];
    private HarnessMessage.Open? _open;
    private int _awaited;
    private long _seq;
    private bool _isClean = true;
    private bool _hasBegun;
    private bool _isDisposed;

    public BedChannel(BedDescription bed, AgentRoutes routes, SessionFolder folder, Action<Placeholders> begin, Action<Placeholders, bool> end)
    {
        _bed = bed;
        _routes = routes;
        _folder = folder;
        _begin = begin;
        _end = end;
        _placeholders = Placeholders.Of(bed, folder.Path);
        _desk = new FaultDesk(bed, _placeholders);
        _inbox = new AgentInbox(routes.All);
    }

    public string Diagnostics => _desk.Diagnostics + string.Concat(_routes.All.Select(a => a.Diagnostics));

    public bool OutlivesImplementation => _routes.All.All(a => a.OutlivesImplementation);

    public void Send(string line)
    {
        switch (Protocol.Read<HarnessMessage>(line))
        {
            case HarnessMessage.Open open:
                Open(open);
                break;
            case HarnessMessage.Play play:
                Play(play.Steps);
                break;
            case { } other:
                ToAll(_ => other);
                break;
        }
    }

    public bool TryReceive(TimeSpan timeout, [NotNullWhen(true)] out string? line)
    {
        long start = Stopwatch.GetTimestamp();
        while (_ready.Count == 0)
        {
            TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
            if (!_inbox.TryReceive(left > TimeSpan.Zero ? left : TimeSpan.Zero, out IAgentChannel from, out AgentMessage? message))
            {
                line = null;
                return false;
            }

            Hear(message!, from);
        }

        line = Protocol.Write(_ready.Dequeue());
        return true;
    }

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _routes.Dispose();
        bool isHealed = _desk.HealAll();
        if (_hasBegun)
        {
            // A session that was opened and not closed hung or was lost.
            _end(_placeholders, isHealed && _isClean && _open is null);
        }

        _folder.Dispose();
    }

    private void Open(HarnessMessage.Open open)
    {
        _open = open;
        _hasBegun = true;
        try
        {
            _begin(_placeholders);
        }
        catch (AdapterException e)
        {
            _ready.Enqueue(new AgentMessage.Failed(e.Message));
            return;
        }

        Sequence<NodeVariable> environment =
            [.. _bed.Operation.Environment.Select(v => v with { Value = _placeholders.Fill(v.Value) })];
        ToAll(agent => open with
        {
            Environment = environment,
            Setup = open.Setup with { Processes = [.. open.Setup.Processes.Where(p => _routes.Of(p.Node) == agent)] },
        });
    }

    private void ToAll(Func<IAgentChannel, HarnessMessage> message)
    {
        _answers.Clear();
        _awaited = _routes.All.Count;
        foreach (IAgentChannel agent in _routes.All)
        {
            agent.Send(Protocol.Write(message(agent)));
        }
    }

    private void Play(Sequence<Step> steps)
    {
        foreach (Step step in steps)
        {
            _roleOf[step.Id] = step.Role;
            _segments.NoteStep(step);
            LaneOf(step.Role, step.Thread).Waiting.Enqueue(step);
        }

        Advance(steps[0].Role, steps[0].Thread);
    }

    private BedLane LaneOf(string? role, string thread)
    {
        if (!_lanes.TryGetValue((role, thread), out BedLane? lane))
        {
            _lanes[(role, thread)] = lane = new BedLane();
        }

        return lane;
    }

    private void Advance(string? role, string thread)
    {
        BedLane lane = LaneOf(role, thread);
        while (lane.Waiting.TryPeek(out Step? next))
        {
            IAgentChannel? agent = Route(next);
            if (lane.IsBusy && lane.With != agent)
            {
                return;
            }

            if (agent is null)
            {
                DoHere(lane.Waiting.Dequeue());
                continue;
            }

            List<Step> batch = lane.Take(agent, Route);
            agent.Send(Protocol.Write<HarnessMessage>(new HarnessMessage.Play([.. batch.Select(s => _segments.For(agent, s))])));
        }
    }

    /// <summary>The agent that a step is for; null when the bed does it.</summary>
    private IAgentChannel? Route(Step step)
    {
        if (_desk.Does(step.Action))
        {
            return null;
        }

        string? role = step.Action switch
        {
            StepAction.Kill kill => kill.Killed,
            StepAction.Spawn spawn => spawn.Started,
            StepAction.AwaitBlocked await => _roleOf.GetValueOrDefault(await.Target),
            StepAction.Interrupt interrupt => _roleOf.GetValueOrDefault(interrupt.Target),
            _ => step.Role,
        };
        return role is null ? _routes.Main : _routes.Of(NodeOf(role));
    }

    private string NodeOf(string role) => _open?.Setup.Processes.FirstOrDefault(p => p.Role == role)?.Node ?? "";

    private void DoHere(Step step)
    {
        // What the agents have told by now was before it.
        while (_inbox.TryReceive(TimeSpan.Zero, out IAgentChannel from, out AgentMessage? message))
        {
            Hear(message!, from);
        }

        var at = new TraceEvent(
            _open!.Run, _open.Case, step.Id, 0, null, 0, EventKind.Invoke, step.Role is null ? "" : NodeOf(step.Role), step.Role ?? "",
            step.Thread, Clock, 0);
        Tell(at with { Resolved = $"bed: {step.Action}" });
        Tell(_desk.Do(step.Action, at));
    }

    private void Tell(TraceEvent what)
    {
        long time = what.Clock == Clock ? (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency) : what.TimeNs;
        _ready.Enqueue(new AgentMessage.Happened(what with { Seq = _seq++, TimeNs = time }));
    }

    private void Hear(AgentMessage message, IAgentChannel from)
    {
        switch (message)
        {
            case AgentMessage.Happened { What: var what }:
                _isClean &= what.Event is not (EventKind.Killed or EventKind.Exited);
                _segments.NoteEvent(what, from);
                Tell(what);
                if (what.EndsStep)
                {
                    string? role = what.Process.Length == 0 ? null : what.Process;
                    LaneOf(role, what.Thread).NoteEnd(what.Step);
                    Advance(role, what.Thread);
                }

                break;
            case AgentMessage.Failed:
                _ready.Enqueue(message);
                break;
            default:
                Answer(message);
                break;
        }
    }

    // Everybody's answer makes one; who fails instead has said so.
    private void Answer(AgentMessage message)
    {
        _answers.Add(message);
        if (_answers.Count < _awaited)
        {
            return;
        }

        if (message is AgentMessage.Closed)
        {
            _open = null;
        }

        _ready.Enqueue(message switch
        {
            AgentMessage.Welcome => Together([.. _answers.OfType<AgentMessage.Welcome>()]),
            AgentMessage.Examined => new AgentMessage.Examined([.. _answers.OfType<AgentMessage.Examined>().SelectMany(e => e.Processes)]),
            _ => message,
        });
        _answers.Clear();
    }

    private AgentMessage.Welcome Together(ImmutableArray<AgentMessage.Welcome> all)
    {
        AgentMessage.Welcome first = all[0];
        if (all.Any(w => w.PageSize != first.PageSize))
        {
            throw new AdapterException("the agents of the nodes have pages of different sizes; a session needs one size");
        }

        IEnumerable<string> means = all.Skip(1).Aggregate<AgentMessage.Welcome, IEnumerable<string>>(first.Means, (m, w) => m.Intersect(w.Means));
        return first with
        {
            Iut = string.Join(", ", all.Select(w => w.Iut).Distinct()),
            IutDigest = string.Join('+', all.Select(w => w.IutDigest).Distinct()),
            Means = [.. means.Concat(_bed.Operation.Means).Distinct().Order(StringComparer.Ordinal)],
            ConfinedTo = all.Select(w => w.ConfinedTo).FirstOrDefault(i => i is not null),
        };
    }
}
