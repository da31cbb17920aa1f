using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Tests.Agent;

/// <summary>Memory with made-up addresses.</summary>
internal sealed class FakeMemory
{
    public const int PageSize = 4096;
    private readonly Lock _lock = new();
    private readonly List<(nint Address, byte[] Data, PageAccess Access)> _regions = [];
    private nint _next = 0x10000;

    public nint Allocate(long bytes, PageAccess access)
    {
        lock (_lock)
        {
            long rounded = (bytes + PageSize - 1) / PageSize * PageSize;
            nint address = _next;
            _regions.Add((address, new byte[rounded], access));
            _next += (nint)rounded + PageSize;
            return address;
        }
    }

    public bool TryRead(nint address, Span<byte> target)
    {
        lock (_lock)
        {
            if (Find(address, target.Length) is not { } region || region.Access == PageAccess.None)
            {
                return false;
            }

            region.Data.AsSpan((int)(address - region.Address), target.Length).CopyTo(target);
            return true;
        }
    }

    public bool TryWrite(nint address, ReadOnlySpan<byte> source)
    {
        lock (_lock)
        {
            if (Find(address, source.Length) is not { Access: PageAccess.ReadWrite } region)
            {
                return false;
            }

            source.CopyTo(region.Data.AsSpan((int)(address - region.Address)));
            return true;
        }
    }

    private (nint Address, byte[] Data, PageAccess Access)? Find(nint address, int length)
    {
        foreach (var region in _regions)
        {
            if (address >= region.Address && address + length <= region.Address + region.Data.Length)
            {
                return region;
            }
        }

        return null;
    }
}
