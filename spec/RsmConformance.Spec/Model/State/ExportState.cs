using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>An entry of an access list, its node resolved.</summary>
/// <param name="NodeId">The node.</param>
/// <param name="Mode">The mode.</param>
public readonly record struct ListEntry(uint NodeId, Permission Mode);

/// <summary>How a segment is published.</summary>
/// <param name="Key">Where.</param>
/// <param name="List">Its access list; null when every node gets the default mode.</param>
/// <param name="Identity">Who the exporter was at publish.</param>
/// <param name="Umask">The exporter's umask at publish (A24).</param>
/// <param name="Republished">Whether the list has been replaced since.</param>
public sealed record Publication(
    PublicationKey Key,
    Sequence<ListEntry>? List,
    Identity Identity,
    Permission Umask,
    bool Republished);

/// <summary>An export segment.</summary>
/// <param name="Id">Its name; its process is the creator.</param>
/// <param name="Node">Symbol of the node.</param>
/// <param name="Controller">Symbol of the controller it is exported through.</param>
/// <param name="Memory">The memory behind it.</param>
/// <param name="Flags">With what it was created.</param>
/// <param name="Identity">Who the creator was at creation (A20).</param>
/// <param name="Umask">The creator's umask at creation (A24).</param>
public sealed record ExportState(
    ObjectId Id,
    string Node,
    string Controller,
    MemorySpan Memory,
    ExportFlags Flags,
    Identity Identity,
    Permission Umask)
{
    /// <summary>How it is published, or null.</summary>
    public Publication? Publication { get; init; }

    /// <summary>The pollfds held on it.</summary>
    public int Pollfds { get; init; }

    /// <summary>The signals posted to it and not yet waited for.</summary>
    public int Signals { get; init; }
}
