namespace RsmConformance.Reference.Node;

/// <summary>Gives processes the pages that they may have, with the rights that they have.</summary>
internal static class PageRequests
{
    public static void Take(Daemon daemon, Connection connection, ClientProcess process, NodeMessage message)
    {
        switch (message)
        {
            case AllocatePages m:
                long made = daemon.Pages.Allocate(process.Number, connection.Peer.Identity.Uid, m.Length, out int chunk);
                Give(daemon, connection, chunk, made);
                break;
            case OpenPages m:
                Give(daemon, connection, m.Chunk, Open(daemon, process, m));
                break;
            case WatchOwner m:
                Give(daemon, connection, m.Chunk, LifeOf(daemon, process, m.Chunk));
                break;
            case ForgetPages m:
                if (daemon.Pages.Owns(process.Number, m.Chunk))
                {
                    daemon.Pages.Forget(m.Chunk);
                }

                Give(daemon, connection, m.Chunk, -Posix.Invalid);
                break;
            default:
                throw new BadMessageException($"says {message.GetType().Name}");
        }
    }

    private static long Open(Daemon daemon, ClientProcess process, OpenPages asked)
    {
        if (daemon.Pages.Owns(process.Number, asked.Chunk))
        {
            return daemon.Pages.Open(asked.Chunk, asked.Writes);
        }

        return process.Node.Agent.RightsTo(process.Number, asked.Chunk) is { } rights && (rights.Writes || !asked.Writes)
            ? daemon.Pages.Open(asked.Chunk, asked.Writes) : -Posix.Invalid;
    }

    private static long LifeOf(Daemon daemon, ClientProcess process, int chunk) =>
        daemon.Pages.OwnerOf(chunk) is not { } owner ? -Posix.NoSuchProcess
        : process.Node.Agent.RightsTo(process.Number, chunk) is null ? -Posix.Invalid
        : daemon.LifeOf(owner);

    private static void Give(Daemon daemon, Connection connection, int chunk, long descriptor) =>
        daemon.Reply(connection, new PagesGiven(chunk, (int)Math.Min(0, descriptor)), (int)Math.Max(-1, descriptor));
}
