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

    /// <summary>The pages behind a range that may be exported, held until <see cref="ReleasePages"/>; null if there are none.</summary>
    ExportablePages? FindPages(nint address, long length);

    /// <summary>Keeps pages alive; false if they are gone already.</summary>
    bool TryHoldPages(PageRange held);

    void ReleasePages(PageRange held);

    nint Map(PageRange pages, PageRange held, MemoryAccess access, nint? fixedAddress);

    void Unmap(nint address);

    /// <summary>Puts other pages behind a mapping, under the same addresses.</summary>
    void Repoint(nint address, PageRange pages, PageRange held);

    /// <summary>Puts memory that means nothing behind a mapping, under the same addresses.</summary>
    void TurnToTrash(nint address);

    void ReadPages(PageRange pages, long offset, Span<byte> target);

    void WritePages(PageRange pages, long offset, ReadOnlySpan<byte> source);

    nint AllocateHeap(long bytes);

    void FreeHeap(nint address);
}

/// <summary>Pages that an export is made of.</summary>
/// <param name="Pages">The exported range.</param>
/// <param name="Held">The allocation that it belongs to.</param>
internal sealed record ExportablePages(PageRange Pages, PageRange Held);
