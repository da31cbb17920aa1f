namespace RsmConformance.Harness;

/// <summary>How a run treats its cases.</summary>
/// <param name="Run">The id of the run, as its trace says it.</param>
/// <param name="StepLimit">How long a step may take, unless it says so itself, before it counts as hung.</param>
/// <param name="TimeScale">What every limit is multiplied by, on a slow machine; 1 and more.</param>
public sealed record RunSettings(string Run, TimeSpan StepLimit, double TimeScale)
{
    /// <summary>The limit of a step where neither the step nor the user says otherwise.</summary>
    public static readonly TimeSpan DefaultStepLimit = TimeSpan.FromSeconds(10);

    /// <summary>Starting the processes of a session takes longest where many start at once.</summary>
    private static readonly TimeSpan ShortestAnswerLimit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long an agent may take to answer where no step is judged, as when it opens a session: it does not get shorter with
    /// the patience for steps, because an agent that is late is no verdict on the implementation.
    /// </summary>
    public TimeSpan AnswerLimit => (StepLimit > ShortestAnswerLimit ? StepLimit : ShortestAnswerLimit) * TimeScale;
}
