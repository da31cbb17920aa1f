namespace RsmConformance.Reference;

/// <summary>Choice A01: which of several conditions of connect that hold at once is reported.</summary>
public enum ConnectPrecedence
{
    /// <summary>The historical order, the output pointer right after the controller.</summary>
    Historical,

    /// <summary>The historical order backwards.</summary>
    Reversed,

    /// <summary>As historical, but a malformed permission comes last.</summary>
    PermissionLate,

    /// <summary>What the cluster finds comes before what the arguments show.</summary>
    ArgumentsLast,

    /// <summary>An order drawn from <see cref="Choices.A01Seed"/>.</summary>
    Shuffled,
}

/// <summary>Choice A04: the code for an output pointer that is NULL or cannot be written.</summary>
public enum UnusableOutput
{
    /// <summary>BAD_ADDR.</summary>
    BadAddress,

    /// <summary>BAD_SEG_HNDL.</summary>
    BadSegmentHandle,
}

/// <summary>Choice A05: what a failing connect stores.</summary>
public enum OutputOnFailure
{
    /// <summary>NULL.</summary>
    Null,

    /// <summary>Nothing.</summary>
    Untouched,
}

/// <summary>Choice A07: the code for a controller handle that is neither NULL nor valid.</summary>
public enum BadController
{
    /// <summary>BAD_CTLR_HNDL.</summary>
    BadHandle,

    /// <summary>CTLR_NOT_PRESENT.</summary>
    NotPresent,
}

/// <summary>Choice A08: the code for a controller that has gone since it was got.</summary>
public enum VanishedController
{
    /// <summary>CTLR_NOT_PRESENT.</summary>
    NotPresent,

    /// <summary>BAD_CTLR_HNDL.</summary>
    BadHandle,
}

/// <summary>Choice A09: the code for another node through the loopback controller.</summary>
public enum LoopbackToOtherNode
{
    /// <summary>CTLR_NOT_PRESENT.</summary>
    NotPresent,

    /// <summary>REMOTE_NODE_UNREACHABLE.</summary>
    Unreachable,
}

/// <summary>Choice A11: the code for a node that this controller is not wired to.</summary>
public enum NotWired
{
    /// <summary>REMOTE_NODE_UNREACHABLE.</summary>
    Unreachable,

    /// <summary>CTLR_NOT_PRESENT.</summary>
    NotPresent,

    /// <summary>SEG_NOT_PUBLISHED.</summary>
    NotPublished,
}

/// <summary>Choice A12: the code for a segment exported through a controller that this one is not wired to.</summary>
public enum ExportedElsewhere
{
    /// <summary>SEG_NOT_PUBLISHED.</summary>
    NotPublished,

    /// <summary>SEG_NOT_PUBLISHED_TO_NODE.</summary>
    NotPublishedToNode,

    /// <summary>REMOTE_NODE_UNREACHABLE.</summary>
    Unreachable,
}

/// <summary>Choice A13: a segment of the own node that was exported through another controller.</summary>
public enum LocalOtherController
{
    /// <summary>The connect succeeds.</summary>
    Connects,

    /// <summary>SEG_NOT_PUBLISHED.</summary>
    NotPublished,
}

/// <summary>Choice A15: the code for a link that goes down during the call.</summary>
public enum PathLostDuringConnect
{
    /// <summary>REMOTE_NODE_UNREACHABLE.</summary>
    Unreachable,

    /// <summary>INTERRUPTED.</summary>
    Interrupted,
}

/// <summary>Choice A18: the code for a node that is listed with mode 0.</summary>
public enum ListedWithoutRights
{
    /// <summary>PERM_DENIED.</summary>
    PermissionDenied,

    /// <summary>SEG_NOT_PUBLISHED_TO_NODE.</summary>
    NotPublishedToNode,
}

/// <summary>Choice A21: which groups of the importer make it a member of the exporter's group.</summary>
public enum GroupMatch
{
    /// <summary>Its own and its supplementary groups.</summary>
    AnyGroup,

    /// <summary>Its own group alone.</summary>
    PrimaryOnly,
}

/// <summary>Choice A23: whether uid 0 passes the permission check.</summary>
public enum PrivilegedCaller
{
    /// <summary>It is checked like anybody.</summary>
    NoOverride,

    /// <summary>It passes, and may map what it asked for.</summary>
    Override,
}

/// <summary>Choice A24: when the umask is taken that makes the mode of a publish without a list.</summary>
public enum UmaskMoment
{
    /// <summary>At publish.</summary>
    AtPublish,

    /// <summary>At create.</summary>
    AtCreate,
}

/// <summary>Choice A29: the code when a resource is used up.</summary>
public enum ExhaustionCode
{
    /// <summary>INSUFFICIENT_MEM for memory, INSUFFICIENT_RESOURCES for anything else.</summary>
    ByCause,

    /// <summary>INSUFFICIENT_RESOURCES.</summary>
    AlwaysResources,

    /// <summary>INSUFFICIENT_MEM.</summary>
    AlwaysMemory,
}

/// <summary>Choice A30: the outcome when the exporter withdraws the segment during the call.</summary>
public enum UnpublishedDuringConnect
{
    /// <summary>SEG_NOT_PUBLISHED.</summary>
    NotPublished,

    /// <summary>INTERRUPTED.</summary>
    Interrupted,

    /// <summary>Success; the connection is broken from the start and says so.</summary>
    ConnectedThenAborted,
}

/// <summary>Choice A37: the code for a disconnect when a map and a poll descriptor both stand in its way.</summary>
public enum MappedAndPollfd
{
    /// <summary>SEG_STILL_MAPPED.</summary>
    StillMapped,

    /// <summary>POLLFD_IN_USE.</summary>
    PollfdInUse,
}

/// <summary>Choice A47: an output pointer that is not aligned for a pointer.</summary>
public enum MisalignedOutput
{
    /// <summary>It is stored through.</summary>
    Accepted,

    /// <summary>BAD_ADDR.</summary>
    BadAddress,
}

/// <summary>Choice A48: modes of an access list above 0666.</summary>
public enum OddListModes
{
    /// <summary>BAD_ACL.</summary>
    Refused,

    /// <summary>Bits other than read and write are ignored.</summary>
    Masked,
}

/// <summary>Choice A49: loads from a map with write permission alone.</summary>
public enum WriteOnlyMap
{
    /// <summary>They work, as the machine cannot forbid them.</summary>
    Readable,

    /// <summary>They fault.</summary>
    Refused,
}
