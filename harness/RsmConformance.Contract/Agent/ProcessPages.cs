namespace RsmConformance.Contract.Agent;

/// <summary>The memory that an agent keeps in a process for its own ends: output cells, access lists and bad addresses.</summary>
internal sealed class ProcessPages(IAgentProcess process, int pageSize)
{
    /// <summary>How far the read-only and forbidden memory reaches, in pages: further than any case does.</summary>
    private const int BadPages = 16;

    /// <summary>An odd place inside the junk, aligned as a handle would be.</summary>
    private const int JunkOffset = 0x5A8;
    private const uint JunkSeed = 0xBAD;
    private readonly Lock _lock = new();
    private readonly Stack<nint> _slots = [];
    private readonly Stack<nint> _lists = [];
    private nint? _readOnly;
    private nint? _unmapped;
    private nint? _garbage;

    /// <summary>Memory that can be read and not written.</summary>
    public nint ReadOnly
    {
        get
        {
            lock (_lock)
            {
                return _readOnly ??= process.Allocate((long)BadPages * pageSize, PageAccess.ReadOnly);
            }
        }
    }

    /// <summary>An address where nothing is mapped.</summary>
    public nint Unmapped
    {
        get
        {
            lock (_lock)
            {
                return _unmapped ??= process.Allocate((long)BadPages * pageSize, PageAccess.None);
            }
        }
    }

    /// <summary>An address that was never a handle. It can be read, so that looking at it is no crash by itself.</summary>
    public nint Garbage
    {
        get
        {
            lock (_lock)
            {
                return _garbage ??= MakeGarbage();
            }
        }
    }

    public nint TakeSlot()
    {
        lock (_lock)
        {
            if (_slots.Count == 0)
            {
                nint page = process.Allocate(pageSize, PageAccess.ReadWrite);
                for (int at = pageSize - OutputCell.SlotSize; at >= 0; at -= OutputCell.SlotSize)
                {
                    _slots.Push(page + at);
                }
            }

            return _slots.Pop();
        }
    }

    public void GiveSlot(nint slot)
    {
        lock (_lock)
        {
            _slots.Push(slot);
        }
    }

    /// <summary>A page that begins with these bytes and goes on with zeroes; more pages when they need it.</summary>
    public nint TakeList(ReadOnlySpan<byte> bytes)
    {
        byte[] whole = new byte[Math.Max(pageSize, bytes.Length)];
        bytes.CopyTo(whole);
        nint address;
        lock (_lock)
        {
            if (bytes.Length > pageSize || !_lists.TryPop(out address))
            {
                address = process.Allocate(whole.Length, PageAccess.ReadWrite);
            }
        }

        process.TryWrite(address, whole);
        return address;
    }

    public void GiveList(nint list)
    {
        lock (_lock)
        {
            _lists.Push(list);
        }
    }

    private nint MakeGarbage()
    {
        nint page = process.Allocate(pageSize, PageAccess.ReadWrite);
        byte[] junk = new byte[pageSize];
        Abi.DataPattern.Fill(junk, JunkSeed);
        process.TryWrite(page, junk);
        return page + JunkOffset;
    }
}
