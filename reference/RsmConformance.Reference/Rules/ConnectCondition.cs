namespace RsmConformance.Reference.Rules;

/// <summary>The conditions under which connect fails, in the historical order.</summary>
public enum ConnectCondition
{
    /// <summary>The controller handle is NULL.</summary>
    NullController,

    /// <summary>The controller handle is stale, garbage or of another kind.</summary>
    BadController,

    /// <summary>The output pointer is NULL or cannot be written.</summary>
    UnusableOutput,

    /// <summary>The output pointer is not aligned for a pointer, which is refused (A47).</summary>
    MisalignedOutput,

    /// <summary>No memory for the handle.</summary>
    NoMemory,

    /// <summary>The permission is none of 0400, 0200, 0600.</summary>
    MalformedPermission,

    /// <summary>No descriptor left in the process.</summary>
    NoDescriptor,

    /// <summary>No segment left on the node.</summary>
    NoSegment,

    /// <summary>The controller has gone since the caller got it.</summary>
    ControllerGone,

    /// <summary>Another node through the loopback controller.</summary>
    LoopbackToOtherNode,

    /// <summary>No node has this id.</summary>
    UnknownNode,

    /// <summary>The controller is not wired to the node.</summary>
    NotWired,

    /// <summary>Every link to the node is down, or the node is.</summary>
    PathDown,

    /// <summary>No published segment has this id.</summary>
    NotPublished,

    /// <summary>The access list does not name the importing node.</summary>
    NotPublishedToNode,

    /// <summary>The exporting node can keep no further record.</summary>
    NoImporterRecord,

    /// <summary>The digit of the importer's class does not grant what is asked for.</summary>
    ClassDenied,

    /// <summary>A segment of another node that was exported through a controller that this one is not wired to.</summary>
    ExportedElsewhere,

    /// <summary>A segment of the own node that was exported through another controller.</summary>
    LocalOtherController,
}
