using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>Does one step: says that it begins, does it, says how it ended.</summary>
internal sealed class StepExecutor(OpenSession session)
{
    public StepEnd Execute(Step step, StepWorker worker, Turn turn)
    {
        RoleProcess? process = step.Role is { } role ? session.Find(role) : null;
        var place = new StepPlace(
            step.Id, turn.Iteration, turn.Value, step.Role is null ? "" : session.NodeOf(step.Role), step.Role ?? "", worker.Thread);
        PreparedStep prepared = Prepare(step, process, worker, turn);
        session.Log.Invoke(place, prepared.Resolved);
        StepBoard.Entry entry = session.Board.Begin(step.Id, process?.Process);
        StepEnd end = Run(prepared, process);
        session.Log.End(place, end);
        session.Board.End(entry);
        return end;
    }

    private static StepEnd Run(PreparedStep prepared, RoleProcess? process)
    {
        try
        {
            return prepared.Run();
        }
        catch (Exception e) when (process is { IsAlive: false })
        {
            // The process ended under the agent's own hands, such as between two accesses to its memory.
            return process.Ended(e.Message);
        }
    }

    private PreparedStep Prepare(Step step, RoleProcess? process, StepWorker worker, Turn turn)
    {
        if (step.Role is { } role && process is not { IsAlive: true })
        {
            string state = process is null ? "has not been started" : "has ended";
            return PreparedStep.Refused(Words(step.Action), $"process {role} {state}");
        }

        try
        {
            return OfBed(step) ?? OfLoop(step, process, worker, turn)
                ?? (process is null
                    ? PreparedStep.Refused(Words(step.Action), $"the test bed cannot do '{Words(step.Action)}': it needs a process")
                    : OfProcess(step.Action, process, worker, turn));
        }
        catch (Exception e) when (process is { IsAlive: false })
        {
            return PreparedStep.Refused(Words(step.Action), $"process {process.Role} has ended: {e.Message}");
        }
    }

    private PreparedStep? OfBed(Step step) => step.Action switch
    {
        StepAction.Spawn a => SpawnRole(a.Started),
        StepAction.Fork a => PreparedStep.Refused($"fork {a.Child}", "this agent cannot fork"),
        StepAction.Kill a => Other(a.Killed, $"kill {a.Killed}", p => p.Process.Kill()),
        StepAction.InjectFault a => PreparedStep.Means($"inject {a.What}", () => session.Bed.Inject(a.What)),
        StepAction.ClearFault a => PreparedStep.Means($"clear {a.What}", () => session.Bed.Clear(a.What)),
        StepAction.HoldGate a => Other(a.Held, $"hold {a.Gate} of {a.Held}", p => session.Bed.Hold(a.Gate, p.Process)),
        StepAction.ReleaseGate a => Release(a),
        StepAction.FailGate a => Other(
            a.Failed, $"fail {a.Gate} of {a.Failed} with {a.Code}", p => session.Bed.Fail(a.Gate, p.Process, a.Code)),
        StepAction.AwaitBlocked a => StepWaiting.AwaitBlocked(a.Target, session),
        StepAction.Interrupt a => StepWaiting.Interrupt(a.Target, session),
        _ => null,
    };

    private PreparedStep? OfLoop(Step step, RoleProcess? process, StepWorker worker, Turn turn) => step.Action switch
    {
        StepAction.Repeat a => new PreparedStep(
            $"repeat {a.Count} times {Names(a.Body)}",
            () => Loop(Enumerable.Range(0, a.Count).Select(i => turn.Repeated(i, a.Count)), a.Body, step, process, worker)),
        StepAction.Sweep a => new PreparedStep(
            $"sweep {a.Variable} over {string.Join(", ", a.Values)}: {Names(a.Body)}",
            () => Loop(Enumerable.Range(0, a.Values.Count).Select(i => turn.Swept(i, a)), a.Body, step, process, worker)),
        _ => null,
    };

    private PreparedStep OfProcess(StepAction action, RoleProcess process, StepWorker worker, Turn turn) => action switch
    {
        StepAction.Call a => CallRunner.Prepare(turn.Bind(a.Api), session, process, worker),
        StepAction.AllocateBuffer a => MemoryRunner.Allocate(a, session.Setup.PageSize, process),
        StepAction.Load a => MemoryRunner.Load(a, session, process),
        StepAction.Store a => MemoryRunner.Store(a, session, process),
        StepAction.Exit a => PreparedStep.Means($"exit({a.Code})", () => process.Exit(a.Code)),
        StepAction.SetIdentity a => session.TryGetIdentity(a.Class, out IdentityBinding? identity)
            ? PreparedStep.Means($"become {identity.Identity}", () => process.Process.SetIdentity(identity))
            : PreparedStep.Refused(Words(a), $"the bed has no identity {a.Class}"),
        StepAction.SetUmask a => PreparedStep.Means($"umask({a.Mask})", () => process.Process.SetUmask(a.Mask)),
        StepAction.FailAllocation a => PreparedStep.Means($"fail allocation {a.Nth} of the next call", () =>
        {
            process.Process.FailAllocation(a.Nth);
            worker.AllocationArmed = true;
        }),
        StepAction.LimitDescriptors a => PreparedStep.Means(
            a.Remaining is { } left ? $"allow {left} more descriptors" : "allow any number of descriptors",
            () => process.Process.LimitDescriptors(a.Remaining)),
        StepAction.Measure a => PreparedStep.Means(
            $"count {a.What}", () => StepEnd.Done with { Measured = process.Process.Count(a.What) }),
        _ => throw new InvalidOperationException($"the agent does not know how to do {action.GetType().Name}"),
    };

    private PreparedStep SpawnRole(string role) => session.Find(role) is { IsAlive: true }
        ? PreparedStep.Refused($"spawn {role}", $"process {role} runs already")
        : new PreparedStep($"spawn {role}", () =>
        {
            session.Spawn(role);
            return StepEnd.Done;
        });

    private PreparedStep Other(string role, string words, Action<RoleProcess> act) => session.Find(role) switch
    {
        null => PreparedStep.Refused(words, $"process {role} has not been started"),
        { IsAlive: false } => PreparedStep.Refused(words, $"process {role} has ended"),
        { } process => PreparedStep.Means(words, () => act(process)),
    };

    // A held process may have been ended on purpose: then its gate holds nobody any more, and there is nothing to let go.
    private PreparedStep Release(StepAction.ReleaseGate gate)
    {
        string words = $"release {gate.Gate} of {gate.Held}";
        return session.Find(gate.Held) is { IsAlive: false }
            ? PreparedStep.Means(words, () => { })
            : Other(gate.Held, words, p => session.Bed.Release(gate.Gate, p.Process));
    }

    /// <summary>Does the steps turn by turn; a process that ends takes the rest of its loop with it.</summary>
    private StepEnd Loop(IEnumerable<Turn> turns, Sequence<Step> body, Step outer, RoleProcess? process, StepWorker worker)
    {
        foreach (Turn turn in turns)
        {
            foreach (Step step in body)
            {
                if (worker.IsStopped)
                {
                    return StepEnd.NotRun("the session ended");
                }

                Execute(step, worker, turn);
                if (process is { IsAlive: false })
                {
                    return process.Ended($"the process ended in iteration {turn.Iteration} of {outer.Id}");
                }
            }
        }

        return StepEnd.Done;
    }

    private static string Names(Sequence<Step> body) => string.Join(", ", body.Select(s => s.Id));

    private static string Words(StepAction action) => action switch
    {
        StepAction.Call call => call.Api.CName,
        _ => action.GetType().Name,
    };
}
