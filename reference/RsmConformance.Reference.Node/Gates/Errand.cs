namespace RsmConformance.Reference.Node;

/// <summary>
/// A request that gates may hold. It has a thread of its own, so that it can stand still while the daemon goes on; but the two take
/// turns, and never more than one of them is at work: nothing in the daemon needs a lock.
/// </summary>
internal sealed class Errand
{
    private readonly object _sync = new();
    private readonly Action _act;
    private bool _isItsTurn;
    private bool _hasBegun;
    private RsmError? _verdict;

    public Errand(Connection connection, Action act) => (Connection, _act) = (connection, act);

    /// <summary>Where the request has come from, and its answer goes.</summary>
    public Connection Connection { get; }

    /// <summary>Lets it go on, to its end or to the next gate that holds it. The caller waits meanwhile.</summary>
    /// <param name="verdict">The code that the gate which holds it makes it fail with; null to go on.</param>
    public void GoOn(RsmError? verdict)
    {
        _verdict = verdict;
        if (!_hasBegun)
        {
            _hasBegun = true;
            new Thread(Run) { IsBackground = true, Name = "errand" }.Start();
        }

        Hand(toErrand: true);
        Await(itsTurn: false);
    }

    /// <summary>Called by the request itself: stands still until it may go on.</summary>
    public RsmError? StandStill()
    {
        Hand(toErrand: false);
        Await(itsTurn: true);
        return _verdict;
    }

    private void Run()
    {
        Await(itsTurn: true);
        _act();
        Hand(toErrand: false);
    }

    private void Hand(bool toErrand)
    {
        lock (_sync)
        {
            _isItsTurn = toErrand;
            Monitor.PulseAll(_sync);
        }
    }

    private void Await(bool itsTurn)
    {
        lock (_sync)
        {
            while (_isItsTurn != itsTurn)
            {
                Monitor.Wait(_sync);
            }
        }
    }
}
