namespace RsmConformance.Reference.Native;

internal sealed partial class NativeMemory
{
    public RsmError FindPages(nint address, long length, out ExportablePages? pages)
    {
        lock (_lock)
        {
            return FindAgain(address, length, out pages) ?? Share(address, length, out pages);
        }
    }

    public void ReturnPages(PageRange held)
    {
        lock (_lock)
        {
            Chunk chunk = _chunks[held.Chunk];
            if (--chunk.Exports == 0)
            {
                GivePrivatePages(chunk);
                chunk.Address = 0;
            }

            Release(chunk);
        }
    }

    public PageRange? MoveToFreshPages(PageRange held)
    {
        lock (_lock)
        {
            Chunk chunk = _chunks[held.Chunk];
            bool isWhole = MemoryMaps.Covering(chunk.Address, chunk.Length) is { } maps && maps.All(m => m.Inode == chunk.Inode);

            // Pages that several exports share stay: their other importers are live. Pages that the program has unmapped are gone.
            if (chunk.Exports != 1 || !isWhole || Put(chunk.Address, chunk.Length, out Chunk? fresh) != RsmError.RSM_SUCCESS)
            {
                return null;
            }

            chunk.Exports = 0;
            chunk.Address = 0;
            Release(chunk);
            return new PageRange(fresh!.Number, held.Offset, held.Length);
        }
    }

    /// <summary>Memory that is exported already is shared already.</summary>
    private RsmError? FindAgain(nint address, long length, out ExportablePages? pages)
    {
        pages = null;
        if (_chunks.Values.FirstOrDefault(c => c.Overlaps(address, length)) is not { } chunk)
        {
            return null;
        }

        if (!chunk.Contains(address, length))
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        chunk.Holds++;
        chunk.Exports++;
        pages = new ExportablePages(new PageRange(chunk.Number, address - chunk.Address, length), new PageRange(chunk.Number, 0, chunk.Length));
        return RsmError.RSM_SUCCESS;
    }

    private unsafe RsmError Share(nint address, long length, out ExportablePages? pages)
    {
        pages = null;
        byte here;
        bool isThisStack = (nint)(&here) >= address && (nint)(&here) - address < length;
        if (isThisStack || MemoryMaps.Covering(address, length) is not { } maps || !maps.All(m => m.IsMovable))
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        RsmError code = Put(address, length, out Chunk? chunk);
        if (chunk is not null)
        {
            var whole = new PageRange(chunk.Number, 0, length);
            pages = new ExportablePages(whole, whole);
        }

        return code;
    }

    /// <summary>Puts new shared pages with the same content behind a range, held once by an export.</summary>
    private RsmError Put(nint address, long length, out Chunk? made)
    {
        made = null;
        long descriptor = source.Allocate(length, out int number);
        if (descriptor < 0)
        {
            return Code(descriptor);
        }

        long inode = Posix.Inode((int)descriptor);
        long result = Posix.FillPages((int)descriptor, address, (nint)length);
        if (result >= 0)
        {
            result = Posix.Map(address, (nint)length, (int)MemoryAccess.ReadWrite, (int)descriptor, 0, 1);
        }

        Posix.Close((int)descriptor);
        if (result < 0)
        {
            source.Forget(number);
            return Code(result);
        }

        made = new Chunk(number) { IsOwn = true, Holds = 1, Exports = 1, Address = address, Length = length, Inode = inode };
        _chunks.Add(number, made);
        return RsmError.RSM_SUCCESS;
    }

    /// <summary>The program gets memory of its own back, with the same content, wherever our pages are still in place.</summary>
    private static void GivePrivatePages(Chunk chunk)
    {
        ulong start = (ulong)chunk.Address;
        ulong end = start + (ulong)chunk.Length;
        foreach (MemoryMap map in MemoryMaps.Touching(start, end).Where(m => m.Inode == chunk.Inode).ToList())
        {
            ulong from = Math.Max(start, map.Start);
            Posix.MakePrivate((nint)from, (nint)(Math.Min(end, map.End) - from));
        }
    }

    private static RsmError Code(long result) => -result switch
    {
        Posix.BadAddress or Posix.Invalid => RsmError.RSMERR_BAD_ADDR,
        Posix.OutOfMemory => RsmError.RSMERR_INSUFFICIENT_MEM,
        _ => RsmError.RSMERR_INSUFFICIENT_RESOURCES,
    };
}
