using RsmConformance.Contract;

namespace RsmConformance.Harness.Beds;

/// <summary>The steps of one thread, of a process or of the test bed, in their order: what an agent is doing, and what waits for that.</summary>
internal sealed class BedLane
{
    private readonly HashSet<StepId> _underWay = [];

    /// <summary>The steps that nobody was given yet.</summary>
    public Queue<Step> Waiting { get; } = [];

    /// <summary>Who has the steps under way.</summary>
    public IAgentChannel? With { get; private set; }

    /// <summary>Whether an agent has steps of this thread.</summary>
    public bool IsBusy => _underWay.Count > 0;

    /// <summary>Takes the next steps for one agent, as far as they go to it without a break.</summary>
    public List<Step> Take(IAgentChannel agent, Func<Step, IAgentChannel?> route)
    {
        var batch = new List<Step>();
        while (Waiting.TryPeek(out Step? next) && route(next) == agent)
        {
            batch.Add(Waiting.Dequeue());
            _underWay.Add(next.Id);
        }

        With = agent;
        return batch;
    }

    /// <summary>Notes the end of a step.</summary>
    public void NoteEnd(StepId step) => _underWay.Remove(step);
}
