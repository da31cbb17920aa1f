using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What an address of a process leads to.</summary>
internal enum PlaceKind
{
    /// <summary>Nothing.</summary>
    Nowhere,

    /// <summary>Memory that can only be read, and of which nothing is known.</summary>
    ReadOnly,

    /// <summary>A buffer.</summary>
    Buffer,

    /// <summary>A map of an import segment.</summary>
    Map,
}

/// <summary>A stretch of a process's address space.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">How far into the buffer or map it starts.</param>
/// <param name="Span">The memory of the buffer.</param>
/// <param name="Import">The import of the map.</param>
internal readonly record struct Place(PlaceKind Kind, long Offset, MemorySpan? Span, ImportState? Import)
{
    /// <summary>How much follows from here on.</summary>
    public long Room => Kind switch
    {
        PlaceKind.Buffer => Span!.Length - Offset,
        PlaceKind.Map => Import!.Map!.Length - Offset,
        _ => 0,
    };

    public bool Holds(long length) => Offset >= 0 && length >= 0 && length <= Room;
}

/// <summary>The address space of a process and the memory of the world.</summary>
internal static class AddressSpace
{
    public static Place Find(Scene scene, WorldState state, string process, AddressRef address)
    {
        if (!address.IsNamed)
        {
            return new Place(address == AddressRef.ReadOnly ? PlaceKind.ReadOnly : PlaceKind.Nowhere, 0, null, null);
        }

        ProcessState owner = state.Processes[process];
        long offset = address.Offset.InBytes(scene.PageSize);
        if (owner.Buffers.TryGet(address.Base, out MemorySpan? buffer))
        {
            return new Place(PlaceKind.Buffer, offset, buffer, null);
        }

        bool isMap = owner.Handles.TryGet(address.Base, out HandleCell? cell) && cell.Current.Kind == HandleKind.Map;
        return isMap && Liveness.MapOf(state, cell!.Current.Target) is { } import
            ? new Place(PlaceKind.Map, offset, null, import)
            : new Place(PlaceKind.Nowhere, 0, null, null);
    }

    /// <summary>The bytes of part of a memory.</summary>
    public static MemoryImage Read(WorldState state, MemorySpan span, long offset, long length) =>
        state.Memory.TryGet(span.Memory, out MemoryImage? image)
            ? image.Slice(span.Offset + offset, length)
            : MemoryImage.Unknown(length);

    /// <summary>The state after bytes were written to part of a memory.</summary>
    public static WorldState Write(WorldState state, MemorySpan span, long offset, MemoryImage data) =>
        state.Memory.TryGet(span.Memory, out MemoryImage? image)
            ? state with { Memory = state.Memory.Set(span.Memory, image.Write(span.Offset + offset, data)) }
            : state;
}
