using System.Text.Json.Serialization;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>What an agent tells a library unasked.</summary>
[JsonDerivedType(typeof(ConnectionBroken), "broken")]
[JsonDerivedType(typeof(SegmentRebound), "rebound")]
[JsonDerivedType(typeof(LinkRegraded), "regraded")]
[JsonDerivedType(typeof(LinkRevived), "revived")]
[JsonDerivedType(typeof(SignalArrived), "signal")]
internal abstract record AgentNotice(long Key);

/// <param name="Key">The import.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsTold">Whether the process learns of it.</param>
/// <param name="CutsMaps">Whether its maps lose the live memory.</param>
internal sealed record ConnectionBroken(long Key, AbortCause Cause, bool IsTold, bool CutsMaps) : AgentNotice(Key);

internal sealed record SegmentRebound(long Key, PageRange Pages, PageRange Held, bool ReachesMaps, bool ReachesTransfers) : AgentNotice(Key);

internal sealed record LinkRevived(long Key) : AgentNotice(Key);

internal sealed record LinkRegraded(long Key, Permission Rights) : AgentNotice(Key);

internal sealed record SignalArrived(long Key, bool Accumulates) : AgentNotice(Key);
