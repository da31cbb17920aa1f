using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What kind of value a call gets where it expects a handle.</summary>
public enum HandleKind
{
    /// <summary>NULL, also a symbol under which nothing was ever stored.</summary>
    Null,

    /// <summary>Never a handle.</summary>
    Garbage,

    /// <summary>A controller handle.</summary>
    Controller,

    /// <summary>An export segment handle.</summary>
    Export,

    /// <summary>An import segment handle.</summary>
    Import,

    /// <summary>The address of a map.</summary>
    Map,

    /// <summary>A barrier.</summary>
    Barrier,

    /// <summary>A topology snapshot.</summary>
    Topology,
}

/// <summary>The value of a handle.</summary>
/// <param name="Kind">What it was made as.</param>
/// <param name="Target">What it stands, or stood, for.</param>
public readonly record struct HandleValue(HandleKind Kind, ObjectId Target);

/// <summary>What a process stored under a name.</summary>
/// <param name="Current">The value stored last.</param>
/// <param name="Ended">The last value that had come to its end when another took its place.</param>
public sealed record HandleCell(HandleValue Current, HandleValue? Ended);

/// <summary>Part of a memory.</summary>
/// <param name="Memory">The memory.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Length">How much.</param>
public sealed record MemorySpan(MemoryId Memory, long Offset, long Length);

/// <summary>A barrier of the caller.</summary>
/// <param name="Import">The import that it belongs to.</param>
/// <param name="Open">Whether it is open.</param>
/// <param name="OpenedAlive">Whether the link worked when it was opened, so that it has to tell of a loss.</param>
public sealed record BarrierState(ObjectId Import, bool Open, bool OpenedAlive);

/// <summary>A process that runs.</summary>
/// <param name="Facts">Its name, node and present identity, umask and privilege.</param>
public sealed record ProcessState(SceneProcess Facts)
{
    /// <summary>How many descriptors it may still open; null when nothing limits them.</summary>
    public int? DescriptorsLeft { get; init; }

    /// <summary>The handles by name.</summary>
    public Table<string, HandleCell> Handles { get; init; } = Table<string, HandleCell>.Empty;

    /// <summary>The buffers by name.</summary>
    public Table<string, MemorySpan> Buffers { get; init; } = Table<string, MemorySpan>.Empty;

    /// <summary>The controller handles that were not released: which controller each is.</summary>
    public Table<ObjectId, string> Controllers { get; init; } = Table<ObjectId, string>.Empty;

    /// <summary>The barriers that were not destroyed.</summary>
    public Table<ObjectId, BarrierState> Barriers { get; init; } = Table<ObjectId, BarrierState>.Empty;
}
