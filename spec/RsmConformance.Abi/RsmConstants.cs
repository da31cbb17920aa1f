namespace RsmConformance.Abi;

/// <summary>Flags of <c>rsm_memseg_export_create</c>.</summary>
[Flags]
public enum ExportFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>RSM_ALLOW_REBIND: the segment may be rebound to other memory.</summary>
    AllowRebind = 0x01,

    /// <summary>RSM_CREATE_SEG_DONTWAIT: do not wait for resources.</summary>
    DontWait = 0x02,
}

/// <summary>The attribute of <c>rsm_memseg_import_map</c>.</summary>
public enum MapAttribute
{
    /// <summary>RSM_MAP_NONE: the system chooses the address.</summary>
    None = 0,

    /// <summary>RSM_MAP_FIXED: the caller chooses the address.</summary>
    Fixed = 1,

    /// <summary>RSM_MAP_RESERVED: kept for the future.</summary>
    Reserved = 2,
}

/// <summary>The scope of a barrier.</summary>
public enum BarrierType
{
    /// <summary>RSM_BARRIER_SEGMENT.</summary>
    Segment = 0x01,

    /// <summary>RSM_BARRIER_NODE.</summary>
    Node = 0x02,

    /// <summary>RSM_BARRIER_SEGMENT_THREAD.</summary>
    SegmentThread = 0x11,

    /// <summary>RSM_BARRIER_NODE_THREAD.</summary>
    NodeThread = 0x12,
}

/// <summary>Whether transfers check for errors by themselves.</summary>
public enum BarrierMode
{
    /// <summary>RSM_BARRIER_MODE_EXPLICIT: only the caller's barriers check.</summary>
    Explicit = 0,

    /// <summary>RSM_BARRIER_MODE_IMPLICIT, the default: every put and get checks.</summary>
    Implicit = 1,
}

/// <summary>The widths of the unit transfers.</summary>
public enum AccessWidth
{
    /// <summary>One byte.</summary>
    Bits8 = 1,

    /// <summary>Two bytes.</summary>
    Bits16 = 2,

    /// <summary>Four bytes.</summary>
    Bits32 = 4,

    /// <summary>Eight bytes.</summary>
    Bits64 = 8,
}

/// <summary>Numbers of the C interface that belong to no other group.</summary>
public static class RsmConstants
{
    /// <summary>Bytes of a name field, terminator included (MAXNAMELEN of Solaris).</summary>
    public const int MaxNameLength = 256;

    /// <summary>The most requests in one scatter-gather list (RSM_MAX_SGIOREQS).</summary>
    public const int MaxScatterGather = 16;

    /// <summary>RSM_CONNECTION_ACTIVE: the state of a path that may be used.</summary>
    public const int ConnectionActive = 3;

    /// <summary>The most entries that an access list may have.</summary>
    public const int MaxAccessList = 64;

    /// <summary>RSM_SIGPOST_NO_ACCUMULATE.</summary>
    public const uint SignalNoAccumulate = 0x02;

    /// <summary>RSM_IMPLICIT_SIGPOST.</summary>
    public const uint ImplicitSignalPost = 0x01;

    /// <summary>RSM_HANDLE_TYPE: a request of a scatter-gather list names local memory by its handle.</summary>
    public const int HandleType = 0x01;

    /// <summary>RSM_VA_TYPE: a request of a scatter-gather list names local memory by its address.</summary>
    public const int AddressType = 0x02;

    /// <summary>POLLRDNORM: the event that a segment's poll descriptor shows.</summary>
    public const short PollReadNormal = 0x0040;
}
