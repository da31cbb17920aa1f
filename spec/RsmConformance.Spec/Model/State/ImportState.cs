using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>How it stands with the link between an import and its export.</summary>
public enum LinkState
{
    /// <summary>It works.</summary>
    Alive,

    /// <summary>The path was lost. Whether the link comes back with the path is not said.</summary>
    PathLost,

    /// <summary>It ended because the path was lost, and an access said so.</summary>
    EndedByPath,

    /// <summary>It ended because the exporter withdrew the segment.</summary>
    Withdrawn,

    /// <summary>It ended, and the implementation never says so (A30.silent-dead-handle).</summary>
    SilentlyDead,
}

/// <summary>A map that the caller asked for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Offset">How far into the segment it starts.</param>
/// <param name="Length">How much of it is mapped.</param>
/// <param name="Perm">The rights asked for.</param>
/// <param name="Pinned">The memory that the map keeps although the segment was rebound (D60); null normally.</param>
public sealed record MapState(ObjectId Id, long Offset, long Length, Permission Perm, MemorySpan? Pinned = null);

/// <summary>The memory of a segment at the moment when a link with it ended.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Image">What it held.</param>
public sealed record CutMemory(MemorySpan Span, MemoryImage Image);

/// <summary>An import segment.</summary>
/// <param name="Id">Its name; its process is the importer.</param>
/// <param name="Node">Symbol of the importer's node.</param>
/// <param name="Controller">Symbol of the importer's controller.</param>
/// <param name="Source">Where the segment was published.</param>
/// <param name="Export">The export segment.</param>
/// <param name="Size">The size of the segment, in bytes.</param>
/// <param name="Rights">What the link permits: the mode asked for, or nothing for mode 0 (A02).</param>
/// <param name="Mode">The exporter's mode at the connect.</param>
public sealed record ImportState(
    ObjectId Id,
    string Node,
    string Controller,
    PublicationKey Source,
    ObjectId Export,
    long Size,
    Permission Rights,
    Permission Mode)
{
    /// <summary>Whether it was admitted by privilege and not by the mode (A23).</summary>
    public bool ByOverride { get; init; }

    /// <summary>How it stands with the link.</summary>
    public LinkState Link { get; init; }

    /// <summary>Whether the segment was republished since the connect.</summary>
    public bool Republished { get; init; }

    /// <summary>The caller's map, or null.</summary>
    public MapState? Map { get; init; }

    /// <summary>Whether the implementation may have made a map for itself, for a get or put.</summary>
    public bool MayBeMappedImplicitly { get; init; }

    /// <summary>The pollfds held on it.</summary>
    public int Pollfds { get; init; }

    /// <summary>The signals posted to it and not yet waited for.</summary>
    public int Signals { get; init; }

    /// <summary>Whether transfers check by themselves.</summary>
    public BarrierMode BarrierMode { get; init; } = BarrierMode.Implicit;

    /// <summary>The barrier initialised last, or null.</summary>
    public ObjectId? Barrier { get; init; }

    /// <summary>Where the segment's memory was when the exporter withdrew it, and what it held; null before.</summary>
    public CutMemory? Cut { get; init; }

    /// <summary>Whether the link has ended, or may have.</summary>
    public bool IsDead => Link is not LinkState.Alive;
}
