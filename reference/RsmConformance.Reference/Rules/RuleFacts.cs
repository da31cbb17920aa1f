namespace RsmConformance.Reference.Rules;

/// <summary>What a handle argument turned out to be.</summary>
public enum HandleState
{
    /// <summary>A live handle of the kind expected.</summary>
    Valid,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>A handle of this process after its end.</summary>
    Stale,

    /// <summary>A live handle of another kind.</summary>
    WrongKind,

    /// <summary>Never a handle of this process.</summary>
    Garbage,
}

/// <summary>The kinds of handles.</summary>
public enum HandleKind
{
    /// <summary>A controller.</summary>
    Controller,

    /// <summary>An exported segment.</summary>
    Export,

    /// <summary>An imported segment.</summary>
    Import,
}

/// <summary>What an output pointer turned out to be.</summary>
public enum OutputState
{
    /// <summary>It can be stored through.</summary>
    Writable,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>Nothing is mapped there.</summary>
    Unmapped,

    /// <summary>The memory there cannot be written.</summary>
    ReadOnly,

    /// <summary>Writable, but not aligned for what is stored.</summary>
    Misaligned,
}

/// <summary>The importer's class, which selects one digit of the mode.</summary>
public enum AccessClass
{
    /// <summary>The exporter's user.</summary>
    Owner,

    /// <summary>A member of the exporter's group who is not the owner.</summary>
    Group,

    /// <summary>Anybody else.</summary>
    Other,
}

/// <summary>Why a connection was broken from outside.</summary>
public enum AbortCause
{
    /// <summary>The exporter unpublished or destroyed the segment.</summary>
    Unpublished,

    /// <summary>The exporting process ended.</summary>
    ExporterEnded,

    /// <summary>The link, the controller or the other node went down.</summary>
    PathLost,
}

/// <summary>How far a connect has come.</summary>
public enum ConnectStage
{
    /// <summary>In the calling process.</summary>
    Arguments,

    /// <summary>At the importing node, before the request leaves.</summary>
    Request,

    /// <summary>At the exporting node.</summary>
    Exporter,

    /// <summary>Back at the importing node: the user is checked.</summary>
    User,

    /// <summary>At the controller, or later.</summary>
    Controller,
}

/// <summary>Things that a process or node can run out of.</summary>
public enum ResourceKind
{
    /// <summary>Memory of the library.</summary>
    Memory,

    /// <summary>Open descriptors of a process.</summary>
    Descriptor,

    /// <summary>Segments, exported and imported, that a node has open.</summary>
    Segments,

    /// <summary>Importers that a node keeps records of.</summary>
    ImporterRecords,

    /// <summary>Ids that a node has published.</summary>
    PublishedIds,

    /// <summary>Ids that the system may still assign on a node.</summary>
    AssignedIds,
}

/// <summary>Things that are released at the end of something.</summary>
public enum Possession
{
    /// <summary>The memory of a handle.</summary>
    Heap,

    /// <summary>The descriptor of a segment.</summary>
    Descriptor,

    /// <summary>A mapping, implicit or explicit.</summary>
    Mapping,

    /// <summary>The node's record of an imported segment.</summary>
    ImportRecord,

    /// <summary>The exporter's record of an importer.</summary>
    ImporterRecord,

    /// <summary>The entry of the handle table: as long as it stands the handle is valid.</summary>
    Handle,

    /// <summary>The memory of a barrier.</summary>
    Barrier,

    /// <summary>The publication of an exported segment.</summary>
    Publication,
}

/// <summary>The end at which something is released.</summary>
public enum ReleasePath
{
    /// <summary>A successful disconnect.</summary>
    Disconnect,

    /// <summary>A connect refused for its arguments, other than the permission's bits.</summary>
    BadArguments,

    /// <summary>A connect refused for the permission's bits.</summary>
    BadPermission,

    /// <summary>A connect refused by a node or the cluster.</summary>
    Refused,

    /// <summary>A connect that was interrupted.</summary>
    Interrupted,

    /// <summary>A connect overtaken by an unpublish or a lost path.</summary>
    Overtaken,

    /// <summary>A connect whose process ended meanwhile.</summary>
    CallerEnded,

    /// <summary>The end of a process by its own will.</summary>
    ProcessExit,

    /// <summary>The end of a process by a signal.</summary>
    ProcessKill,

    /// <summary>A forced disconnect.</summary>
    ForcedDisconnect,

    /// <summary>An unmap.</summary>
    Unmap,

    /// <summary>The end of an export.</summary>
    Destroy,

    /// <summary>The end of a barrier.</summary>
    DestroyBarrier,
}

/// <summary>One entry of an access list, with numbers.</summary>
/// <param name="Node">Node id.</param>
/// <param name="Mode">Octal mode.</param>
public sealed record ListEntry(uint Node, Permission Mode);

/// <summary>What a connect asks for.</summary>
/// <param name="Controller">Symbol of the local controller.</param>
/// <param name="Node">Node id of the exporter.</param>
/// <param name="Segment">Segment id.</param>
/// <param name="Permission">Permission asked for.</param>
public sealed record ConnectTarget(string Controller, uint Node, uint Segment, Permission Permission);

/// <summary>The owner of an exported segment.</summary>
/// <param name="Uid">User id at create.</param>
/// <param name="Gid">Group id at create.</param>
public sealed record SegmentOwner(uint Uid, uint Gid);

/// <summary>An imported segment, as rules outside a call see it.</summary>
/// <param name="Process">The importing process.</param>
/// <param name="Node">Its node id.</param>
/// <param name="Target">What it connected to.</param>
/// <param name="IsPending">Whether the connect is still under way.</param>
/// <param name="Ordinal">The how manieth of the importers that the same event reaches, from 1.</param>
public sealed record ImportFacts(int Process, uint Node, ConnectTarget Target, bool IsPending, int Ordinal);

/// <summary>What stands in the way of a disconnect.</summary>
/// <param name="Own">The handle itself.</param>
/// <param name="ImplicitlyMapped">A put or get has mapped it.</param>
/// <param name="Barriers">Barriers that are initialised on it.</param>
/// <param name="Cause">What has broken the connection from outside; null while it stands.</param>
/// <param name="Others">The other imported segments of the process, looked up only when they are asked for.</param>
public sealed record DisconnectFacts(
    ImportUse Own, bool ImplicitlyMapped, int Barriers, AbortCause? Cause, IEnumerable<ImportUse> Others)
{
    /// <summary>The caller has mapped the segment.</summary>
    public bool ExplicitlyMapped => Own.ExplicitlyMapped;

    /// <summary>Poll descriptors given out and not released.</summary>
    public int PollDescriptors => Own.PollDescriptors;

    /// <summary>The connection has been broken from outside.</summary>
    public bool Broken => Cause is not null;
}

/// <summary>What a process does with an imported segment.</summary>
/// <param name="Target">What it is connected to.</param>
/// <param name="ExplicitlyMapped">The caller has mapped it.</param>
/// <param name="PollDescriptors">Poll descriptors given out and not released.</param>
public sealed record ImportUse(ConnectTarget Target, bool ExplicitlyMapped, int PollDescriptors);

/// <summary>What a disconnect may do to a handle that it is not about.</summary>
public enum Damage
{
    /// <summary>Nothing, as it should be.</summary>
    None,

    /// <summary>The handle is valid no more.</summary>
    Handle,

    /// <summary>The caller's map is gone.</summary>
    Map,

    /// <summary>The connection is broken.</summary>
    Link,

    /// <summary>The barriers are ended.</summary>
    Barriers,

    /// <summary>The count of poll descriptors is 0.</summary>
    PollDescriptors,
}
