namespace RsmConformance.Reference.Native;

/// <summary>Pages of a process that is a cluster of its own.</summary>
internal sealed class EmbeddedPages : IPageSource
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (int Writes, int Reads)> _chunks = [];
    private int _last;

    public long Allocate(long length, out int chunk)
    {
        chunk = 0;
        long made = Posix.NewPages((nint)length, out int readOnly);
        if (made < 0)
        {
            return made;
        }

        lock (_lock)
        {
            chunk = ++_last;
            _chunks.Add(chunk, ((int)made, readOnly));
        }

        long own = Posix.Duplicate((int)made);
        if (own < 0)
        {
            Forget(chunk);
        }

        return own;
    }

    public long Open(int chunk, bool writes)
    {
        lock (_lock)
        {
            return _chunks.TryGetValue(chunk, out (int Writes, int Reads) found)
                ? Posix.Duplicate(writes ? found.Writes : found.Reads) : -Posix.Invalid;
        }
    }

    /// <summary>All pages are this process's own.</summary>
    public long OpenLife(int chunk) => -Posix.Invalid;

    public void Forget(int chunk)
    {
        lock (_lock)
        {
            if (_chunks.Remove(chunk, out (int Writes, int Reads) found))
            {
                Posix.Close(found.Writes);
                Posix.Close(found.Reads);
            }
        }
    }
}
