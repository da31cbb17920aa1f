namespace RsmConformance.Contract.Agent;

/// <summary>How long an agent waits for others before it says that it waited in vain.</summary>
/// <param name="Await">For a step that another step waits for: until it is begun, and until it blocks or is over.</param>
/// <param name="Close">For calls in progress to unwind when the session ends; what is not back by then is abandoned.</param>
public sealed record AgentLimits(TimeSpan Await, TimeSpan Close)
{
    /// <summary>Five seconds and one second.</summary>
    public static AgentLimits Default { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
}
