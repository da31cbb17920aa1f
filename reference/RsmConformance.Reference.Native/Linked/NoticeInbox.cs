namespace RsmConformance.Reference.Native;

/// <summary>
/// The connection that the agent tells things over. What is told holds in this process before the agent hears so, and before anybody
/// who waits for it goes on. When the daemon has gone, so has every connection. Thread-safe.
/// </summary>
internal sealed class NoticeInbox(int descriptor)
{
    private readonly object _taking = new();
    private bool _isOver;

    /// <summary>Waits for a notice and lets the library take it; false when there will be no more.</summary>
    public bool TakeNext(RsmLibrary library)
    {
        while (Posix.WaitReadable(descriptor, -1) == -Posix.Interrupted)
        {
        }

        lock (_taking)
        {
            if (Packet.Receive(descriptor, out _) is Noticed told)
            {
                library.Notice(told.Notice);
                _isOver = Packet.Send(descriptor, new NoticeTaken(told.Number)) < 0;
            }
            else
            {
                _isOver = true;
            }

            if (_isOver)
            {
                library.BreakAll();
            }

            Monitor.PulseAll(_taking);
            return !_isOver;
        }
    }

    /// <summary>Waits until nothing is left that has been told and does not hold yet.</summary>
    public void CatchUp()
    {
        lock (_taking)
        {
            while (!_isOver && Posix.WaitReadable(descriptor, 0) > 0)
            {
                Monitor.Wait(_taking);
            }
        }
    }
}
