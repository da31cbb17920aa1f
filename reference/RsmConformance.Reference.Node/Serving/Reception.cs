namespace RsmConformance.Reference.Node;

/// <summary>
/// Takes connections. One descriptor is kept in reserve, so that whoever comes when all are taken is sent away and does not wait for
/// an answer that never comes.
/// </summary>
internal sealed class Reception(Quota quota, Events events)
{
    private long _reserve = Posix.Events();

    /// <summary>The next connection of a listener, within what its user may have; null if there is none.</summary>
    public Connection? Take(int listener, ServedNode node)
    {
        long descriptor = Posix.Accept(listener);
        if (descriptor == -Posix.TooManyOpen)
        {
            SendAway(listener);
        }

        if (descriptor < 0)
        {
            return null;
        }

        if (Peer.Of((int)descriptor) is { } peer && quota.TryTake(peer.Identity.Uid, 1))
        {
            if (events.Add((int)descriptor))
            {
                return new Connection((int)descriptor, node, peer);
            }

            quota.GiveBack(peer.Identity.Uid, 1);
        }

        Posix.Close((int)descriptor);
        return null;
    }

    private void SendAway(int listener)
    {
        Posix.Close((int)_reserve);
        long descriptor = Posix.Accept(listener);
        if (descriptor >= 0)
        {
            Posix.Close((int)descriptor);
        }

        _reserve = Posix.Events();
    }
}
