using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>
/// Delta debugging over a scenario: what comes after the failure, whole processes, stretches of steps from long to single,
/// then repeats, sweeps, threads and identities, again and again until nothing more can go.
/// </summary>
/// <param name="play">Plays a candidate; null when the limits are reached.</param>
/// <param name="failing">The failure.</param>
/// <param name="isSound">Whether a candidate that fails may be trusted.</param>
internal sealed class Reduction(Func<Case, Played?> play, Played failing, Func<Case, bool> isSound)
{
    private readonly HashSet<string> _tried = [];
    private bool _isOver;

    /// <summary>The smallest failure found so far.</summary>
    public Played Smallest { get; private set; } = failing;

    private IReadOnlyList<Step> Steps => Scenario.Steps(Smallest.Case);

    // What is done between the counts of a leak is the cycle itself: with less of it, growth may be right.
    private HashSet<StepId> Kept { get; } = failing.Judgement.Reason == ReasonCode.Growth ? Scenario.Cycle(failing.Case) : [];

    /// <summary>Reduces.</summary>
    /// <returns>Whether it came to its end, rather than to a limit.</returns>
    public bool Reduce()
    {
        CutTail();
        bool smaller = true;
        while (smaller && !_isOver)
        {
            smaller = DropRoles();
            smaller |= DropSteps();
            smaller |= PutInOrder();
            smaller |= Unroll();
            smaller |= Simplify();
        }

        return !_isOver;
    }

    private void CutTail()
    {
        IReadOnlyList<TraceEvent> events = Smallest.Recorded.Events;
        long end = events.LastOrDefault(e => e.Step == Smallest.Judgement.Step && e.EndsStep)?.Seq ?? long.MaxValue;
        HashSet<StepId> begun = [.. events.Where(e => e.Seq <= end && e.Event != EventKind.NotRun).Select(e => e.Step)];
        Try(Scenario.Without(Smallest.Case, Steps.Select(s => s.Id).Where(id => !begun.Contains(id)).ToHashSet()));
    }

    /// <summary>
    /// What did not overlap is put one after the other, as it was seen: a failure that comes so does not depend on chance.
    /// </summary>
    private bool PutInOrder()
    {
        var doings = Smallest.Recorded.Events.GroupBy(e => e.Step).ToDictionary(g => g.Key, g => (Begin: g.Min(e => e.Seq), End: g.Max(e => e.Seq)));
        if (!Smallest.Case.Script.All(s => doings.ContainsKey(s.Id)))
        {
            return false;
        }

        Step[] order = [.. Smallest.Case.Script.OrderBy(s => doings[s.Id].Begin)];
        bool overlaps = order.Zip(order.Skip(1), (one, next) => doings[next.Id].Begin < doings[one.Id].End).Any(o => o);
        return !overlaps && Try(Scenario.Explicit(Smallest.Case with { Script = [.. order.Select(s => s with { After = null })] }));
    }

    private bool DropRoles()
    {
        bool smaller = false;
        foreach (Role role in Smallest.Case.Roles)
        {
            smaller |= Try(Scenario.Without(Smallest.Case, Steps.Where(s => s.Role == role.Name).Select(s => s.Id).ToHashSet()));
        }

        return smaller;
    }

    private bool DropSteps()
    {
        bool smaller = false;
        for (int length = Math.Max(1, Steps.Count / 2); length >= 1 && !_isOver; length /= 2)
        {
            // From the end: what comes late depends on what comes early, so that it goes first.
            for (int start = Steps.Count - length; start > -length; start -= length)
            {
                IReadOnlyList<Step> steps = Steps;
                int from = Math.Max(0, start);
                int to = Math.Min(steps.Count, start + length);
                HashSet<StepId> gone = [.. steps.Take(to).Skip(from).Select(s => s.Id)];
                smaller |= gone.Count > 0 && Try(Scenario.Without(Smallest.Case, gone));
            }
        }

        return smaller;
    }

    private bool Unroll()
    {
        bool smaller = false;
        foreach (Step step in Smallest.Case.Script)
        {
            switch (step.Action)
            {
                case StepAction.Sweep sweep:
                    smaller |= sweep.Values.Any(value => Try(Scenario.Inline(
                        Smallest.Case, step.Id, sweep.Body.Select(s => Bind(s, sweep.Variable, value)))));
                    break;
                case StepAction.Repeat repeat:
                    smaller |= Try(Scenario.Inline(Smallest.Case, step.Id, repeat.Body));
                    break;
                default:
                    break;
            }
        }

        return smaller;
    }

    private bool Simplify()
    {
        bool smaller = false;
        foreach ((string? role, string thread) in Steps.Where(s => s.Role is not null && s.Thread != Step.MainThread).Select(s => (s.Role, s.Thread)).Distinct())
        {
            smaller |= Try(Scenario.With(Smallest.Case, s => s.Role == role && s.Thread == thread ? s with { Thread = Step.MainThread } : s));
        }

        foreach (Role role in Smallest.Case.Roles.Where(r => r.Identity != IdentityClass.Owner))
        {
            Sequence<Role> roles = [.. Smallest.Case.Roles.Select(r => r.Name == role.Name ? r with { Identity = IdentityClass.Owner } : r)];
            smaller |= Try(Smallest.Case with { Roles = roles });
        }

        return smaller;
    }

    private static Step Bind(Step step, string variable, string value) =>
        step.Action is StepAction.Call call ? step with { Action = new StepAction.Call(SweepBinding.Bind(call.Api, variable, value)) } : step;

    private bool Try(Case candidate)
    {
        if (_isOver || candidate == Smallest.Case || Kept.Any(k => Scenario.Steps(candidate).All(s => s.Id != k)) || !Scenario.IsPlayable(candidate) || !_tried.Add(Protocol.Write(candidate)))
        {
            return false;
        }

        Played? played = play(candidate);
        _isOver = played is null;
        if (played is null
            || !played.IsSameFailure(Smallest.Judgement.Verdict, Smallest.Judgement.Assertion)
            || !isSound(candidate))
        {
            return false;
        }

        Smallest = played;
        return true;
    }
}
