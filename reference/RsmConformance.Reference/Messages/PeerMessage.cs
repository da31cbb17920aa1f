using System.Text.Json.Serialization;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>What agents of different nodes tell each other over the interconnect.</summary>
[JsonDerivedType(typeof(ConnectAsked), "connect")]
[JsonDerivedType(typeof(Farewell), "farewell")]
[JsonDerivedType(typeof(BreakImports), "break")]
[JsonDerivedType(typeof(ReboundImports), "rebound")]
[JsonDerivedType(typeof(RegradeImports), "regrade")]
[JsonDerivedType(typeof(ReviveImports), "revive")]
[JsonDerivedType(typeof(RingExport), "ring-export")]
[JsonDerivedType(typeof(RingImports), "ring-imports")]
internal abstract record PeerMessage;

/// <param name="Facts">The call.</param>
/// <param name="Import">Key of the import.</param>
/// <param name="Importer">Id of the importing node.</param>
/// <param name="ImporterAddress">Hardware address of its controller.</param>
/// <param name="Target">What is asked for.</param>
/// <param name="Found">A condition that holds already; then nothing is recorded.</param>
internal sealed record ConnectAsked(
    CallFacts Facts, long Import, uint Importer, ulong ImporterAddress, ConnectTarget Target, ConnectCondition? Found) : PeerMessage;

/// <param name="Import">Key of the import.</param>
/// <param name="Export">Key of the export; null if the importer never learnt it.</param>
/// <param name="Segment">The segment id that it was connected by.</param>
internal sealed record Farewell(long Import, long? Export, uint Segment) : PeerMessage;

internal sealed record BreakImports(Sequence<long> Imports, AbortCause Cause) : PeerMessage;

internal sealed record ReboundImports(Sequence<long> Imports, PageRange Pages, PageRange Held) : PeerMessage;

internal sealed record ReviveImports(Sequence<long> Imports, PageRange Pages, PageRange Held) : PeerMessage;

internal sealed record RegradeImports(Sequence<long> Imports, Permission Rights) : PeerMessage;

internal sealed record RingExport(long Export, bool Accumulates) : PeerMessage;

internal sealed record RingImports(Sequence<long> Imports, bool Accumulates) : PeerMessage;

/// <summary>What an agent answers another.</summary>
[JsonDerivedType(typeof(Heard), "heard")]
[JsonDerivedType(typeof(ConnectAnswered), "connect")]
internal abstract record PeerReply;

internal sealed record Heard : PeerReply;

/// <param name="Stop">The code with which a gate ended the call; null if none did.</param>
/// <param name="Found">The condition to report; null if the importer is recorded.</param>
/// <param name="Withdrawn">Whether the segment was withdrawn between the check and the record.</param>
/// <param name="Segment">The segment; null if there is none to speak of.</param>
internal sealed record ConnectAnswered(
    RsmError? Stop, ConnectCondition? Found, bool Withdrawn, ExportedSegment? Segment) : PeerReply;

/// <param name="Key">Key of the export.</param>
/// <param name="Id">The id that it is published under.</param>
/// <param name="Mode">The mode of the importing node; null if it is not listed.</param>
/// <param name="Listed">The modes of all nodes that are.</param>
/// <param name="Owner">The exporter's ids.</param>
/// <param name="Controller">Symbol of the exporter's controller.</param>
/// <param name="Address">Its hardware address.</param>
/// <param name="Pages">The pages.</param>
/// <param name="Held">The allocation that they belong to.</param>
internal sealed record ExportedSegment(
    long Key,
    uint Id,
    Permission? Mode,
    Sequence<Permission> Listed,
    SegmentOwner Owner,
    string Controller,
    ulong Address,
    PageRange Pages,
    PageRange Held);
