namespace RsmConformance.Reference.Native;

/// <summary>
/// The memory of the process that the library was loaded into. Exported buffers keep their addresses and content and become shared
/// pages; pointers of the caller are tried by system calls, so that a bad one is an error. Thread-safe.
/// </summary>
internal sealed partial class NativeMemory(IPageSource source) : IProcessMemory
{
    private const int ProbeBytes = 64;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Chunk> _chunks = [];
    private readonly Dictionary<nint, (long Length, int Access)> _maps = [];

    public unsafe bool TryRead(nint address, Span<byte> target)
    {
        fixed (byte* to = target)
        {
            return Posix.Load(address, to, target.Length) == target.Length;
        }
    }

    public unsafe bool TryWrite(nint address, ReadOnlySpan<byte> source)
    {
        fixed (byte* from = source)
        {
            return Posix.Store(address, from, source.Length) == source.Length;
        }
    }

    public MemoryAccess? AccessAt(nint address, long length) => length is > 0 and <= ProbeBytes
        ? Probe(address, (int)length)
        : MemoryMaps.Covering(address, length)?.Aggregate(MemoryAccess.ReadWrite, (rights, map) => rights & map.Access);

    public nint AllocateHeap(long bytes) => Posix.Allocate((nint)bytes);

    public void FreeHeap(nint address) => Posix.Free(address);

    public bool TryHoldPages(PageRange held)
    {
        lock (_lock)
        {
            Hold(held.Chunk).Holds++;
            return true;
        }
    }

    public void ReleasePages(PageRange held)
    {
        lock (_lock)
        {
            Release(_chunks[held.Chunk]);
        }
    }

    public bool IsOrphaned(PageRange held)
    {
        lock (_lock)
        {
            return _chunks.TryGetValue(held.Chunk, out Chunk? chunk) && chunk.Owner is { IsOver: true };
        }
    }

    public nint? Map(PageRange pages, PageRange held, MemoryAccess access, nint? fixedAddress)
    {
        lock (_lock)
        {
            Watch(_chunks[pages.Chunk]);
        }

        long descriptor = source.Open(pages.Chunk, access.HasFlag(MemoryAccess.Write));
        if (descriptor < 0)
        {
            return null;
        }

        long mapped = Posix.Map(
            fixedAddress ?? 0, (nint)pages.Length, (int)access, (int)descriptor, pages.Offset, fixedAddress is null ? 0 : 1);
        Posix.Close((int)descriptor);
        if (mapped < 0)
        {
            return null;
        }

        lock (_lock)
        {
            _maps[(nint)mapped] = (pages.Length, (int)access);
        }

        return (nint)mapped;
    }

    public void Unmap(nint address)
    {
        lock (_lock)
        {
            if (_maps.Remove(address, out (long Length, int Access) map))
            {
                Posix.Unmap(address, (nint)map.Length);
            }
        }
    }

    public void Repoint(nint address, PageRange pages, PageRange held)
    {
        (long Length, int Access) map;
        lock (_lock)
        {
            if (!_maps.TryGetValue(address, out map))
            {
                return;
            }
        }

        long descriptor = source.Open(pages.Chunk, ((MemoryAccess)map.Access).HasFlag(MemoryAccess.Write));
        if (descriptor < 0 || Posix.Map(address, (nint)map.Length, map.Access, (int)descriptor, pages.Offset, 1) < 0)
        {
            // Without the new pages the old ones must go all the same: they are not the segment's any more.
            TurnToTrash(address);
        }

        if (descriptor >= 0)
        {
            Posix.Close((int)descriptor);
        }
    }

    public void TurnToTrash(nint address)
    {
        lock (_lock)
        {
            if (_maps.TryGetValue(address, out (long Length, int Access) map))
            {
                Posix.Map(address, (nint)map.Length, map.Access, -1, 0, 1);
            }
        }
    }

    private unsafe MemoryAccess? Probe(nint address, int length)
    {
        byte* bytes = stackalloc byte[ProbeBytes];
        return Posix.Load(address, bytes, length) != length ? null
            : Posix.Store(address, bytes, length) != length ? MemoryAccess.Read
            : MemoryAccess.ReadWrite;
    }

    /// <summary>From now on the end of the exporter is seen at once. This process need not watch itself.</summary>
    private void Watch(Chunk chunk)
    {
        if (chunk.Exports == 0)
        {
            chunk.Owner ??= Life.Of(source.OpenLife(chunk.Number));
        }
    }

    private Chunk Hold(int number)
    {
        if (!_chunks.TryGetValue(number, out Chunk? chunk))
        {
            _chunks.Add(number, chunk = new Chunk(number));
        }

        return chunk;
    }

    private void Release(Chunk chunk)
    {
        if (--chunk.Holds > 0)
        {
            return;
        }

        _chunks.Remove(chunk.Number);
        CloseWindows(chunk);
        chunk.Owner?.Forget();
        if (chunk.IsOwn)
        {
            source.Forget(chunk.Number);
        }
    }
}
