namespace RsmConformance.Harness;

/// <summary>How a run treats its cases.</summary>
/// <param name="Run">The id of the run, as its trace says it.</param>
/// <param name="StepLimit">How long a step may take, unless it says so itself, before it counts as hung.</param>
/// <param name="TimeScale">What every limit is multiplied by, on a slow machine; 1 and more.</param>
public sealed record RunSettings(string Run, TimeSpan StepLimit, double TimeScale)
{
    /// <summary>The limit of a step where neither the step nor the user says otherwise.</summary>
    public static readonly TimeSpan DefaultStepLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the agent may take for its own errands: to greet, to open a session, to close it. These start and end processes, so
    /// that a user who gives the steps of an implementation a short time does not take it from the agent.
    /// </summary>
    public TimeSpan ErrandLimit => (StepLimit > DefaultStepLimit ? StepLimit : DefaultStepLimit) * TimeScale;
}
