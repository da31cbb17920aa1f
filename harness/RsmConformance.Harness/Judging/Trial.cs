using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>
/// The trial of one case: follows the trace event by event with the belief in all consistent worlds, up to the first event that
/// no world permits, then compares with what the case itself states.
/// </summary>
internal sealed class Trial
{
    private readonly Case _case;
    private readonly RecordedCase _recorded;
    private readonly Profile _profile;
    private readonly ScriptIndex _script;
    private readonly WorldEvents _worldEvents;
    private readonly Belief _belief;
    private readonly CallsUnderWay _calls = new();
    private readonly MissingResults _missing = new();
    private readonly SeenOutcomes _seen;

    public Trial(Case testCase, RecordedCase recorded, Profile profile)
    {
        _case = testCase;
        _recorded = recorded;
        _profile = profile;
        _script = new ScriptIndex(testCase.Script);
        _worldEvents = new WorldEvents(recorded.Setup);
        _belief = new Belief(new RsmModel(_worldEvents.Scene()), profile);
        _seen = new SeenOutcomes(testCase, profile);
    }

    /// <summary>The states that explain what has been followed so far.</summary>
    public IEnumerable<WorldState> States => _belief.States;

    /// <summary>Follows the trace.</summary>
    /// <returns>What decided the case; null when it is PASS.</returns>
    public Finding? Follow() => FollowEvents() ?? Completeness.Check(_case, _recorded) ?? _seen.Check() ?? Remarks();

    /// <summary>Follows what happened, and asks for nothing that did not.</summary>
    public Finding? FollowEvents()
    {
        foreach (TraceEvent seen in _recorded.Events)
        {
            if (_script.Find(seen.Step) is not { } step)
            {
                return Finding.HarnessFault($"the trace has a step {seen.Step} that the case has not");
            }

            if ((seen.Event == EventKind.Invoke ? Begin(step, seen) : End(step, seen)) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>The verdict.</summary>
    public Judgement Close(Finding? finding) => new(
        _case.Id,
        finding?.Verdict ?? Verdict.Pass,
        [.. _case.Assertions],
        finding?.Reason,
        finding?.Words,
        finding?.Assertion,
        finding?.Step,
        finding?.Permitted ?? [],
        finding?.Observed,
        [.. _belief.Deviations.Append(_seen.Tolerated).OfType<string>().Distinct()],
        _seen.All);

    private Finding? Begin(Step step, TraceEvent seen)
    {
        if (step.Action is StepAction.Call call)
        {
            CallKey key = _calls.Begin(seen);
            ApiCall bound = seen.Value is { } value ? SweepBinding.Bind(call.Api, _script.VariableAt(step.Id)!, value) : call.Api;
            _belief.Begin(key, step.Role!, bound);
            if (_calls.TakeFailure(step.Role!, bound) is { } failure)
            {
                _belief.Happen(new Stimulus.FailureInjected(key, failure));
            }
        }
        else if (step.Action is StepAction.Interrupt interrupt && _calls.Find(interrupt.Target) is { } interrupted)
        {
            _belief.Happen(new Stimulus.Interrupt(interrupted));
        }
        else if (WorldEvents.ActsFromBeginning(step.Action))
        {
            _calls.NoteEnd(step);
            _belief.Overtake(_calls.PerhapsThrough);
            _belief.Happen(_worldEvents.Of(step)!);
        }
        else
        {
            _calls.NoteGate(step.Action);
        }

        return null;
    }

    private Finding? End(Step step, TraceEvent seen) => seen.Event switch
    {
        EventKind.NotRun when _missing.Excuse(step) => Forget(step, seen),
        EventKind.NotRun => new Finding(
            Verdict.Unresolved, ReasonCode.NotRun, $"step {step.Id} was not run: {seen.Why}", step.Id),
        EventKind.Lost => new Finding(
            Verdict.Unresolved, ReasonCode.Lost, $"contact was lost during step {step.Id}: {seen.Why}", step.Id),
        EventKind.Hung => new Finding(
            Verdict.Hang, ReasonCode.NoReturn, $"step {step.Id} did not come back: {seen.Why}", step.Id, AssertionAt(step), [], OutcomeName.Hung),
        EventKind.Exited or EventKind.Killed when _calls.IsEnded(seen.Process) => EndWithItsProcess(step, seen),
        EventKind.Exited => Died(step, seen, $"the process ended by itself with code {seen.Code} in step {step.Id}"),
        EventKind.Killed => Died(step, seen, $"the process was ended by signal {seen.Code} in step {step.Id}"),
        EventKind.Return => EndCall(step, seen),
        EventKind.Done or EventKind.Faulted => EndAction(step, seen),
        EventKind.Invoke => throw new InvalidOperationException("an invoke ends nothing"),
        _ => throw new ArgumentOutOfRangeException(nameof(seen), seen.Event, "no such event"),
    };

    // The agent announces every step, also those that it then cannot begin.
    private Finding? Forget(Step step, TraceEvent seen)
    {
        if (step.Action is StepAction.Call)
        {
            _belief.Forget(_calls.End(seen));
        }

        return null;
    }

    // A call of a process that a step has ended never comes back, and that is nobody's fault.
    private Finding? EndWithItsProcess(Step step, TraceEvent seen)
    {
        _calls.End(seen);
        _seen.Note(step, seen, seen.Event == EventKind.Killed ? OutcomeName.Killed : OutcomeName.Exited, null);
        return null;
    }

    private Finding? EndCall(Step step, TraceEvent seen)
    {
        CallKey key = _calls.End(seen);
        if (seen.Allocation is { } allocation)
        {
            if (allocation.Seen == 0)
            {
                return new Finding(
                    Verdict.Unresolved,
                    ReasonCode.MeansWithoutEffect,
                    $"no heap allocation of the call in step {step.Id} could be seen, so none could be failed",
                    step.Id);
            }

            if (allocation.Fired)
            {
                _belief.Happen(new Stimulus.AllocationFailed(key));
            }
        }

        Narrowing narrowing = _belief.End(key, t => OutcomeMatch.Fits(t, seen));
        string outcome = OutcomeName.OfCode(seen.Code!.Value);
        _seen.Note(step, seen, outcome, narrowing);
        _missing.Note(step, ((StepAction.Call)step.Action).Api, seen.Code == (int)RsmError.RSM_SUCCESS);
        if (!narrowing.Possible)
        {
            (AssertionId assertion, string observed) = Accusation.Of(narrowing, seen);
            return Break(step, seen, narrowing, Named(step, seen, outcome, assertion), observed);
        }

        return step.Part is StepPart.Preamble or StepPart.Control && seen.Code != (int)RsmError.RSM_SUCCESS
            ? Finding.Broken(step, $"step {step.Id} had to succeed and returned {outcome}", AssertionAt(step), narrowing.Accepted, outcome)
            : null;
    }

    private Finding? EndAction(Step step, TraceEvent seen)
    {
        if (step.Action is StepAction.Measure measure)
        {
            return _seen.Measure(step, measure, seen);
        }

        if (WorldEvents.ActsFromBeginning(step.Action) || _worldEvents.Of(step) is not { } stimulus)
        {
            _seen.Note(step, seen, OutcomeName.Done, null);
            return null;
        }

        Narrowing narrowing = _belief.See(stimulus, t => OutcomeMatch.Fits(t, seen));
        string outcome = seen.Event == EventKind.Faulted ? OutcomeName.Fault
            : step.Action is not StepAction.Load ? OutcomeName.Done
            : narrowing.Possible && narrowing.Accepted.Contains(OutcomeName.Data) ? OutcomeName.Data
            : narrowing.Possible ? OutcomeName.AnyData
            : OutcomeName.WrongData;
        _seen.Note(step, seen, outcome, narrowing);
        if (!narrowing.Possible)
        {
            AssertionId assertion = Accusation.OfAction(narrowing, seen);
            return Break(step, seen, narrowing, Named(step, seen, outcome, assertion), outcome);
        }

        return step.Part is StepPart.Preamble or StepPart.Control && seen.Event == EventKind.Faulted
            ? Finding.Broken(step, $"step {step.Id} had to succeed and faulted", AssertionAt(step), narrowing.Accepted, outcome)
            : null;
    }

    // A death is tolerated where the page permits it of the call that was under way; one before the call began is not its doing.
    private Finding? Died(Step step, TraceEvent seen, string words)
    {
        bool tolerated = step.Action is StepAction.Call
            && seen.Event == EventKind.Killed
            && _calls.Find(step.Id) is not null
            && _belief.End(_calls.End(seen), t => OutcomeMatch.Fits(t, seen)).Possible;
        if (tolerated)
        {
            _seen.Note(step, seen, OutcomeName.Killed, null);
            return null;
        }

        return new Finding(
            Verdict.Crash,
            ReasonCode.Died,
            seen.Why is { } why ? $"{words}: {why}" : words,
            step.Id,
            AssertionAt(step),
            [],
            seen.Event == EventKind.Exited ? OutcomeName.Exited : OutcomeName.Killed);
    }

    // Several assertions may forbid one thing. What the case states at a step comes from its own main assertion, so that one is
    // named where the statement is broken; elsewhere it is the model that knows. The page of a supporting function does not say
    // what its failure tells here; the step does.
    private string Named(Step step, TraceEvent seen, string outcome, AssertionId byModel) =>
        _case.Assertions.Contains(byModel.Value) ? byModel.Value
        : step.About is { } about && IsSupport(byModel) ? about
        : _seen.IsForbiddenByCase(step, seen, outcome) ? _case.Assertions[0]
        : byModel.Value;

    private static bool IsSupport(AssertionId assertion) => assertion.Value.StartsWith("support.", StringComparison.Ordinal);

    private static Finding Break(Step step, TraceEvent seen, Narrowing narrowing, string assertion, string observed)
    {
        string place = seen.Value is { } value ? $"step {step.Id} for {value}" : $"step {step.Id}";
        string permitted = string.Join(" or ", narrowing.Accepted.Concat(narrowing.Tolerated));
        return Finding.Broken(step, $"{place}: permitted is {permitted}; seen was {observed}", assertion, narrowing.Accepted, observed);
    }

    private string AssertionAt(Step step) => step.About ?? _case.Assertions[0];

    private Finding? Remarks()
    {
        if (_belief.MeansIdle)
        {
            return new Finding(
                Verdict.Unresolved, ReasonCode.MeansWithoutEffect, "the means was used and what it should have broken still worked");
        }

        if (_belief.Deviations.Count > 0 || _seen.Tolerated is not null)
        {
            string names = string.Join(", ", _belief.Deviations.Append(_seen.Tolerated).OfType<string>().Distinct());
            return new Finding(
                Verdict.Warn, ReasonCode.Deviation, $"documented deviation {names}, tolerated by profile {_profile.Name}", _seen.Decisive?.Step,
                null, _seen.Decisive?.Accepted, _seen.Decisive?.Outcome);
        }

        return _seen.Choice is { } choice
            ? new Finding(
                Verdict.Observed, ReasonCode.FreeChoice, $"of {string.Join(", ", choice.Accepted)} this was seen: {choice.Outcome}", choice.Step,
                null, choice.Accepted, choice.Outcome)
            : null;
    }
}
