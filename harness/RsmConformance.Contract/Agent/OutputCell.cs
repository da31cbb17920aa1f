using System.Buffers.Binary;
using System.Globalization;
using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>What a call stores in a cell.</summary>
internal enum CellContent
{
    /// <summary>A handle, or a pointer that is used like one.</summary>
    Handle,

    /// <summary>The start of a mapping.</summary>
    MapAddress,

    /// <summary>A segment id: read, and written when it held 0.</summary>
    SegmentId,

    /// <summary>A barrier mode.</summary>
    Mode,

    /// <summary>A barrier; its address is its handle.</summary>
    Barrier,

    /// <summary>A structure that nothing else refers to.</summary>
    Structure,
}

/// <summary>
/// Memory of the process where a call stores a result: poison that shows whether it was written, between two canaries that show
/// whether the call wrote beside it.
/// </summary>
internal sealed class OutputCell
{
    public const int SlotSize = 128;
    private const byte Poison = 0xA5;
    private const int CanarySize = 16;
    private const int Aligned = 32;
    private const int Largest = 64;
    private const uint CanarySeed = 0xCA9A;
    private static readonly byte[] Canaries = MakeCanaries();
    private readonly byte[] _before = [.. Canaries];
    private readonly int _start;
    private readonly int _size;

    public OutputCell(string name, CellContent content, int size, nint slot, bool misaligned = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Largest);
        Name = name;
        Content = content;
        Slot = slot;
        _size = size;
        _start = misaligned ? Aligned + 1 : Aligned;
        _before.AsSpan(_start, size).Fill(Poison);
    }

    public string Name { get; }

    public CellContent Content { get; }

    public nint Slot { get; }

    public nint Address => Slot + _start;

    /// <summary>Whether the cell held a value for the call rather than poison.</summary>
    public bool IsPreset { get; private set; }

    private bool IsPointer => Content is CellContent.Handle or CellContent.MapAddress;

    /// <summary>Puts a value into the cell instead of the poison, for parameters that are also read.</summary>
    public void Preset(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        IsPreset = true;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        bytes[.._size].CopyTo(_before.AsSpan(_start));
    }

    public bool Lay(IAgentProcess process) => process.TryWrite(Slot, _before);

    /// <summary>Looks at the cell after the call.</summary>
    /// <param name="process">The process.</param>
    /// <param name="value">What it holds, when it is a pointer or number.</param>
    /// <returns>The observation; null when the memory is gone.</returns>
    public OutputSeen? Look(IAgentProcess process, out ulong value)
    {
        Span<byte> after = stackalloc byte[SlotSize];
        value = 0;
        if (!process.TryRead(Slot, after))
        {
            return null;
        }

        Span<byte> cell = after.Slice(_start, _size);
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        cell[..Math.Min(_size, sizeof(ulong))].CopyTo(bytes);
        value = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        OutputState state = cell.SequenceEqual(_before.AsSpan(_start, _size)) ? OutputState.Untouched
            : IsPointer && value == 0 ? OutputState.Null
            : OutputState.Stored;
        int end = _start + _size;
        bool intact = after.Slice(_start - CanarySize, CanarySize).SequenceEqual(_before.AsSpan(_start - CanarySize, CanarySize))
            && after.Slice(end, CanarySize).SequenceEqual(_before.AsSpan(end, CanarySize));
        return new OutputSeen(Name, state, state == OutputState.Stored ? Number(value) : null, null, intact);
    }

    private static byte[] MakeCanaries()
    {
        byte[] canaries = new byte[SlotSize];
        DataPattern.Fill(canaries, CanarySeed);
        return canaries;
    }

    private string? Number(ulong value) => Content switch
    {
        CellContent.SegmentId => SegmentRef.Of((uint)value).Text[1..],
        CellContent.Mode => unchecked((int)(uint)value).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
