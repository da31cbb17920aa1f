namespace RsmConformance.Reference.Node;

/// <summary>The shared pages of all nodes. They belong to this daemon, so that no process can change who may open them.</summary>
internal sealed class PageTable(Quota quota)
{
    private const int DescriptorsOfEach = 2;
    private readonly Dictionary<int, Pages> _pages = [];
    private int _last;

    public int Count => _pages.Count;

    /// <summary>New pages of a process, within what its user may have.</summary>
    /// <returns>A descriptor that may be written, which the table keeps; or a negated errno.</returns>
    public long Allocate(int process, uint user, long length, out int chunk)
    {
        chunk = 0;
        if (length <= 0 || length % Environment.SystemPageSize != 0)
        {
            return -Posix.Invalid;
        }

        if (!quota.TryTake(user, DescriptorsOfEach))
        {
            return -Posix.TooManyOpen;
        }

        long writes = Posix.NewPages((nint)length, out int reads);
        if (writes < 0)
        {
            quota.GiveBack(user, DescriptorsOfEach);
            return writes;
        }

        chunk = ++_last;
        _pages.Add(chunk, new Pages(process, user, length, (int)writes, reads));
        return writes;
    }

    /// <summary>A descriptor of pages, which the table keeps; or a negated errno.</summary>
    public long Open(int chunk, bool writes) =>
        _pages.TryGetValue(chunk, out Pages? found) ? (writes ? found.Writes : found.Reads) : -Posix.Invalid;

    public bool Owns(int process, int chunk) => _pages.TryGetValue(chunk, out Pages? found) && found.Process == process;

    /// <summary>The number of the process that has made pages; null when they are gone.</summary>
    public int? OwnerOf(int chunk) => _pages.TryGetValue(chunk, out Pages? found) ? found.Process : null;

    public bool Contains(int process, PageRange range) =>
        _pages.TryGetValue(range.Chunk, out Pages? found) && found.Process == process
        && range.Offset >= 0 && range.Length > 0 && range.Offset <= found.Length && range.Length <= found.Length - range.Offset
        && range.Offset % Environment.SystemPageSize == 0;

    public void Forget(int chunk)
    {
        if (_pages.Remove(chunk, out Pages? found))
        {
            Posix.Close(found.Writes);
            Posix.Close(found.Reads);
            quota.GiveBack(found.User, DescriptorsOfEach);
        }
    }

    public void ForgetAll(int process)
    {
        foreach (int chunk in _pages.Where(p => p.Value.Process == process).Select(p => p.Key).ToList())
        {
            Forget(chunk);
        }
    }

    private sealed record Pages(int Process, uint User, long Length, int Writes, int Reads);
}
