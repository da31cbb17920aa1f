using System.Diagnostics;

namespace RsmConformance.Reference.Native;

/// <summary>
/// Signals and the descriptors that they arrive on. A wait is one ppoll(2), which a signal handler's return ends; no descriptor is
/// closed, and its number used again, under a thread that waits. Thread-safe.
/// </summary>
internal sealed class NativeSignals(ISegmentDescriptors descriptors) : ISignals
{
    private readonly object _sync = new();
    private readonly Dictionary<int, int> _waiters = [];
    private readonly HashSet<int> _open = [];

    public long Open()
    {
        long descriptor = descriptors.Open();
        if (descriptor >= 0)
        {
            lock (_sync)
            {
                _open.Add((int)descriptor);
            }
        }

        return descriptor;
    }

    public void Close(int descriptor)
    {
        lock (_sync)
        {
            Posix.Shut(descriptor);
            _open.Remove(descriptor);
            while (_waiters.ContainsKey(descriptor))
            {
                Monitor.Wait(_sync);
            }
        }

        descriptors.Close(descriptor);
    }

    public void Arrived(SegmentEntry entry, bool accumulates) => descriptors.Ring(entry.Descriptor, accumulates);

    public WaitEnd Wait(Call call, SegmentEntry entry, int timeoutMilliseconds)
    {
        int descriptor = entry.Descriptor;
        lock (_sync)
        {
            if (!_open.Contains(descriptor))
            {
                return WaitEnd.Gone;
            }

            _waiters[descriptor] = _waiters.GetValueOrDefault(descriptor) + 1;
        }

        try
        {
            return Wait(descriptor, timeoutMilliseconds);
        }
        finally
        {
            lock (_sync)
            {
                if (--_waiters[descriptor] == 0)
                {
                    _waiters.Remove(descriptor);
                    Monitor.PulseAll(_sync);
                }
            }
        }
    }

    /// <summary>Whoever waits finds the conversation at its end; <see cref="Close"/> waits for them.</summary>
    public void Ended(SegmentEntry entry) => Posix.Shut(entry.Descriptor);

    /// <summary>Takes a signal that has arrived on a descriptor, if that is one of a segment.</summary>
    public void TakeArrived(int descriptor)
    {
        lock (_sync)
        {
            if (_open.Contains(descriptor))
            {
                Take(descriptor);
            }
        }
    }

    private WaitEnd Wait(int descriptor, int timeoutMilliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            switch (Take(descriptor))
            {
                case 1:
                    return WaitEnd.Ready;
                case -Posix.TryAgain or -Posix.Interrupted:
                    break;
                default:
                    return WaitEnd.Gone;
            }

            int left = timeoutMilliseconds < 0 ? -1
                : (int)Math.Max(0, timeoutMilliseconds - Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            long ready = Posix.WaitReadable(descriptor, left);
            if (ready <= 0)
            {
                return ready == 0 ? WaitEnd.TimedOut : WaitEnd.Interrupted;
            }
        }
    }

    private unsafe long Take(int descriptor)
    {
        byte signal;
        long taken = Posix.ReceiveNow(descriptor, &signal, 1);
        if (taken == 1)
        {
            descriptors.Taken(descriptor);
        }

        return taken;
    }
}
