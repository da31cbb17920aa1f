namespace RsmConformance.Reference.Native;

/// <summary>
/// Pages that the daemon owns, so that nobody else can change who may open them. Each question has a connection of its own, because
/// the answer to another may have to wait for what is asked here.
/// </summary>
internal sealed class DaemonPages(string path) : IPageSource
{
    public long Allocate(long length, out int chunk)
    {
        long descriptor = Ask(new AllocatePages(length), out PagesGiven? given);
        chunk = given?.Chunk ?? 0;
        return descriptor;
    }

    public long Open(int chunk, bool writes) => Ask(new OpenPages(chunk, writes), out _);

    public long OpenLife(int chunk) => Ask(new WatchOwner(chunk), out _);

    public void Forget(int chunk) => Ask(new ForgetPages(chunk), out _);

    private long Ask(NodeMessage message, out PagesGiven? given)
    {
        given = null;
        long connection = Posix.Connect(path);
        if (connection < 0)
        {
            return connection;
        }

        int passed = -1;
        given = Packet.Send((int)connection, message) < 0 ? null : Packet.Receive((int)connection, out passed) as PagesGiven;
        Posix.Close((int)connection);
        return given is { Error: < 0 } ? given.Error : passed < 0 ? -Posix.Invalid : passed;
    }
}
