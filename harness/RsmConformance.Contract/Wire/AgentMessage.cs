using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>What an agent tells the harness; one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Welcome), "welcome")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Happened), "event")]
[JsonDerivedType(typeof(Examined), "examined")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Failed), "failed")]
public abstract record AgentMessage
{
    private AgentMessage()
    {
    }

    /// <summary>The agent is there.</summary>
    /// <param name="Protocol">The version of the protocol that it speaks.</param>
    /// <param name="Iut">The name and version of the implementation under test.</param>
    /// <param name="IutDigest">A digest of it.</param>
    /// <param name="PageSize">Bytes in a page.</param>
    /// <param name="Means">
    /// What the agent can do beyond plain calls; see <see cref="RequiredMeans"/>. <c>debugger</c> among them says that a session
    /// can be traced.
    /// </param>
    /// <param name="ConfinedTo">Who all its processes are, where it cannot make them anybody else; null where it can.</param>
    public sealed record Welcome(
        int Protocol,
        string Iut,
        string IutDigest,
        int PageSize,
        Sequence<string> Means,
        Identity? ConfinedTo = null) : AgentMessage;

    /// <summary>The session is open and every process that is not late runs.</summary>
    public sealed record Opened : AgentMessage;

    /// <summary>Something happened.</summary>
    /// <param name="What">What.</param>
    public sealed record Happened(TraceEvent What) : AgentMessage;

    /// <summary>Who the processes are.</summary>
    /// <param name="Processes">Those that run, where the agent can tell.</param>
    public sealed record Examined(Sequence<ProcessSeen> Processes) : AgentMessage;

    /// <summary>The session is over and nothing of it is left.</summary>
    public sealed record Closed : AgentMessage;

    /// <summary>The agent itself failed; never the fault of the implementation under test.</summary>
    /// <param name="Why">Why, in words.</param>
    public sealed record Failed(string Why) : AgentMessage;
}
