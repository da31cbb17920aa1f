using System.Text.Json.Serialization;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>What an agent answers its libraries.</summary>
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Unpublished), "unpublished")]
[JsonDerivedType(typeof(Connected), "connected")]
[JsonDerivedType(typeof(NotConnected), "not-connected")]
[JsonDerivedType(typeof(ControllerFound), "controller")]
[JsonDerivedType(typeof(TopologyFound), "topology")]
internal abstract record AgentReply(RsmError Code);

internal sealed record Done(RsmError Code) : AgentReply(Code);

internal sealed record Published(RsmError Code, uint Id) : AgentReply(Code);

/// <param name="WasImported">Whether somebody has seen its pages.</param>
internal sealed record Unpublished(bool WasImported) : AgentReply(RsmError.RSM_SUCCESS);

/// <param name="Pages">The pages of the segment.</param>
/// <param name="Held">The allocation that they belong to.</param>
/// <param name="MapRights">What the connection may map.</param>
/// <param name="Broken">Why it is broken from the start; null if it is not.</param>
internal sealed record Connected(PageRange Pages, PageRange Held, Permission MapRights, AbortCause? Broken)
    : AgentReply(RsmError.RSM_SUCCESS);

/// <param name="Code">The code.</param>
/// <param name="Stage">How far the connect had come.</param>
internal sealed record NotConnected(RsmError Code, ConnectStage Stage) : AgentReply(Code);

internal sealed record ControllerFound(RsmError Code, string Symbol, bool IsLoopback) : AgentReply(Code);

internal sealed record TopologyFound(uint Node, Sequence<LocalController> Controllers) : AgentReply(RsmError.RSM_SUCCESS);

internal sealed record LocalController(string Name, ulong HardwareAddress, Sequence<PathInfo> Paths);

/// <param name="Node">The remote node.</param>
/// <param name="Controller">Name of its controller.</param>
/// <param name="HardwareAddress">Address of its controller.</param>
/// <param name="State">1 down, 3 active.</param>
internal sealed record PathInfo(uint Node, string Controller, ulong HardwareAddress, uint State);
