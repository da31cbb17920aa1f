using RsmConformance.Cli.Rendering;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Watching;

/// <summary>Tells of a run in lines: a bad verdict at once, everything else in one line a second at most.</summary>
/// <param name="to">Where the lines go.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class PlainProgress(TextWriter to, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private int _planned;
    private int _done;
    private int _bad;
    private long _last = clock.GetTimestamp();

    public void Begin(Plan plan)
    {
        _planned = plan.Playable.Count + plan.Unplayable.Count;
        to.WriteLine(RunHead.PlanLine(plan));
        to.Flush();
    }

    public void Ruled(ResultLine.Ruled result)
    {
        _done++;
        if (FindingText.IsBad(result))
        {
            _bad++;
            to.WriteLine(FindingText.Line(result));
            to.Flush();
        }
        else if (clock.GetElapsedTime(_last) >= Pause)
        {
            _last = clock.GetTimestamp();
            to.WriteLine($"{_done} of {_planned} done, {_bad} bad");
            to.Flush();
        }
    }
}
