using System.Text.Json.Serialization;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// What a library asks of its node's agent. Segments go by keys that the library gives out: the process number in the upper half,
/// a running number in the lower, so that a notice can reach a segment whose connect has not returned yet.
/// </summary>
[JsonDerivedType(typeof(CreateExport), "create")]
[JsonDerivedType(typeof(DestroyExport), "destroy")]
[JsonDerivedType(typeof(RebindExport), "rebind")]
[JsonDerivedType(typeof(PublishExport), "publish")]
[JsonDerivedType(typeof(UnpublishExport), "unpublish")]
[JsonDerivedType(typeof(MoveExport), "move")]
[JsonDerivedType(typeof(RepublishExport), "republish")]
[JsonDerivedType(typeof(ConnectImport), "connect")]
[JsonDerivedType(typeof(DisconnectImport), "disconnect")]
[JsonDerivedType(typeof(PostSignal), "post")]
[JsonDerivedType(typeof(FindController), "controller")]
[JsonDerivedType(typeof(QueryTopology), "topology")]
internal abstract record AgentRequest(CallFacts Facts);

internal sealed record CreateExport(CallFacts Facts, long Key, string Controller, PageRange Pages, PageRange Held, bool MayRebind)
    : AgentRequest(Facts);

internal sealed record DestroyExport(CallFacts Facts, long Key) : AgentRequest(Facts);

internal sealed record RebindExport(CallFacts Facts, long Key, PageRange Pages, PageRange Held) : AgentRequest(Facts);

internal sealed record PublishExport(CallFacts Facts, long Key, uint Id, Sequence<ListEntry> List, bool HasList) : AgentRequest(Facts);

internal sealed record UnpublishExport(CallFacts Facts, long Key) : AgentRequest(Facts);

/// <summary>The pages of a segment that was withdrawn belong to another allocation by now.</summary>
internal sealed record MoveExport(CallFacts Facts, long Key, PageRange Held) : AgentRequest(Facts);

internal sealed record RepublishExport(CallFacts Facts, long Key, Sequence<ListEntry> List, bool HasList) : AgentRequest(Facts);

/// <param name="Facts">The call.</param>
/// <param name="Key">The key that the import will have.</param>
/// <param name="Target">What is asked for.</param>
/// <param name="Found">The condition that the library has found to hold; then nothing is connected, but the rest is judged.</param>
internal sealed record ConnectImport(CallFacts Facts, long Key, ConnectTarget Target, ConnectCondition? Found) : AgentRequest(Facts);

internal sealed record DisconnectImport(CallFacts Facts, long Key, ReleasePath Path) : AgentRequest(Facts);

internal sealed record PostSignal(CallFacts Facts, long Key, bool FromExport, bool Accumulates) : AgentRequest(Facts);

internal sealed record FindController(CallFacts Facts, string Name, Sequence<string> InUse) : AgentRequest(Facts);

internal sealed record QueryTopology(CallFacts Facts) : AgentRequest(Facts);
