using RsmConformance.Abi;
using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>
/// The set of all worlds that are consistent with what was seen. Every observation narrows it; when it would become empty, what
/// was seen is what the page forbids.
/// </summary>
internal sealed class Belief(RsmModel model, Profile profile)
{
    private HashSet<Hypothesis> _worlds = [Hypothesis.Of(model.Initial())];

    /// <summary>The deviations that every world needs; empty when some world needs none.</summary>
    public IReadOnlyCollection<string> Deviations =>
        _worlds.Select(w => w.Deviations).MinBy(d => d.Count)!;

    /// <summary>Whether every world needs a means to have had no effect.</summary>
    public bool MeansIdle => _worlds.All(w => w.MeansIdle);

    /// <summary>The states of all worlds.</summary>
    public IEnumerable<WorldState> States => _worlds.Select(w => w.State).Distinct();

    /// <summary>A call begins.</summary>
    public void Begin(CallKey key, string process, ApiCall call) =>
        _worlds = [.. _worlds.Select(w => w with { State = model.Begin(w.State, key, process, call) })];

    /// <summary>A call that was announced was never made: it took effect in no world, and will in none.</summary>
    public void Forget(CallKey key) =>
        _worlds = [.. _worlds.Where(w => !w.Taken.ContainsKey(key)).Select(w => w with { State = w.State with { Pending = w.State.Pending.Remove(key) } })];

    /// <summary>
    /// Something is about to happen that calls under way may or may not have been through before: worlds in which they have are
    /// added.
    /// </summary>
    /// <param name="through">The calls that may have taken effect already.</param>
    public void Overtake(IReadOnlyCollection<CallKey> through)
    {
        var open = new Queue<Hypothesis>(_worlds);
        while (open.TryDequeue(out Hypothesis? world))
        {
            foreach (CallKey key in through.Where(world.State.Pending.Contains))
            {
                foreach (Hypothesis next in Taking(world, key).Where(_worlds.Add))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    /// <summary>Something happens that no outcome can contradict.</summary>
    public void Happen(Stimulus stimulus) =>
        _worlds = [.. _worlds.SelectMany(w => model.Apply(w.State, stimulus).Transitions.Select(t => w with { State = t.Next }))];

    /// <summary>A load, store or other action is seen to end.</summary>
    public Narrowing See(Stimulus stimulus, Func<Transition, bool> matches)
    {
        var survey = new Survey(profile);
        foreach (Hypothesis world in _worlds)
        {
            survey.Add(model.Apply(world.State, stimulus), matches, world.After);
        }

        return Narrow(survey);
    }

    /// <summary>
    /// A call is seen to end. It took effect at some moment between its beginning and now; calls under way that touch the same
    /// things may have taken effect before it, in any order.
    /// </summary>
    public Narrowing End(CallKey key, Func<Transition, bool> matches)
    {
        var survey = new Survey(profile);
        var seen = new HashSet<Hypothesis>(_worlds);
        var open = new Queue<Hypothesis>(_worlds);
        while (open.TryDequeue(out Hypothesis? world))
        {
            if (world.Taken.TryGetValue(key, out TakenCall? taken))
            {
                survey.AddTaken(taken, matches, world with { Taken = world.Taken.Remove(key) });
                continue;
            }

            survey.Add(model.Complete(world.State, key), matches, world.After);
            foreach (Hypothesis next in Overtakers(world, key).SelectMany(other => Taking(world, other)).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        return Narrow(survey);
    }

    // The worlds in which a call under way takes effect now and comes back later.
    private IEnumerable<Hypothesis> Taking(Hypothesis world, CallKey key)
    {
        Permitted permitted = model.Complete(world.State, key);
        foreach (Transition transition in permitted.Transitions)
        {
            Acceptance acceptance = Acceptance.Of(transition, profile);
            if (acceptance.IsAccepted)
            {
                Hypothesis next = world.After(transition, acceptance);
                yield return next with { Taken = next.Taken.SetItem(key, new TakenCall(transition, permitted.Blame)) };
            }
        }
    }

    // In a world that is undefined by now the call is not kept: everything may be.
    private static IEnumerable<CallKey> Overtakers(Hypothesis world, CallKey key) => world.State.Pending.TryGet(key, out PendingCall? ending)
        ? world.State.Pending.Entries.Where(p => p.Key != key && RsmModel.MayInterfere(ending, p.Value)).Select(p => p.Key)
        : [];

    private Narrowing Narrow(Survey survey)
    {
        if (survey.Survivors.Count > 0)
        {
            _worlds = survey.Survivors;
        }

        return survey.ToNarrowing();
    }
}
