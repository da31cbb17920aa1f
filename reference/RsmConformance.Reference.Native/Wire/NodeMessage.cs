using System.Text.Json.Serialization;

namespace RsmConformance.Reference.Native;

/// <summary>
/// What a process says to its node's daemon: one message a packet. Who it is the daemon asks the kernel; nothing here says so.
/// </summary>
[JsonDerivedType(typeof(EnterNode), "enter")]
[JsonDerivedType(typeof(HearNotices), "hear")]
[JsonDerivedType(typeof(AskAgent), "ask")]
[JsonDerivedType(typeof(AllocatePages), "allocate")]
[JsonDerivedType(typeof(OpenPages), "open")]
[JsonDerivedType(typeof(ForgetPages), "forget")]
[JsonDerivedType(typeof(WatchOwner), "watch")]
[JsonDerivedType(typeof(PassGate), "pass")]
[JsonDerivedType(typeof(CallOff), "call-off")]
[JsonDerivedType(typeof(NoticeTaken), "taken")]
internal abstract record NodeMessage;

/// <summary>The first message of a process, over the connection that it asks most things over.</summary>
/// <param name="Version">See <see cref="Packet.Version"/>.</param>
/// <param name="Role">What a test bed calls the process when it holds its calls; null where none does.</param>
internal sealed record EnterNode(int Version, string? Role = null) : NodeMessage;

/// <summary>The second, over the connection that notices go over.</summary>
internal sealed record HearNotices : NodeMessage;

/// <param name="Request">The message of the library. One that makes a segment is the first over the segment's own connection.</param>
/// <param name="Umask">The umask of the process, where the request depends on it.</param>
internal sealed record AskAgent(AgentRequest Request, Permission? Umask) : NodeMessage;

internal sealed record AllocatePages(long Length) : NodeMessage;

internal sealed record OpenPages(int Chunk, bool Writes) : NodeMessage;

internal sealed record ForgetPages(int Chunk) : NodeMessage;

/// <summary>Asks for the life of the process that has made pages (front/life.c).</summary>
internal sealed record WatchOwner(int Chunk) : NodeMessage;

/// <summary>A call has come to a gate; the answer is <see cref="GatePassed"/>, when it may go on.</summary>
internal sealed record PassGate(string Gate) : NodeMessage;

/// <summary>The caller was interrupted. The question over this connection is answered all the same, and at once.</summary>
internal sealed record CallOff : NodeMessage;

/// <summary>What a notice says holds in the process now.</summary>
internal sealed record NoticeTaken(long Number) : NodeMessage;
