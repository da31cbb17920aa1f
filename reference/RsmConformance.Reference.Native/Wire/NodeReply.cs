using System.Text.Json.Serialization;

namespace RsmConformance.Reference.Native;

/// <summary>What a daemon says to a process.</summary>
[JsonDerivedType(typeof(Entered), "entered")]
[JsonDerivedType(typeof(AgentAnswered), "answer")]
[JsonDerivedType(typeof(PagesGiven), "pages")]
[JsonDerivedType(typeof(GatePassed), "passed")]
[JsonDerivedType(typeof(Noticed), "notice")]
internal abstract record NodeReply;

/// <param name="Process">The number of the process in the cluster.</param>
/// <param name="Node">The id of its node.</param>
internal sealed record Entered(int Process, uint Node) : NodeReply;

internal sealed record AgentAnswered(AgentReply Reply) : NodeReply;

/// <param name="Chunk">The pages; their descriptor comes with the message.</param>
/// <param name="Error">A negated errno if there is none; else 0.</param>
internal sealed record PagesGiven(int Chunk, int Error) : NodeReply;

/// <param name="Code">What the call fails with; null to go on.</param>
internal sealed record GatePassed(RsmError? Code) : NodeReply;

/// <param name="Number">To be given back in <see cref="NoticeTaken"/>.</param>
/// <param name="Notice">What the agent tells.</param>
internal sealed record Noticed(long Number, AgentNotice Notice) : NodeReply;
