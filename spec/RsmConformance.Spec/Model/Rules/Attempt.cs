using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What is claimed about the output object of a call that failed.</summary>
internal enum FailureOutput
{
    /// <summary>There is none that could be written.</summary>
    None,

    /// <summary>It is that of connect, about which A05 decides.</summary>
    Connect,

    /// <summary>It is that of a supporting function, about which nothing is claimed.</summary>
    Free,
}

/// <summary>
/// Gathers the conditions that hold for a call and turns them into what may happen: any error whose condition holds (A01), and
/// success only when each condition lets it pass.
/// </summary>
internal sealed class Attempt(CallContext context)
{
    // An implementation must take the same reading of these whenever it matters (interpretations 0020, 0021 and 0024).
    private static readonly string[] Constant = ["A20", "A21", "A24"];

    private readonly List<Condition> _conditions = [];

    public IReadOnlyList<Condition> Conditions => _conditions;

    public IEnumerable<Condition> Certain => _conditions.Where(c => c.IsCertain);

    public static string InterpretationOf(ReadingId reading) => reading.Value[..3];

    public void Holds(AssertionId blamed, params Failure[] failures) => _conditions.Add(new Condition(blamed, null, failures));

    public void MayHold(AssertionId blamed, Escape escape, params Failure[] failures) =>
        _conditions.Add(new Condition(blamed, escape, failures));

    public Permitted Resolve(FailureOutput output, Func<IEnumerable<Success>> successes, Blame blame)
    {
        var transitions = new List<Transition>();
        bool possible = true;
        foreach (Condition condition in _conditions)
        {
            possible &= condition.Escape is not null;
            foreach (Failure failure in condition.Failures)
            {
                AddFailure(transitions, failure, output);
            }
        }

        if (possible)
        {
            foreach (Success success in successes())
            {
                AddSuccess(transitions, success);
            }
        }

        return new Permitted([.. transitions], blame);
    }

    private void AddFailure(List<Transition> transitions, Failure failure, FailureOutput output)
    {
        WorldState next = failure.Effect is null ? context.State : failure.Effect(context.State);
        if (failure.Ending == Ending.Dies)
        {
            WorldState without = ProcessEnd.Of(next, context.Call.Process);
            Add(transitions, new Transition(new Outcome.Dies(), without, failure.Basis, failure.Readings, failure.Deviations));
            return;
        }

        if (failure.Ending == Ending.Undefined)
        {
            WorldState nothing = next with { IsUndefined = true };
            Add(transitions, new Transition(new Outcome.Undefined(), nothing, failure.Basis, failure.Readings, failure.Deviations));
            return;
        }

        void Returns(OutputEffect effect, Sequence<ReadingId> readings, Sequence<DeviationId> deviations) =>
            Add(transitions, new Transition(new Outcome.CallReturns(failure.Code, effect), next, failure.Basis, readings, deviations));

        if (output == FailureOutput.Connect)
        {
            Returns(OutputEffect.Null, [.. failure.Readings, CitedReadings.A05Null], failure.Deviations);
            Returns(OutputEffect.Untouched, [.. failure.Readings, CitedReadings.A05Untouched], failure.Deviations);
            Returns(OutputEffect.Other, [.. failure.Readings, CitedReadings.A05Other], [.. failure.Deviations, CitedDeviations.D03]);
        }
        else
        {
            Returns(output == FailureOutput.Free ? OutputEffect.Anything : OutputEffect.None, failure.Readings, failure.Deviations);
        }
    }

    private void AddSuccess(List<Transition> transitions, Success success)
    {
        Sequence<ReadingId> readings = success.Readings;
        Sequence<DeviationId> deviations = success.Deviations;
        bool noEffect = false;
        foreach (Condition condition in _conditions)
        {
            Escape escape = condition.Escape!;
            readings = escape.Readings.Count == 0 ? readings : [.. readings.Union(escape.Readings)];
            deviations = escape.Deviations.Count == 0 ? deviations : [.. deviations.Union(escape.Deviations)];
            noEffect |= escape.NoEffect;
        }

        var outcome = new Outcome.CallReturns((int)RsmError.RSM_SUCCESS, success.Output, success.Data);
        Add(transitions, new Transition(outcome, success.Next, success.Basis, readings, deviations, noEffect));
    }

    private void Add(List<Transition> transitions, Transition transition)
    {
        WorldState next = transition.Next;
        foreach (ReadingId reading in transition.Readings)
        {
            string interpretation = InterpretationOf(reading);
            if (!Constant.Contains(interpretation))
            {
                continue;
            }

            if (context.State.Settled.TryGet(interpretation, out ReadingId settled) && settled != reading)
            {
                return;
            }

            next = next with { Settled = next.Settled.Set(interpretation, reading) };
        }

        transition = ReferenceEquals(next, transition.Next) ? transition : transition with { Next = next };
        if (!transitions.Contains(transition))
        {
            transitions.Add(transition);
        }
    }
}
