namespace RsmConformance.Reference.Node;

/// <summary>
/// What processes have been told and have not taken yet. A step (a request, a fault) tells some; what follows it happens when all of
/// them have taken it, have ended, or have been waited for long enough.
/// </summary>
internal sealed class Acknowledgements
{
    /// <summary>Milliseconds that a process which does not answer, perhaps because it is stopped, keeps others waiting.</summary>
    public const int Patience = 2000;

    private readonly List<Step> _steps = [];
    private HashSet<(int Process, long Number)> _told = [];
    private long _last;

    /// <summary>A process is told something in the present step.</summary>
    public long Expect(int process)
    {
        _told.Add((process, ++_last));
        return _last;
    }

    /// <summary>The present step has told all that it tells.</summary>
    /// <returns>What ends the waiting; null if there was nothing to wait for and <paramref name="act"/> has been done.</returns>
    public Action? Settle(Action act)
    {
        var step = new Step(_told, act);
        _told = [];
        if (step.Told.Count == 0)
        {
            act();
            return null;
        }

        _steps.Add(step);
        return () => Finish(step);
    }

    /// <summary>Nothing follows the present step.</summary>
    public void Forget() => _told = [];

    public void Taken(int process, long number) => Strike(told => told == (process, number));

    public void Ended(int process)
    {
        _told.RemoveWhere(told => told.Process == process);
        Strike(told => told.Process == process);
    }

    private void Strike(Predicate<(int Process, long Number)> gone)
    {
        foreach (Step step in _steps.ToList())
        {
            step.Told.RemoveWhere(gone);
            if (step.Told.Count == 0)
            {
                Finish(step);
            }
        }
    }

    private void Finish(Step step)
    {
        if (_steps.Remove(step))
        {
            step.Act();
        }
    }

    private sealed record Step(HashSet<(int Process, long Number)> Told, Action Act);
}
