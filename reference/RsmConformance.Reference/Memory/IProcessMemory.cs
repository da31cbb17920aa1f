namespace RsmConformance.Reference;

/// <summary>
/// What the library asks of its process's memory. An emulated process answers from its <see cref="AddressSpace"/>; the native
/// room answers from the memory that the library was loaded into.
/// </summary>
internal interface IProcessMemory
{
    bool TryRead(nint address, Span<byte> target);

    bool TryWrite(nint address, ReadOnlySpan<byte> source);

    /// <summary>What may be done at an address; null where nothing is mapped.</summary>
    MemoryAccess? AccessAt(nint address, long length);

    /// <summary>The pages behind a range that may be exported, held until <see cref="ReturnPages"/>; else the code that says why not.</summary>
    RsmError FindPages(nint address, long length, out ExportablePages? pages);

    /// <summary>The range is exported no more.</summary>
    void ReturnPages(PageRange held);

    /// <summary>
    /// Puts other pages with the same content behind an exported range, so that whoever still sees the old ones sees nothing live;
    /// null where that is not needed, because nobody can.
    /// </summary>
    PageRange? MoveToFreshPages(PageRange held);

    /// <summary>Keeps pages alive; false if they are gone already.</summary>
    bool TryHoldPages(PageRange held);

    void ReleasePages(PageRange held);

    /// <summary>Whether the process that exports the pages is known to have ended, before its node has said so.</summary>
    bool IsOrphaned(PageRange held);

    /// <summary>Maps pages; null if the system cannot.</summary>
    nint? Map(PageRange pages, PageRange held, MemoryAccess access, nint? fixedAddress);

    void Unmap(nint address);

    /// <summary>Puts other pages behind a mapping, under the same addresses.</summary>
    void Repoint(nint address, PageRange pages, PageRange held);

    /// <summary>Puts memory that means nothing behind a mapping, under the same addresses.</summary>
    void TurnToTrash(nint address);

    /// <summary>Loads from pages.</summary>
    void ReadPages(PageRange pages, long offset, Span<byte> target);

    /// <summary>Stores into pages.</summary>
    void WritePages(PageRange pages, long offset, ReadOnlySpan<byte> source);

    /// <summary>Loads from pages into the caller's memory. No pages: zeroes.</summary>
    TransferEnd CopyIn(PageRange? pages, long offset, nint target, long length);

    /// <summary>Stores the caller's memory into pages. No pages: nowhere.</summary>
    TransferEnd CopyOut(PageRange? pages, long offset, nint source, long length);

    /// <summary>A block of memory for the caller to keep; 0 if there is none.</summary>
    nint AllocateHeap(long bytes);

    void FreeHeap(nint address);
}

/// <summary>How a transfer between pages and the caller's memory went.</summary>
internal enum TransferEnd
{
    Done,

    /// <summary>The caller's memory cannot be reached.</summary>
    BadAddress,

    /// <summary>The pages cannot be reached.</summary>
    NoWay,
}

/// <summary>Pages that an export is made of.</summary>
/// <param name="Pages">The exported range.</param>
/// <param name="Held">The allocation that it belongs to.</param>
internal sealed record ExportablePages(PageRange Pages, PageRange Held);
