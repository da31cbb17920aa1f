using System.Diagnostics;

namespace RsmConformance.Reference;

/// <summary>
/// The calls of one process: where threads enter, wait and leave. Every wait of the library is a wait here, so that a process can be
/// interrupted and ended at any moment.
/// </summary>
internal sealed class CallDesk(int process, uint node, IGates gates, Action<ProcessEnd> end)
{
    private readonly object _sync = new();
    private readonly Dictionary<Thread, Call> _running = [];
    private readonly long[] _numbers = new long[Enum.GetValues<ApiFunction>().Length];
    private readonly int[] _inFlight = new int[Enum.GetValues<ApiFunction>().Length];
    private AllocationPlan? _armed;
    private AllocationPlan? _latest;
    private ProcessEnd? _end;

    public IGates Gates { get; } = gates;

    public int Process { get; } = process;

    public ProcessEnd? End
    {
        get
        {
            lock (_sync)
            {
                return _end;
            }
        }
    }

    /// <summary>Runs a call to its end. A process that ended meanwhile never sees the result.</summary>
    public int Run(ApiFunction function, Func<Call, RsmError> body)
    {
        Call call = Enter(function);
        try
        {
            RsmError result = body(call);
            call.Take(Gates.Leaving(call.Facts, result));
            ThrowIfEnded();
            return (int)result;
        }
        finally
        {
            Leave(function);
        }
    }

    public WaitEnd Wait(Call call, Func<bool> ready, int timeoutMilliseconds, bool interruptible)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_sync)
        {
            call.IsInterrupted = false;
            try
            {
                while (true)
                {
                    ThrowIfEnded();
                    if (ready())
                    {
                        return WaitEnd.Ready;
                    }

                    if (interruptible && call.IsInterrupted)
                    {
                        return WaitEnd.Interrupted;
                    }

                    int left = timeoutMilliseconds < 0
                        ? Timeout.Infinite
                        : timeoutMilliseconds - (int)Math.Min(int.MaxValue, (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    if (left <= 0 && left != Timeout.Infinite)
                    {
                        return WaitEnd.TimedOut;
                    }

                    Park(call);
                    Monitor.Wait(_sync, left);
                }
            }
            finally
            {
                call.IsParked = false;
                call.IsWaiting = false;
            }
        }
    }

    /// <summary>Something that a wait may be waiting for has changed.</summary>
    public void Wake(Action change)
    {
        lock (_sync)
        {
            change();
            Unpark();
        }
    }

    public bool WaitUntilBlocked(Thread thread, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_sync)
        {
            while (!(_running.TryGetValue(thread, out Call? call) && call.IsParked))
            {
                TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
                if (_end is not null || left <= TimeSpan.Zero)
                {
                    return false;
                }

                Monitor.Wait(_sync, left);
            }

            return true;
        }
    }

    public void Interrupt(Thread thread)
    {
        lock (_sync)
        {
            // A signal that arrives while the call does not wait has been caught and is over.
            if (_running.TryGetValue(thread, out Call? call) && call.IsWaiting)
            {
                call.IsInterrupted = true;
                Unpark();
            }
        }
    }

    public void FailAllocation(int k)
    {
        lock (_sync)
        {
            _armed = new AllocationPlan(k);
            _latest = null;
        }
    }

    public AllocationReport TakeAllocationReport()
    {
        lock (_sync)
        {
            AllocationPlan? plan = _latest;
            _latest = null;
            _armed = null;
            return plan?.Report() ?? new AllocationReport(0, false);
        }
    }

    public void ThrowIfEnded()
    {
        lock (_sync)
        {
            if (_end is { } end)
            {
                throw new ProcessEndedException(end);
            }
        }
    }

    /// <summary>A call touches an address that it must not.</summary>
    public void Crash()
    {
        end(ProcessEnd.SegmentationFault);
        ThrowIfEnded();
    }

    /// <summary>Ends the process and waits until the calls of all other threads have unwound.</summary>
    /// <returns>False if it had ended before.</returns>
    public bool Finish(ProcessEnd how)
    {
        lock (_sync)
        {
            if (_end is not null)
            {
                return false;
            }

            _end = how;
            Monitor.PulseAll(_sync);
            while (_running.Count > (_running.ContainsKey(Thread.CurrentThread) ? 1 : 0))
            {
                Monitor.Wait(_sync);
            }

            return true;
        }
    }

    private Call Enter(ApiFunction function)
    {
        lock (_sync)
        {
            ThrowIfEnded();
            AllocationPlan? plan = _armed;
            if (plan is not null)
            {
                _armed = null;
                _latest = plan;
            }

            var facts = new CallFacts(
                function, Process, node, ++_numbers[(int)function], ++_inFlight[(int)function], Environment.CurrentManagedThreadId)
            {
                Beside = _running.Count + 1 - _inFlight[(int)function],
            };
            var call = new Call(this, facts, plan);
            _running.Add(Thread.CurrentThread, call);
            return call;
        }
    }

    private void Leave(ApiFunction function)
    {
        lock (_sync)
        {
            _inFlight[(int)function]--;
            _running.Remove(Thread.CurrentThread);
            if (_end is not null)
            {
                Monitor.PulseAll(_sync);
            }
        }
    }

    private void Park(Call call)
    {
        if (!call.IsParked)
        {
            call.IsParked = true;
            call.IsWaiting = true;
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>Nobody counts as blocked until it has looked again; else a call just released would still pass for a held one.</summary>
    private void Unpark()
    {
        foreach (Call call in _running.Values)
        {
            call.IsParked = false;
        }

        Monitor.PulseAll(_sync);
    }
}
