using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>A get or put of any width.</summary>
internal sealed record Transfer(HandleRef Memseg, Extent Offset, AddressRef Data, Extent? Length, ulong Count, AccessWidth Width, bool IsGet)
{
    /// <summary>The transfer that a call makes; null when it is another call.</summary>
    public static Transfer? From(ApiCall call) => call switch
    {
        ImportGet c => new(c.Memseg, c.Offset, c.Data, c.Length, 0, AccessWidth.Bits8, true),
        ImportGet8 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits8, true),
        ImportGet16 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits16, true),
        ImportGet32 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits32, true),
        ImportGet64 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits64, true),
        ImportPut c => new(c.Memseg, c.Offset, c.Data, c.Length, 0, AccessWidth.Bits8, false),
        ImportPut8 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits8, false),
        ImportPut16 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits16, false),
        ImportPut32 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits32, false),
        ImportPut64 c => new(c.Memseg, c.Offset, c.Data, null, c.Count, AccessWidth.Bits64, false),
        _ => null,
    };

    /// <summary>How many bytes move; the largest number when the caller's count cannot be held.</summary>
    public long Bytes(int pageSize)
    {
        if (Length is { } length)
        {
            return length.InBytes(pageSize);
        }

        return Count > long.MaxValue / (ulong)Width ? long.MaxValue : (long)Count * (long)Width;
    }
}
