namespace RsmConformance.Contract.Agent;

/// <summary>
/// The threads on which steps are done, kept from session to session because starting one costs more than most steps. A thread
/// whose work does not come back is simply not there to be used again. Thread-safe.
/// </summary>
public sealed class AgentThreads : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Stack<Lane> _idle = [];
    private bool _disposed;

    /// <summary>Lets the idle threads end; those at work end when their work does.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            while (_idle.TryPop(out Lane? lane))
            {
                lane.Give(null);
            }
        }
    }

    /// <summary>Runs work on a thread of its own.</summary>
    /// <param name="work">The work. It must not throw; true means that the thread is fit for other work afterwards.</param>
    internal void Run(Func<bool> work)
    {
        Lane? lane;
        lock (_lock)
        {
            _idle.TryPop(out lane);
        }

        (lane ?? new Lane(this)).Give(work);
    }

    private bool TryKeep(Lane lane)
    {
        lock (_lock)
        {
            if (!_disposed)
            {
                _idle.Push(lane);
            }

            return !_disposed;
        }
    }

    private sealed class Lane
    {
        private readonly AgentThreads _owner;
        private readonly object _sync = new();
        private Func<bool>? _work;
        private bool _given;

        public Lane(AgentThreads owner)
        {
            _owner = owner;
            new Thread(Loop) { IsBackground = true, Name = "agent step" }.Start();
        }

        public void Give(Func<bool>? work)
        {
            lock (_sync)
            {
                _work = work;
                _given = true;
                Monitor.Pulse(_sync);
            }
        }

        private void Loop()
        {
            while (Take() is { } work && work() && _owner.TryKeep(this))
            {
            }
        }

        private Func<bool>? Take()
        {
            lock (_sync)
            {
                while (!_given)
                {
                    Monitor.Wait(_sync);
                }

                _given = false;
                return _work;
            }
        }
    }
}
