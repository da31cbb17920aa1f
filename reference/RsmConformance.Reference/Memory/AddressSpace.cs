using System.IO.MemoryMappedFiles;

namespace RsmConformance.Reference;

/// <summary>
/// The memory of one emulated process: regions with real addresses and rights. Loads and stores go through
/// <see cref="TryRead"/> and <see cref="TryWrite"/>, so that a pointer that is NULL, unmapped or read-only is noticed instead of
/// ending the program. Thread-safe.
/// </summary>
public sealed partial class AddressSpace : IProcessMemory
{
    private readonly Lock _lock = new();
    private readonly PageStore _store;
    private readonly List<Region> _regions = [];
    private readonly List<Region> _overlays = [];

    internal AddressSpace(PageStore store) => _store = store;

    /// <summary>Bytes of a page.</summary>
    public static int PageSize => PageStore.PageSize;

    /// <summary>Makes a region of zeroed memory, as mmap(2) would.</summary>
    /// <param name="bytes">Its bytes, at least 1; rounded up to whole pages. The page behind it is never mapped.</param>
    /// <param name="access">What loads and stores it allows.</param>
    /// <returns>Its address, page aligned.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is not positive.</exception>
    public nint Allocate(long bytes, MemoryAccess access = MemoryAccess.ReadWrite)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        PageRange pages = _store.Allocate(bytes);
        nint address = _store.Address(pages);
        lock (_lock)
        {
            Insert(new Region(address, pages.Length, access, pages, pages, null));
        }

        return address;
    }

    /// <summary>Ends a region. Memory that is exported lives on for the exporter's peers, but not at this address.</summary>
    /// <param name="address">What <see cref="Allocate"/> returned.</param>
    /// <exception cref="ArgumentException">No region starts there.</exception>
    public void Free(nint address)
    {
        if (!Remove(address))
        {
            throw new ArgumentException("no region starts at this address", nameof(address));
        }
    }

    /// <summary>Loads bytes.</summary>
    /// <param name="address">Where from.</param>
    /// <param name="target">Where to; not touched when the load faults.</param>
    /// <returns>False if the load faults.</returns>
    public bool TryRead(nint address, Span<byte> target)
    {
        lock (_lock)
        {
            Region? region = Find(address, target.Length);
            if (region is null || !region.Access.HasFlag(MemoryAccess.Read))
            {
                return false;
            }

            region.Read(_store, address - region.Address, target);
            return true;
        }
    }

    /// <summary>Stores bytes.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="source">What.</param>
    /// <returns>False if the store faults; then nothing was stored.</returns>
    public bool TryWrite(nint address, ReadOnlySpan<byte> source)
    {
        lock (_lock)
        {
            Region? region = Find(address, source.Length);
            if (region is null || !region.Access.HasFlag(MemoryAccess.Write))
            {
                return false;
            }

            region.Write(_store, address - region.Address, source);
            return true;
        }
    }

    /// <summary>What may be done with a range.</summary>
    /// <param name="address">Its start.</param>
    /// <param name="length">Its bytes.</param>
    /// <returns>The rights, or null if the range is not wholly inside one region.</returns>
    public MemoryAccess? AccessAt(nint address, long length)
    {
        lock (_lock)
        {
            return Find(address, length)?.Access;
        }
    }

    RsmError IProcessMemory.FindPages(nint address, long length, out ExportablePages? pages)
    {
        pages = null;
        lock (_lock)
        {
            Region? region = Find(address, length);
            if (region is null || region.IsMapping)
            {
                return RsmError.RSMERR_BAD_ADDR;
            }

            _store.Hold(region.Held);
            pages = new ExportablePages(region.Pages.Slice(address - region.Address, length), region.Held);
            return RsmError.RSM_SUCCESS;
        }
    }

    void IProcessMemory.ReturnPages(PageRange held) => _store.Release(held);

    /// <summary>Every map of an emulated process is cut at its end, so nobody sees the old pages.</summary>
    PageRange? IProcessMemory.MoveToFreshPages(PageRange held) => null;

    bool IProcessMemory.TryHoldPages(PageRange held) => _store.TryHold(held);

    /// <summary>Nodes of one program say everything at once.</summary>
    bool IProcessMemory.IsOrphaned(PageRange held) => false;

    void IProcessMemory.ReleasePages(PageRange held) => _store.Release(held);

    nint? IProcessMemory.Map(PageRange pages, PageRange held, MemoryAccess access, nint? fixedAddress)
    {
        _store.Hold(held);
        MemoryMappedViewAccessor view = _store.View(pages);
        nint address = fixedAddress ?? (view.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)view.PointerOffset);
        var region = new Region(address, pages.Length, access, pages, held, view) { IsMapping = true };
        lock (_lock)
        {
            if (fixedAddress is null)
            {
                Insert(region);
            }
            else
            {
                // A fixed mapping covers what was there, as mmap(2) with MAP_FIXED does.
                _overlays.Add(region);
            }
        }

        return address;
    }

    void IProcessMemory.Unmap(nint address) => Remove(address);

    void IProcessMemory.Repoint(nint address, PageRange pages, PageRange held)
    {
        lock (_lock)
        {
            if (Starting(address) is not { IsTrash: false } region)
            {
                return;
            }

            _store.Hold(held);
            _store.Release(region.Held);

            // The old view keeps the addresses reserved; loads and stores go to the new pages.
            region.Pages = pages;
            region.Held = held;
            region.IsRepointed = true;
        }
    }

    void IProcessMemory.TurnToTrash(nint address)
    {
        lock (_lock)
        {
            Starting(address)?.TurnToTrash();
        }
    }

    nint IProcessMemory.AllocateHeap(long bytes) => Allocate(bytes);

    void IProcessMemory.FreeHeap(nint address) => Remove(address);

    internal void Clear()
    {
        lock (_lock)
        {
            foreach (Region region in _regions.Concat(_overlays))
            {
                End(region);
            }

            _regions.Clear();
            _overlays.Clear();
        }
    }

    private bool Remove(nint address)
    {
        lock (_lock)
        {
            int overlay = _overlays.FindLastIndex(r => r.Address == address);
            if (overlay >= 0)
            {
                End(_overlays[overlay]);
                _overlays.RemoveAt(overlay);
                return true;
            }

            int at = IndexOf(address);
            if (at < 0 || _regions[at].Address != address)
            {
                return false;
            }

            End(_regions[at]);
            _regions.RemoveAt(at);
            return true;
        }
    }

    private void End(Region region)
    {
        region.View?.Dispose();
        _store.Release(region.Held);
    }

    private Region? Starting(nint address)
    {
        if (_overlays.FindLast(r => r.Address == address) is { } overlay)
        {
            return overlay;
        }

        int at = IndexOf(address);
        return at >= 0 && _regions[at].Address == address ? _regions[at] : null;
    }

    private Region? Find(nint address, long length)
    {
        if (_overlays.Count > 0 && _overlays.FindLast(r => r.Contains(address, length)) is { } overlay)
        {
            return overlay;
        }

        int at = IndexOf(address);
        return at >= 0 && _regions[at].Contains(address, length) ? _regions[at] : null;
    }

    private void Insert(Region region) => _regions.Insert(IndexOf(region.Address) + 1, region);

    /// <summary>The last region that starts at or below an address; -1 if none does.</summary>
    private int IndexOf(nint address)
    {
        int low = 0;
        int high = _regions.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_regions[middle].Address <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
