using System.Diagnostics;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>Which steps are begun and which are over, for the steps that wait for others.</summary>
internal sealed class StepBoard
{
    private readonly object _sync = new();
    private readonly Dictionary<StepId, Entry> _entries = [];
    private bool _stopped;

    public Entry Begin(StepId step, IAgentProcess? process)
    {
        var entry = new Entry(Thread.CurrentThread, process);
        lock (_sync)
        {
            _entries[step] = entry;
            Monitor.PulseAll(_sync);
        }

        return entry;
    }

    public void End(Entry entry)
    {
        lock (_sync)
        {
            entry.IsOver = true;
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>Nobody needs to wait any more.</summary>
    public void Stop()
    {
        lock (_sync)
        {
            _stopped = true;
            Monitor.PulseAll(_sync);
        }
    }

    public Entry? WaitForBegin(StepId step, TimeSpan limit)
    {
        Entry? entry = null;
        Wait(() => _entries.TryGetValue(step, out entry), limit);
        return entry;
    }

    public bool WaitUntilOver(Entry entry, TimeSpan limit) => Wait(() => entry.IsOver, limit);

    private bool Wait(Func<bool> ready, TimeSpan limit)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_sync)
        {
            while (!ready())
            {
                TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
                if (_stopped || left <= TimeSpan.Zero)
                {
                    return false;
                }

                Monitor.Wait(_sync, left);
            }

            return true;
        }
    }

    /// <summary>A step that was begun; of a repeated step, its latest time.</summary>
    public sealed class Entry(Thread thread, IAgentProcess? process)
    {
        public Thread Thread { get; } = thread;

        public IAgentProcess? Process { get; } = process;

        /// <summary>Guarded by the board.</summary>
        public bool IsOver { get; set; }
    }
}
