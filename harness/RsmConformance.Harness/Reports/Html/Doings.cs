using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports.Html;

/// <summary>One doing of a step: its begin and its end, as far as they were recorded.</summary>
/// <param name="Step">The step.</param>
/// <param name="Lane">Who did it.</param>
/// <param name="From">The position of its begin among the events.</param>
/// <param name="To">The position of its end; that of the last event when there is none.</param>
/// <param name="Begin">The event at which it began.</param>
/// <param name="End">The event at which it ended.</param>
internal sealed record Doing(string Step, int Lane, int From, int To, TraceEvent? Begin, TraceEvent? End)
{
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
        var lanes = new Dictionary<(string Node, string Process, string Thread), int>();
        var names = new List<string>();
        var all = new List<Doing>();
        var open = new Dictionary<(string Step, int Iteration, string? Value), int>();
        for (int at = 0; at < events.Count; at++)
        {
            TraceEvent what = events[at];
            var who = (what.Node, what.Process, what.Thread);
            if (!lanes.TryGetValue(who, out int lane))
            {
                lane = lanes[who] = lanes.Count;
                names.Add(Name(what));
            }

            var key = (what.Step.Text, what.Iteration, what.Value);
            if (what.Event == EventKind.Invoke)
            {
                open[key] = all.Count;
                all.Add(new Doing(what.Step.Text, lane, at, events.Count, what, null));
            }
            else if (open.Remove(key, out int begun))
            {
                all[begun] = all[begun] with { To = at, End = what };
            }
            else
            {
                all.Add(new Doing(what.Step.Text, lane, at, at, null, what));
            }
        }

        return new Doings(all, names);
    }

    private static string Name(TraceEvent what) =>
        what.Process.Length == 0 ? "test bed"
        : PlainText.Line(what.Thread is Step.MainThread or "" ? $"{what.Process} @ {what.Node}" : $"{what.Process}/{what.Thread} @ {what.Node}", 80);
}
