using System.IO.MemoryMappedFiles;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Managed;

/// <summary>Pages without an address, which live as long as a mapping of them does.</summary>
internal sealed class SharedPages(long bytes)
{
    private readonly Lock _lock = new();
    private readonly MemoryMappedFile _file = MemoryMappedFile.CreateNew(null, bytes);
    private int _views;

    public MemoryMappedViewAccessor Map(long offset, long length, PageAccess access)
    {
        lock (_lock)
        {
            MemoryMappedFileAccess granted = access == PageAccess.ReadOnly ? MemoryMappedFileAccess.Read : MemoryMappedFileAccess.ReadWrite;
            MemoryMappedViewAccessor view = _file.CreateViewAccessor(offset, length, granted);
            _views++;
            return view;
        }
    }

    public void GiveBack()
    {
        lock (_lock)
        {
            if (--_views == 0)
            {
                _file.Dispose();
            }
        }
    }
}

/// <summary>Pages at an address.</summary>
internal sealed class MappedRange : IDisposable
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly long _offset;
    private readonly long _length;

    public MappedRange(SharedPages pages, long offset, long length, PageAccess access)
    {
        Pages = pages;
        Access = access;
        _offset = offset;
        _length = length;
        _view = pages.Map(offset, length, access);
        Start = _view.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)_view.PointerOffset;
    }

    public SharedPages Pages { get; }

    public PageAccess Access { get; }

    public nint Start { get; }

    public bool Holds(nint address, long bytes) =>
        bytes >= 0 && address >= Start && bytes <= _length && address - Start <= _length - bytes;

    /// <summary>Where in the pages an address is.</summary>
    public long OffsetOf(nint address) => _offset + (address - Start);

    public bool TryRead(nint address, Span<byte> target)
    {
        try
        {
            _view.SafeMemoryMappedViewHandle.ReadSpan(Place(address), target);
            return true;
        }
        catch (ObjectDisposedException)
        {
            // It was unmapped since it was looked up: a thread of the process did so, and the access comes too late.
            return false;
        }
    }

    public bool TryWrite(nint address, ReadOnlySpan<byte> source)
    {
        try
        {
            _view.SafeMemoryMappedViewHandle.WriteSpan(Place(address), source);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _view.Dispose();
        Pages.GiveBack();
    }

    private ulong Place(nint address) => (ulong)(_view.PointerOffset + (address - Start));
}
