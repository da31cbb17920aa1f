using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports.Html;

/// <summary>One doing of a step: its begin and its end, as far as they were recorded.</summary>
/// <param name="Lane">Who did it.</param>
/// <param name="From">The position of its begin among the events.</param>
/// <param name="To">The position of its end; behind the last event when there is none.</param>
/// <param name="Begin">The event at which it began.</param>
/// <param name="End">The event at which it ended.</param>
internal sealed record Doing(int Lane, int From, int To, TraceEvent? Begin, TraceEvent? End)
{
    /// <summary>The event that tells what was done.</summary>
    public TraceEvent First => Begin ?? End!;

    /// <summary>The step.</summary>
    public string Step => First.Step.Text;

    /// <summary>How long it took; null when that cannot be told.</summary>
    public double? Microseconds => Begin is { } begin && End is { } end && begin.Clock == end.Clock
        ? (end.TimeNs - begin.TimeNs) / 1e3
        : null;
}

/// <summary>
/// The events of a case as doings on lanes. The axis is the order of the events, which holds across processes and clocks;
/// times do not.
/// </summary>
/// <param name="All">The doings, in the order of their begins.</param>
/// <param name="Lanes">Process and thread of each lane, in the order of their first events.</param>
internal sealed record Doings(IReadOnlyList<Doing> All, IReadOnlyList<string> Lanes)
{
    public static Doings Of(IReadOnlyList<TraceEvent> events)
    {
        var lanes = new List<TraceEvent>();
        var all = new List<Doing>(events.Count);
        bool[] isEnd = new bool[events.Count];
        for (int at = 0; at < events.Count; at++)
        {
            TraceEvent what = events[at];
            if (what.Event == EventKind.Invoke)
            {
                int to = EndOf(events, at);
                isEnd.AsSpan(to, to < events.Count ? 1 : 0).Fill(true);
                all.Add(new Doing(LaneOf(what, lanes), at, to, what, to < events.Count ? events[to] : null));
            }
            else if (!isEnd[at])
            {
                all.Add(new Doing(LaneOf(what, lanes), at, at, null, what));
            }
        }

        return new Doings(all, [.. lanes.Select(Name)]);
    }

    // As a rule the end is the next event, so that looking for it costs nothing.
    private static int EndOf(IReadOnlyList<TraceEvent> events, int begun)
    {
        TraceEvent begin = events[begun];
        for (int at = begun + 1; at < events.Count; at++)
        {
            TraceEvent what = events[at];
            if (what.Step == begin.Step && what.Iteration == begin.Iteration && what.Value == begin.Value)
            {
                return what.Event == EventKind.Invoke ? events.Count : at;
            }
        }

        return events.Count;
    }

    private static int LaneOf(TraceEvent what, List<TraceEvent> lanes)
    {
        for (int lane = 0; lane < lanes.Count; lane++)
        {
            TraceEvent other = lanes[lane];
            if (what.Thread == other.Thread && what.Process == other.Process && what.Node == other.Node)
            {
                return lane;
            }
        }

        lanes.Add(what);
        return lanes.Count - 1;
    }

    private static string Name(TraceEvent what) =>
        what.Process.Length == 0 ? "test bed"
        : PlainText.Line(what.Thread is Step.MainThread or "" ? $"{what.Process} @ {what.Node}" : $"{what.Process}/{what.Thread} @ {what.Node}", 80);
}
