using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>An exported segment at its node. Guarded by the agent's lock.</summary>
internal sealed class ExportSegment(CreateExport made, SegmentOwner owner, Permission umaskAtCreate)
{
    public long Key { get; } = made.Key;

    public int Process { get; } = made.Facts.Process;

    public string Controller { get; } = made.Controller;

    public bool MayRebind { get; } = made.MayRebind;

    public SegmentOwner Owner { get; } = owner;

    public Permission UmaskAtCreate { get; } = umaskAtCreate;

    public PageRange Pages { get; set; } = made.Pages;

    public PageRange Held { get; set; } = made.Held;

    /// <summary>The id; null while the segment is not published.</summary>
    public uint? Id { get; set; }

    /// <summary>It was published once, or is.</summary>
    public bool WasPublished { get; set; }

    public IReadOnlyList<ListEntry>? List { get; set; }

    public Permission DefaultMode { get; set; }

    /// <summary>Somebody has seen the pages.</summary>
    public bool WasImported { get; set; }

    /// <summary>Who imports it, by the key of the import.</summary>
    public Dictionary<long, ImporterRecord> Importers { get; set; } = [];
}

/// <summary>What an exporting node knows of an importer.</summary>
/// <param name="Import">Key of the import.</param>
/// <param name="Node">Id of its node.</param>
/// <param name="Address">Hardware address of its controller.</param>
internal sealed record ImporterRecord(long Import, uint Node, ulong Address);

/// <summary>An imported segment at its node. Guarded by the agent's lock.</summary>
internal sealed class ImportSegment(long key, int process, ConnectTarget target, bool isLocal)
{
    public long Key { get; } = key;

    public int Process { get; } = process;

    public ConnectTarget Target { get; } = target;

    public bool IsLocal { get; } = isLocal;

    public bool IsPending { get; set; } = true;

    /// <summary>Why the connection is broken; null while it is not.</summary>
    public AbortCause? Broken { get; set; }

    /// <summary>What it may map.</summary>
    public Permission MapRights { get; set; }

    /// <summary>What it is connected to; null until the exporter has answered.</summary>
    public ExportedSegment? Exporter { get; set; }

    public ImportFacts Facts(uint node, int ordinal) => new(Process, node, Target, IsPending, ordinal);
}
