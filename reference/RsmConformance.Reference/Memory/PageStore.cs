using System.IO.MemoryMappedFiles;

namespace RsmConformance.Reference;

/// <summary>
/// The memory of a cluster: anonymous shared objects, cut into page ranges. An object is made when it is first needed, because
/// most clusters live for one short case. Thread-safe.
/// </summary>
internal sealed class PageStore : IDisposable
{
    private const long ChunkBytes = 1 << 20;
    private readonly Lock _lock = new();
    private readonly List<Chunk> _chunks = [];
    private readonly Dictionary<long, Stack<PageRange>> _free = [];
    private readonly Dictionary<PageRange, int> _holds = [];
    private long _next = ChunkBytes;
    private int _current = -1;

    public static int PageSize { get; } = Environment.SystemPageSize;

    public static long RoundUp(long bytes) => (bytes + PageSize - 1) / PageSize * PageSize;

    /// <summary>Zeroed pages, with a page that belongs to nobody behind them, held once.</summary>
    public PageRange Allocate(long bytes)
    {
        long length = Math.Max(RoundUp(bytes), PageSize);
        lock (_lock)
        {
            PageRange range = Reuse(length) ?? Cut(length);
            _holds[range] = 1;
            return range;
        }
    }

    /// <summary>Keeps allocated pages from being reused: a mapping, or an export, lives longer than the buffer that made them.</summary>
    public void Hold(PageRange whole)
    {
        if (!TryHold(whole))
        {
            throw new InvalidOperationException("these pages have been released");
        }
    }

    /// <summary>As <see cref="Hold"/>, for pages that another process may have released meanwhile.</summary>
    public bool TryHold(PageRange whole)
    {
        lock (_lock)
        {
            bool live = _holds.TryGetValue(whole, out int holds);
            if (live)
            {
                _holds[whole] = holds + 1;
            }

            return live;
        }
    }

    public void Release(PageRange whole)
    {
        lock (_lock)
        {
            if (--_holds[whole] > 0)
            {
                return;
            }

            _holds.Remove(whole);
            if (!_free.TryGetValue(whole.Length, out Stack<PageRange>? stack))
            {
                _free[whole.Length] = stack = new Stack<PageRange>();
            }

            stack.Push(whole);
        }
    }

    public nint Address(PageRange range) => ChunkOf(range).Base + (nint)range.Offset;

    public void Read(PageRange range, long offset, Span<byte> target) => ChunkOf(range).Read(range.Offset + offset, target);

    public void Write(PageRange range, long offset, ReadOnlySpan<byte> source) => ChunkOf(range).Write(range.Offset + offset, source);

    /// <summary>A second view of the same pages, at another address.</summary>
    public MemoryMappedViewAccessor View(PageRange range) =>
        ChunkOf(range).File.CreateViewAccessor(range.Offset, range.Length, MemoryMappedFileAccess.ReadWrite);

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (Chunk chunk in _chunks)
            {
                chunk.Dispose();
            }

            _chunks.Clear();
        }
    }

    private PageRange? Reuse(long length)
    {
        if (!_free.TryGetValue(length, out Stack<PageRange>? stack) || !stack.TryPop(out PageRange? range))
        {
            return null;
        }

        Span<byte> zeroes = stackalloc byte[512];
        zeroes.Clear();
        for (long at = 0; at < length; at += zeroes.Length)
        {
            _chunks[range.Chunk].Write(range.Offset + at, zeroes);
        }

        return range;
    }

    private PageRange Cut(long length)
    {
        if (length > ChunkBytes / 4)
        {
            _chunks.Add(new Chunk(length));
            return new PageRange(_chunks.Count - 1, 0, length);
        }

        if (_next + length > ChunkBytes)
        {
            _chunks.Add(new Chunk(ChunkBytes));
            _current = _chunks.Count - 1;
            _next = 0;
        }

        var range = new PageRange(_current, _next, length);
        _next += length + PageSize;
        return range;
    }

    private Chunk ChunkOf(PageRange range)
    {
        lock (_lock)
        {
            return _chunks[range.Chunk];
        }
    }

    private sealed class Chunk : IDisposable
    {
        private readonly MemoryMappedViewAccessor _view;

        public Chunk(long bytes)
        {
            File = MemoryMappedFile.CreateNew(null, bytes);
            _view = File.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.ReadWrite);
            Base = _view.SafeMemoryMappedViewHandle.DangerousGetHandle();
        }

        public MemoryMappedFile File { get; }

        public nint Base { get; }

        public void Read(long offset, Span<byte> target) =>
            _view.SafeMemoryMappedViewHandle.ReadSpan((ulong)offset, target);

        public void Write(long offset, ReadOnlySpan<byte> source) =>
            _view.SafeMemoryMappedViewHandle.WriteSpan((ulong)offset, source);

        public void Dispose()
        {
            _view.Dispose();
            File.Dispose();
        }
    }
}
