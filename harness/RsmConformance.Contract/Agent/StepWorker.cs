using System.Diagnostics;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// One thread of a process, or of the test bed: does steps one after the other in the order in which they came. All steps of the
/// thread are done on the same real thread.
/// </summary>
internal sealed class StepWorker
{
    private readonly object _sync = new();
    private readonly Queue<Step> _steps = [];
    private bool _busy;
    private bool _abandoned;
    private volatile bool _stopped;

    public StepWorker(string thread, AgentThreads threads, Action<Step, StepWorker> perform)
    {
        Thread = thread;
        threads.Run(() => Loop(perform));
    }

    public string Thread { get; }

    /// <summary>Whether the next call of the thread is to fail an allocation. Touched by the thread itself only.</summary>
    public bool AllocationArmed { get; set; }

    /// <summary>Whether no further step may begin.</summary>
    public bool IsStopped => _stopped;

    public void Add(Step step)
    {
        lock (_sync)
        {
            _steps.Enqueue(step);
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>Drops the steps that were not begun; the one that is being done goes on.</summary>
    /// <returns>Whether none is being done.</returns>
    public bool Stop()
    {
        lock (_sync)
        {
            _stopped = true;
            _steps.Clear();
            Monitor.PulseAll(_sync);
            return !_busy;
        }
    }

    /// <summary>Waits until the last step is over. A thread that is not back by then is never used again.</summary>
    public void WaitOrAbandon(TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_sync)
        {
            while (_busy)
            {
                TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                {
                    _abandoned = true;
                    return;
                }

                Monitor.Wait(_sync, left);
            }
        }
    }

    private bool Loop(Action<Step, StepWorker> perform)
    {
        while (Next() is { } step)
        {
            perform(step, this);
        }

        return !_abandoned;
    }

    private Step? Next()
    {
        lock (_sync)
        {
            _busy = false;
            Monitor.PulseAll(_sync);
            while (_steps.Count == 0 && !_stopped)
            {
                Monitor.Wait(_sync);
            }

            _busy = _steps.TryDequeue(out Step? step);
            return step;
        }
    }
}
