using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// The lanes of a scenario and what they must wait for: only what does not follow from the order within a lane or from an
/// earlier wait.
/// </summary>
internal sealed class LaneTable
{
    private readonly Dictionary<StepId, IReadOnlyList<StepId>> _waits = [];
    private readonly HashSet<StepId> _awaited = [];
    private readonly Dictionary<StepId, Lane> _laneOf = [];

    public LaneTable(Case scenario)
    {
        Scenario = scenario;
        // A single process in a strict order can operate the bed itself.
        string? operating = IsInOrder(scenario) && scenario.Roles.Count == 1 && scenario.Script.All(s => s.Role is not null || IsHook(s.Action))
            ? scenario.Roles[0].Name
            : null;
        Lanes =
        [
            .. scenario.Script.GroupBy(s => (s.Role ?? operating, s.Role is null ? Step.MainThread : s.Thread)).Select(g => new Lane(g.Key.Item1, g.Key.Item2, [.. g]))
                .OrderBy(lane => lane.Role is null ? int.MaxValue : RoleIndex(lane.Role)).ThenBy(lane => lane.IsMain ? 0 : 1),
        ];
        foreach (Lane lane in Lanes)
        {
            foreach (Step step in lane.Steps)
            {
                _laneOf[step.Id] = lane;
            }
        }

        FindWaits();
    }

    public Case Scenario { get; }

    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>The steps whose end somebody waits for, in the order of the script.</summary>
    public IEnumerable<StepId> Awaited => Scenario.Script.Select(s => s.Id).Where(_awaited.Contains);

    /// <summary>The steps that are steered from outside: their lane tells when it begins them.</summary>
    public IEnumerable<StepId> Steered => Scenario.Script.Select(s => Target(s.Action)).OfType<StepId>().Distinct();

    public Lane LaneOf(StepId step) => _laneOf[step];

    public Step StepOf(StepId step) => Scenario.Script.First(s => s.Id == step);

    public IReadOnlyList<StepId> WaitsOf(StepId step) => _waits.TryGetValue(step, out IReadOnlyList<StepId>? waits) ? waits : [];

    public bool IsAwaited(StepId step) => _awaited.Contains(step);

    public static StepId? Target(StepAction action) => action switch
    {
        StepAction.AwaitBlocked await => await.Target,
        StepAction.Interrupt interrupt => interrupt.Target,
        _ => (StepId?)null,
    };

    private static bool IsInOrder(Case scenario) =>
        scenario.Script.Zip(scenario.Script.Skip(1), (one, next) => next.After is [var only] && only == one.Id).All(follows => follows);

    private static bool IsHook(StepAction action) =>
        action is StepAction.InjectFault or StepAction.ClearFault or StepAction.HoldGate or StepAction.ReleaseGate or StepAction.FailGate;

    private int RoleIndex(string role)
    {
        int index = 0;
        while (Scenario.Roles[index].Name != role)
        {
            index++;
        }

        return index;
    }

    private void FindWaits()
    {
        var known = new Dictionary<StepId, HashSet<StepId>>();
        var last = new Dictionary<Lane, StepId>();
        foreach (Step step in Scenario.Script)
        {
            Lane lane = _laneOf[step.Id];
            HashSet<StepId> before = last.TryGetValue(lane, out StepId previous) ? [.. known[previous], previous] : [];
            var waits = new List<StepId>();
            // The latest first: who waits for it need not wait for what it waited for.
            foreach (StepId awaited in (step.After ?? []).Reverse())
            {
                if (before.Contains(awaited))
                {
                    continue;
                }

                waits.Add(awaited);
                before.Add(awaited);
                before.UnionWith(known[awaited]);
            }

            waits.Reverse();
            _waits[step.Id] = waits;
            _awaited.UnionWith(waits);
            if (Target(step.Action) is { } target)
            {
                _awaited.Add(target);
            }

            known[step.Id] = before;
            last[lane] = step.Id;
        }
    }
}
