using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>A controller that the process holds. Guarded by the library's controller lock.</summary>
internal sealed class ControllerEntry(nint handle, nint block, string symbol, bool isLoopback)
{
    public nint Handle { get; } = handle;

    /// <summary>Its memory.</summary>
    public nint Block { get; } = block;

    public string Symbol { get; } = symbol;

    public bool IsLoopback { get; } = isLoopback;

    public int References { get; set; } = 1;
}

/// <summary>What exported and imported segments have in common.</summary>
internal abstract class SegmentEntry(long key, string controller, int descriptor, nint block)
{
    /// <summary>Guards what may be written below, unless it says otherwise. Never held while a call waits or tells others.</summary>
    public Lock Sync { get; } = new();

    /// <summary>What the agent calls it.</summary>
    public long Key { get; } = key;

    public nint Handle { get; set; }

    public string Controller { get; } = controller;

    public int Descriptor { get; } = descriptor;

    /// <summary>The memory of the handle.</summary>
    public nint Block { get; } = block;

    public int PollDescriptors { get; set; }

    /// <summary>Somebody is ending it: to everybody else it is gone.</summary>
    public bool IsClosing { get; set; }

    /// <summary>Its lock will never be released (D39).</summary>
    public bool IsStuck { get; set; }

    /// <summary>Signals that nobody has waited for yet. Guarded by the process's desk.</summary>
    public int Signals { get; set; }

    /// <summary>It has ended, so nobody need wait for its signals any more. Guarded by the process's desk.</summary>
    public bool HasEnded { get; set; }
}

/// <summary>An exported segment.</summary>
internal sealed class ExportEntry(long key, string controller, int descriptor, nint block, PageRange held)
    : SegmentEntry(key, controller, descriptor, block)
{
    /// <summary>The allocation that its pages belong to, kept alive by the export.</summary>
    public PageRange Held { get; set; } = held;

    public nint Address { get; set; }
}

/// <summary>An imported segment.</summary>
internal sealed class ImportEntry(long key, ConnectTarget target, int descriptor, nint block, BarrierMode mode)
    : SegmentEntry(key, target.Controller, descriptor, block)
{
    public ConnectTarget Target { get; } = target;

    public PageRange? Pages { get; set; }

    /// <summary>The allocation that the pages belong to, kept alive by the import.</summary>
    public PageRange? Held { get; set; }

    public long Size { get; set; }

    /// <summary>The segment as the first get found it, where a rule keeps that.</summary>
    public byte[]? Copy { get; set; }

    public Permission MapRights { get; set; }

    /// <summary>What put and get may do.</summary>
    public Permission Rights { get; set; } = target.Permission;

    /// <summary>Why the connection is broken, as far as this process knows; null while it is not.</summary>
    public AbortCause? Broken { get; set; }

    /// <summary>Transfers reach the live memory no more.</summary>
    public bool IsCut { get; set; }

    public BarrierMode Mode { get; set; } = mode;

    /// <summary>The barrier initialised last; put and get use it.</summary>
    public BarrierState? Barrier { get; set; }

    /// <summary>All barriers that are initialised; they end with the connection.</summary>
    public HashSet<BarrierState> Barriers { get; } = [];

    /// <summary>The address of the caller's map; null while there is none.</summary>
    public nint? MapAddress { get; set; }

    public long MapOffset { get; set; }

    public long MapLength { get; set; }

    /// <summary>A map is being made.</summary>
    public bool IsMapping { get; set; }

    /// <summary>A put or get has reached the memory, which costs a mapping too.</summary>
    public bool IsImplicitlyMapped { get; set; }
}

/// <summary>A barrier that is initialised.</summary>
internal sealed class BarrierState(ImportEntry import, nint cookie, nint block)
{
    public ImportEntry Import { get; } = import;

    public nint Cookie { get; } = cookie;

    /// <summary>Its memory.</summary>
    public nint Block { get; } = block;

    public bool IsOpen { get; set; }
}
