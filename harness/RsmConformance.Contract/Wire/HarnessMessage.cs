using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>What the harness tells an agent; one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Hello), "hello")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Play), "play")]
[JsonDerivedType(typeof(Examine), "examine")]
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
    /// <param name="Traced">Whether the processes run under a debugger that says where they crash, where the agent has one.</param>
    /// <param name="Environment">The variables that the bed sets for the processes; null for none.</param>
    public sealed record Open(
        string Run,
        CaseId Case,
        SessionSetup Setup,
        bool Traced = false,
        Sequence<NodeVariable>? Environment = null) : HarnessMessage;

    /// <summary>
    /// Does steps, in order, on one thread of one process (or of the test bed); every step answers with an invoke event and an
    /// event that ends it. Messages for other threads may overtake.
    /// </summary>
    /// <param name="Steps">The steps; all have the same role and thread.</param>
    public sealed record Play(Sequence<Step> Steps) : HarnessMessage;

    /// <summary>
    /// Asks who the processes of the session are; answered by <see cref="AgentMessage.Examined"/>. With stacks, the agent also
    /// writes to its standard error where their threads stand, as far as it can see.
    /// </summary>
    /// <param name="Stacks">Whether the stacks are wanted.</param>
    public sealed record Examine(bool Stacks) : HarnessMessage;

    /// <summary>Ends the session; answered by <see cref="AgentMessage.Closed"/>.</summary>
    public sealed record Close : HarnessMessage;
}
