using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// The order of a script's steps: which may begin now, given which are complete. Steps that follow each other on one thread of
/// one process go out together, so that an agent need not be asked for each.
/// </summary>
public sealed class StepSchedule
{
    private readonly IReadOnlyList<Step> _script;
    private readonly Dictionary<StepId, int> _position = [];
    private readonly bool[] _sent;
    private readonly bool[] _complete;

    /// <summary>Prepares a schedule.</summary>
    /// <param name="script">The steps of a case.</param>
    /// <exception cref="ArgumentException">A step waits for one that does not come before it, or two have one name.</exception>
    public StepSchedule(IReadOnlyList<Step> script)
    {
        _script = script;
        _sent = new bool[script.Count];
        _complete = new bool[script.Count];
        for (int i = 0; i < script.Count; i++)
        {
            foreach (StepId awaited in script[i].After ?? [])
            {
                if (!_position.ContainsKey(awaited))
                {
                    throw new ArgumentException($"step {script[i].Id} waits for {awaited}, which is no step before it", nameof(script));
                }
            }

            if (!_position.TryAdd(script[i].Id, i))
            {
                throw new ArgumentException($"two steps are called {script[i].Id}", nameof(script));
            }
        }
    }

    /// <summary>Whether every step is complete.</summary>
    public bool IsComplete => Array.TrueForAll(_complete, done => done);

    /// <summary>The steps that were handed out and are not complete.</summary>
    public IEnumerable<Step> InFlight => Where(i => _sent[i] && !_complete[i]);

    /// <summary>The steps that were not handed out.</summary>
    public IEnumerable<Step> NotSent => Where(i => !_sent[i]);

    /// <summary>Whether a step is one of the script's own, rather than inside a repeat or sweep.</summary>
    /// <param name="id">The step.</param>
    public bool Knows(StepId id) => _position.ContainsKey(id);

    /// <summary>Notes that a step is complete.</summary>
    /// <param name="id">The step.</param>
    /// <returns>Whether it was in flight; an end without a beginning is the agent's fault.</returns>
    public bool TryComplete(StepId id)
    {
        int i = _position[id];
        bool inFlight = _sent[i] && !_complete[i];
        _complete[i] = true;
        return inFlight;
    }

    /// <summary>Takes the next batch of steps that may go out now.</summary>
    /// <returns>Steps of one thread in order; empty when all that is left must wait.</returns>
    public IReadOnlyList<Step> TakeReady()
    {
        int first = Array.FindIndex(_sent, sent => !sent);
        for (int i = Math.Max(first, 0); first >= 0 && i < _script.Count; i++)
        {
            if (!_sent[i] && IsReady(i))
            {
                var batch = new List<Step>();
                int next = i;
                do
                {
                    _sent[next] = true;
                    batch.Add(_script[next]);
                    next++;
                }
                while (next < _script.Count && !_sent[next] && Continues(_script[next - 1], _script[next]));
                return batch;
            }
        }

        return [];
    }

    private static bool Continues(Step before, Step step) =>
        step.After is null && step.Role == before.Role && step.Thread == before.Thread;

    private bool IsReady(int i) => _script[i].After is { } after
        ? after.All(id => _complete[_position[id]])
        : i == 0 || _complete[i - 1];

    private IEnumerable<Step> Where(Func<int, bool> condition) =>
        Enumerable.Range(0, _script.Count).Where(condition).Select(i => _script[i]);
}
