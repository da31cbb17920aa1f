namespace RsmConformance.Reference.Native;

/// <summary>Shared pages that this process exports or imports. Guarded by its memory.</summary>
internal sealed class Chunk(int number)
{
    public int Number { get; } = number;

    /// <summary>Exports and imports that need it.</summary>
    public int Holds { get; set; }

    /// <summary>Exports among them.</summary>
    public int Exports { get; set; }

    /// <summary>Where the exported buffer is; 0 while this process exports no part of it.</summary>
    public nint Address { get; set; }

    public long Length { get; set; }

    /// <summary>Whether this process has allocated them, so that it has to say when it needs them no more.</summary>
    public bool IsOwn { get; init; }

    /// <summary>By it the kernel's list of mappings tells our pages from others that the program has put there since.</summary>
    public long Inode { get; set; }

    /// <summary>Mappings of the whole for transfers: one for loads, one for stores; 0 until needed.</summary>
    public nint ReadWindow { get; set; }

    public nint WriteWindow { get; set; }

    public long WindowLength { get; set; }

    /// <summary>The life of the process that exports it; null while this process does not watch it.</summary>
    public Life? Owner { get; set; }

    public bool Contains(nint address, long length) =>
        Exports > 0 && address >= Address && length <= Length && address - Address <= Length - length;

    public bool Overlaps(nint address, long length) =>
        Exports > 0 && address < Address + (nint)Length && Address - address < length;
}
