using System.IO.MemoryMappedFiles;

namespace RsmConformance.Reference;

/// <summary>A range of addresses of one process and what stands behind it. Guarded by its address space.</summary>
internal sealed class Region(nint address, long length, MemoryAccess access, PageRange pages, PageRange held, MemoryMappedViewAccessor? view)
{
    private byte[]? _trash;

    public nint Address { get; } = address;

    public long Length { get; } = length;

    public MemoryAccess Access { get; } = access;

    /// <summary>The pages behind the range.</summary>
    public PageRange Pages { get; set; } = pages;

    /// <summary>The allocation that the pages belong to, kept alive by this region.</summary>
    public PageRange Held { get; set; } = held;

    /// <summary>The view of a mapping; null when the addresses are those of the allocation itself.</summary>
    public MemoryMappedViewAccessor? View { get; } = view;

    /// <summary>The view only keeps the addresses; the pages behind them are others by now.</summary>
    public bool IsRepointed { get; set; }

    public bool IsMapping { get; init; }

    public bool IsTrash => _trash is not null;

    public bool Contains(nint address, long length) =>
        address >= Address && length >= 0 && length <= Length && address - Address <= Length - length;

    /// <summary>From now on loads and stores reach memory that means nothing.</summary>
    public void TurnToTrash() => _trash ??= new byte[PageStore.PageSize];

    public void Read(PageStore store, long offset, Span<byte> target)
    {
        if (_trash is null)
        {
            ReadLive(store, offset, target);
            return;
        }

        for (int done = 0; done < target.Length;)
        {
            int at = (int)((offset + done) % _trash.Length);
            int run = Math.Min(_trash.Length - at, target.Length - done);
            _trash.AsSpan(at, run).CopyTo(target[done..]);
            done += run;
        }
    }

    public void Write(PageStore store, long offset, ReadOnlySpan<byte> source)
    {
        if (_trash is null)
        {
            WriteLive(store, offset, source);
            return;
        }

        for (int done = 0; done < source.Length;)
        {
            int at = (int)((offset + done) % _trash.Length);
            int run = Math.Min(_trash.Length - at, source.Length - done);
            source.Slice(done, run).CopyTo(_trash.AsSpan(at));
            done += run;
        }
    }

    private void ReadLive(PageStore store, long offset, Span<byte> target)
    {
        if (View is null || IsRepointed)
        {
            store.Read(Pages, offset, target);
        }
        else
        {
            View.SafeMemoryMappedViewHandle.ReadSpan((ulong)(View.PointerOffset + offset), target);
        }
    }

    private void WriteLive(PageStore store, long offset, ReadOnlySpan<byte> source)
    {
        if (View is null || IsRepointed)
        {
            store.Write(Pages, offset, source);
        }
        else
        {
            View.SafeMemoryMappedViewHandle.WriteSpan((ulong)(View.PointerOffset + offset), source);
        }
    }
}
