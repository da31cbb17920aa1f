using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>What the harness tells an agent; one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Close), "close")]
public abstract record HarnessMessage
{
    private HarnessMessage()
    {
    }

    /// <summary>Starts the conversation; answered by <see cref="AgentMessage.Welcome"/>.</summary>
    /// <param name="Protocol">The version of the protocol.</param>
    public sealed record Hello(int Protocol) : HarnessMessage;

    /// <summary>Opens a session: fresh processes on a clean fabric; answered by <see cref="AgentMessage.Opened"/>.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Case">The case that will be played.</param>
    /// <param name="Setup">What symbols stand for.</param>
    public sealed record Open(string Run, CaseId Case, SessionSetup Setup) : HarnessMessage;

    /// <summary>
    /// Does steps, in order, on one thread of one process (or of the test bed); every step answers with an invoke event and an
    /// event that ends it. Messages for other threads may overtake.
    /// </summary>
    /// <param name="Steps">The steps; all have the same role and thread.</param>
    public sealed record Play(Sequence<Step> Steps) : HarnessMessage;

    /// <summary>Ends the session; answered by <see cref="AgentMessage.Closed"/>.</summary>
    public sealed record Close : HarnessMessage;
}
