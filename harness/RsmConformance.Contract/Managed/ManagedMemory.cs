using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Managed;

/// <summary>
/// The memory of one emulated process: real pages at real addresses, so that a store through <c>Marshal</c> to a page that does
/// not allow it ends the program, as it would in C. <see cref="TryRead"/> and <see cref="TryWrite"/> say instead whether the
/// process may do so. What an implementation maps by other ways is not memory of the process. Thread-safe.
/// </summary>
public sealed class ManagedMemory : IDisposable
{
    /// <summary>Below the lowest address that a system maps by itself, and page aligned.</summary>
    private const nint NeverMapped = 0x8000;

    private readonly Lock _lock = new();
    private readonly List<MappedRange> _ranges = [];
    private readonly int _pageSize;
    private bool _disposed;

    internal ManagedMemory(int pageSize) => _pageSize = pageSize;

    /// <summary>Maps fresh memory, zeroed.</summary>
    /// <param name="bytes">Its bytes, 1 at least, rounded up to whole pages.</param>
    /// <param name="access">What it allows.</param>
    /// <returns>Its address, page aligned.</returns>
    /// <exception cref="ObjectDisposedException">The session is over.</exception>
    public nint Allocate(long bytes, PageAccess access)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return access == PageAccess.None
            ? NeverMapped
            : Keep(new SharedPages((bytes + _pageSize - 1) / _pageSize * _pageSize), 0, bytes, access);
    }

    /// <summary>
    /// Maps memory of a process, this one or another, a second time, as an import does: both addresses show the same bytes, each
    /// with its own access. The bytes stay when their first owner ends.
    /// </summary>
    /// <param name="owner">Whose memory.</param>
    /// <param name="address">Its address there, page aligned.</param>
    /// <param name="bytes">The bytes, 1 at least.</param>
    /// <param name="access">What the new mapping allows; not <see cref="PageAccess.None"/>.</param>
    /// <param name="view">The address of the new mapping in this process.</param>
    /// <returns>False when that memory is not one mapping of its owner.</returns>
    public bool TryMap(ManagedMemory owner, nint address, long bytes, PageAccess access, out nint view)
    {
        ArgumentNullException.ThrowIfNull(owner);
        view = 0;
        if (access == PageAccess.None || bytes < 1 || address % _pageSize != 0 || owner.Find(address, bytes) is not { } range)
        {
            return false;
        }

        view = Keep(range.Pages, range.OffsetOf(address), bytes, access);
        return true;
    }

    /// <summary>Ends a mapping.</summary>
    /// <param name="address">Its address, as <see cref="Allocate"/> or <see cref="TryMap"/> gave it.</param>
    /// <returns>False when no mapping begins there.</returns>
    public bool Unmap(nint address)
    {
        MappedRange? range;
        lock (_lock)
        {
            range = _ranges.Find(r => r.Start == address);
            if (range is not null)
            {
                _ranges.Remove(range);
            }
        }

        range?.Dispose();
        return range is not null;
    }

    /// <summary>What the process may do with memory.</summary>
    /// <param name="address">Where it begins.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <returns><see cref="PageAccess.None"/> when it is not one mapping.</returns>
    public PageAccess AccessOf(nint address, long bytes) => Find(address, bytes)?.Access ?? PageAccess.None;

    /// <summary>Loads bytes as the process would.</summary>
    /// <param name="address">Where from.</param>
    /// <param name="target">Where to.</param>
    /// <returns>False when the load would fault.</returns>
    public bool TryRead(nint address, Span<byte> target) =>
        Find(address, target.Length) is { } range && range.TryRead(address, target);

    /// <summary>Stores bytes as the process would.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="source">What.</param>
    /// <returns>False when the store would fault.</returns>
    public bool TryWrite(nint address, ReadOnlySpan<byte> source) =>
        Find(address, source.Length) is { Access: PageAccess.ReadWrite } range && range.TryWrite(address, source);

    /// <summary>Unmaps everything.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _ranges.ForEach(r => r.Dispose());
            _ranges.Clear();
        }
    }

    private nint Keep(SharedPages pages, long offset, long bytes, PageAccess access)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var range = new MappedRange(pages, offset, (bytes + _pageSize - 1) / _pageSize * _pageSize, access);
            _ranges.Add(range);
            return range.Start;
        }
    }

    private MappedRange? Find(nint address, long bytes)
    {
        lock (_lock)
        {
            return _ranges.Find(r => r.Holds(address, bytes));
        }
    }
}
