using System.Diagnostics;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// A session while it is played: the schedule, the events so far and how long each thread has been silent. What the agent cannot
/// tell (hung, lost, never begun) is added here.
/// </summary>
internal sealed class Recording(Case testCase, RunSettings settings)
{
    private const string Clock = "harness";

    private readonly StepSchedule _schedule = new(testCase.Script);
    private readonly List<TraceEvent> _events = [];
    private readonly Dictionary<(string? Role, string Thread), long> _lastSign = [];

    /// <summary>Everything that happened so far.</summary>
    public IReadOnlyList<TraceEvent> Events => _events;

    /// <summary>What the agent did wrong; null when nothing.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether every step is complete.</summary>
    public bool IsOver => _schedule.IsComplete;

    /// <summary>How long the next message may take before a step is overdue.</summary>
    public TimeSpan Patience
    {
        get
        {
            var soonest = TimeSpan.MaxValue;
            foreach (Step step in OldestInFlight())
            {
                TimeSpan left = Limit(step) - Stopwatch.GetElapsedTime(_lastSign[Worker(step)]);
                soonest = left < soonest ? left : soonest;
            }

            return soonest > TimeSpan.Zero ? soonest : TimeSpan.Zero;
        }
    }

    /// <summary>Takes the next batch that may go out.</summary>
    public IReadOnlyList<Step> TakeReady()
    {
        IReadOnlyList<Step> batch = _schedule.TakeReady();
        if (batch.Count > 0)
        {
            _lastSign[Worker(batch[0])] = Stopwatch.GetTimestamp();
        }

        return batch;
    }

    /// <summary>Notes an event of the agent.</summary>
    public void Note(TraceEvent what)
    {
        if (what.Seq != _events.Count || what.Case != testCase.Id)
        {
            Fault = $"event {_events.Count} of {testCase.Id} was due, and event {what.Seq} of {what.Case} came";
            return;
        }

        _events.Add(what);
        _lastSign[(what.Process.Length == 0 ? null : what.Process, what.Thread)] = Stopwatch.GetTimestamp();
        if (what.EndsStep && _schedule.Knows(what.Step) && !_schedule.TryComplete(what.Step) && !IsDeath(what))
        {
            Fault = $"step {what.Step} ended without having begun";
        }
    }

    /// <summary>Whether an event tells that a process died; it may do so after the last step, and is then told at that step again.</summary>
    public static bool IsDeath(TraceEvent what) => what.Event is EventKind.Killed or EventKind.Exited;

    /// <summary>A step is overdue: it hung, and the session cannot go on.</summary>
    public void GiveUp()
    {
        Step hung = OldestInFlight().MinBy(step => Limit(step) - Stopwatch.GetElapsedTime(_lastSign[Worker(step)]))!;
        Add(hung, EventKind.Hung, $"no end within {Limit(hung).TotalSeconds:0.###} s");
        LoseRest($"the session was ended because step {hung.Id} hung");
    }

    /// <summary>The session is gone: what was under way is lost, the rest was never begun.</summary>
    public void LoseRest(string why)
    {
        HashSet<StepId> begun = [.. OldestInFlight().Select(step => step.Id)];
        foreach (Step step in _schedule.InFlight.ToList())
        {
            Add(step, begun.Contains(step.Id) ? EventKind.Lost : EventKind.NotRun, why);
        }

        foreach (Step step in _schedule.NotSent.ToList())
        {
            Add(step, EventKind.NotRun, why);
        }
    }

    // A worker does its steps in order, so of those in flight on it the first is the one under way.
    private IEnumerable<Step> OldestInFlight() => _schedule.InFlight.DistinctBy(Worker);

    private static (string? Role, string Thread) Worker(Step step) => (step.Role, step.Thread);

    private TimeSpan Limit(Step step) =>
        (step.TimeoutMilliseconds is { } own ? TimeSpan.FromMilliseconds(own) : settings.StepLimit) * settings.TimeScale;

    private void Add(Step step, EventKind kind, string why)
    {
        string node = testCase.Roles.FirstOrDefault(role => role.Name == step.Role)?.Node ?? "";
        _events.Add(new TraceEvent(
            settings.Run,
            testCase.Id,
            step.Id,
            0,
            null,
            _events.Count,
            kind,
            node,
            step.Role ?? "",
            step.Thread,
            Clock,
            Stopwatch.GetTimestamp() * (1_000_000_000 / Stopwatch.Frequency),
            Why: why));
        _schedule.TryComplete(step.Id);
    }
}
