using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// Smaller scenarios from a scenario. Every one is whole again: no step waits for one that is gone, no role stands idle, and
/// nothing is expected of a step that is not there.
/// </summary>
internal static class Scenario
{
    /// <summary>The same scenario with every wait written out, so that a step can go without changing what others wait for.</summary>
    public static Case Explicit(Case scenario)
    {
        var steps = new List<Step>();
        foreach (Step step in scenario.Script)
        {
            steps.Add(step with { After = step.After ?? (steps.Count > 0 ? [steps[^1].Id] : []) });
        }

        return scenario with { Script = [.. steps] };
    }

    /// <summary>All steps, those inside repeats and sweeps after the step that holds them.</summary>
    public static IReadOnlyList<Step> Steps(Case scenario) => [.. RequiredMeans.Flatten(scenario.Script)];

    /// <summary>How many steps are done: a repeat or sweep counts by what is in it.</summary>
    public static int Size(Case scenario) => Steps(scenario).Count(s => s.Action is not (StepAction.Repeat or StepAction.Sweep));

    /// <summary>The processes and threads that do something.</summary>
    public static int Threads(Case scenario) =>
        Steps(scenario).Where(s => s.Role is not null).Select(s => (s.Role, s.Thread)).Distinct().Count();

    /// <summary>Leaves steps out.</summary>
    /// <param name="scenario">A scenario whose waits are written out.</param>
    /// <param name="gone">The steps.</param>
    public static Case Without(Case scenario, IReadOnlySet<StepId> gone)
    {
        var steps = new List<Step>();
        var instead = new Dictionary<StepId, Sequence<StepId>>();
        foreach (Step step in scenario.Script)
        {
            Sequence<StepId> after = [.. step.After!.Value.SelectMany(a => instead.TryGetValue(a, out Sequence<StepId> other) ? other : [a]).Distinct()];
            if (Left(step, gone) is { } left)
            {
                steps.Add(left with { After = after });
            }
            else
            {
                instead[step.Id] = after;
            }
        }

        return Whole(scenario with { Script = [.. steps] });
    }

    /// <summary>The scenario with some of its steps written anew.</summary>
    public static Case With(Case scenario, Func<Step, Step> rewrite) => Whole(scenario with { Script = [.. scenario.Script.Select(rewrite)] });

    /// <summary>Puts steps in the place of one that holds them.</summary>
    public static Case Inline(Case scenario, StepId holder, IEnumerable<Step> body)
    {
        var steps = new List<Step>();
        StepId? last = null;
        foreach (Step step in scenario.Script)
        {
            Sequence<StepId> after = [.. step.After!.Value.Select(a => a == holder && last is { } end ? end : a)];
            if (step.Id != holder)
            {
                steps.Add(step with { After = after });
                continue;
            }

            foreach (Step inner in body)
            {
                steps.Add(inner with { After = last is { } before ? [before] : after });
                last = inner.Id;
            }
        }

        return Whole(scenario with { Script = [.. steps] });
    }

    /// <summary>What a scenario no longer needs goes, so that it says what it does and nothing else.</summary>
    public static Case Whole(Case scenario)
    {
        IReadOnlyList<Step> steps = Steps(scenario);
        HashSet<StepId> ids = [.. steps.Select(s => s.Id)];
        HashSet<string> busy = [.. steps.SelectMany(Named)];
        return scenario with
        {
            Roles = [.. scenario.Roles.Where(r => busy.Contains(r.Name))],
            Expected = [.. scenario.Expected.Where(e => ids.Contains(e.Step))],
        };
    }

    /// <summary>Whether a scenario can be played at all: what a step steers is there before it.</summary>
    public static bool IsPlayable(Case scenario)
    {
        var before = new HashSet<StepId>();
        foreach (Step step in scenario.Script)
        {
            StepId? target = step.Action switch
            {
                StepAction.AwaitBlocked await => await.Target,
                StepAction.Interrupt interrupt => interrupt.Target,
                _ => (StepId?)null,
            };
            if (target is { } steered && !before.Contains(steered))
            {
                return false;
            }

            before.Add(step.Id);
        }

        return scenario.Script.Count > 0;
    }

    /// <summary>The counts of a series and all that is done between them.</summary>
    public static HashSet<StepId> Cycle(Case scenario)
    {
        bool Counts(Step step) => step.Action is StepAction.Measure;
        IEnumerable<Step> between = scenario.Script.SkipWhile(s => !Counts(s)).Reverse().SkipWhile(s => !Counts(s));
        return [.. RequiredMeans.Flatten(between).Select(s => s.Id)];
    }

    private static Step? Left(Step step, IReadOnlySet<StepId> gone)
    {
        if (gone.Contains(step.Id))
        {
            return null;
        }

        Sequence<Step> body = [.. ActionBody(step.Action).Select(s => Left(s, gone)).OfType<Step>()];
        return step.Action switch
        {
            StepAction.Repeat repeat => body.Count > 0 ? step with { Action = repeat with { Body = body } } : null,
            StepAction.Sweep sweep => body.Count > 0 ? step with { Action = sweep with { Body = body } } : null,
            _ => step,
        };
    }

    private static IEnumerable<Step> ActionBody(StepAction action) => Wording.ActionText.BodyOf(action);

    private static IEnumerable<string> Named(Step step)
    {
        string? other = step.Action switch
        {
            StepAction.Kill kill => kill.Killed,
            StepAction.Spawn spawn => spawn.Started,
            StepAction.Fork fork => fork.Child,
            StepAction.HoldGate hold => hold.Held,
            StepAction.ReleaseGate release => release.Held,
            StepAction.FailGate fail => fail.Failed,
            _ => null,
        };
        return ((string?[])[step.Role, other]).OfType<string>();
    }
}
