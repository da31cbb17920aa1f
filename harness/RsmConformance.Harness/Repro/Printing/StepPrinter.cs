using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness.Wording;

namespace RsmConformance.Harness.Repro;

/// <summary>Prints what steps do, one statement or a few for each.</summary>
internal sealed class StepPrinter(
    Played failing, LaneTable lanes, Decision decision, DecisionPrinter decider, Parts parts, Variables variables, CallPrinter calls, Operator bed, bool isAlone)
{
    private readonly Dictionary<string, List<int>> _counts = [];
    private bool _isArmed;

    /// <summary>The arrays of counts in a lane.</summary>
    public static IEnumerable<string> Counts(Lane lane) => RequiredMeans.Flatten(lane.Steps).Select(s => s.Action).OfType<StepAction.Measure>()
        .GroupBy(m => m.Series).Select(s => $"long {CountName.Of(s.First().What, s.Key)}[{s.Count()}];");

    /// <summary>The statements of a step, with what it waits for before and whom it tells after.</summary>
    public IEnumerable<string> Print(Step step, Lane lane)
    {
        foreach (StepId awaited in lanes.WaitsOf(step.Id))
        {
            yield return $"{parts.Use("await")}({Latch(awaited)});";
        }

        if (lanes.Steered.Contains(step.Id))
        {
            yield return $"{parts.Use("tell")}({CName.Constant(step.Id.Text)}_BEGUN);";
        }

        foreach (string line in Do(step, lane))
        {
            yield return line;
        }

        if (lanes.IsAwaited(step.Id) && step.Action is not StepAction.Exit)
        {
            yield return $"{parts.Use("tell")}({Latch(step.Id)});";
        }
    }

    /// <summary>The latch that is open when a step is over.</summary>
    public string Latch(StepId step) => lanes.StepOf(step) is { Action: StepAction.Exit, Role: { } role }
        ? $"{CName.Constant(role)}_ENDED"
        : $"{CName.Constant(step.Text)}_DONE";

    private IEnumerable<string> Do(Step step, Lane lane)
    {
        bool decides = step.Id == decision.Step.Id;
        bool isWatched = decides && decision.IsWatched && !isAlone;
        string[] begins = isWatched ? ["shared->at_stake = 1;"] : [];
        string[] ends = isWatched ? ["shared->at_stake = 0;"] : [];
        return decides ? [$"/* Here it fails. Expected: {Comment(decision.Expected)}. Seen: {Comment(decision.Observed)}. */", .. begins, .. Act(step, lane, decides), .. ends] : Act(step, lane, decides);
    }

    private static string Comment(string text) => text.Replace("*/", "* /", StringComparison.Ordinal);

    private IEnumerable<string> Act(Step step, Lane lane, bool decides)
    {
        string role = step.Role ?? "";
        if (!decides && failing.Recorded.Events.Where(e => e.Step == step.Id).All(e => e.Event == EventKind.NotRun))
        {
            return []; // such as a disconnect for connects that should have failed, and did
        }

        switch (step.Action)
        {
            case StepAction.Call call:
                return Call(step, call.Api, lane, decides);
            case StepAction.AllocateBuffer buffer:
                return [$"{variables.Find(role, buffer.Name).Name} = {Pages(Argument(role).Size(buffer.Length), buffer.Seed)};"];
            case StepAction.Load load when decides && decision.Verdict == Verdict.Fail:
                return decider.Access(Argument(role).Address(load.From), Argument(role).Size(load.Length), load.Against, isStore: false);
            case StepAction.Store store when decides && decision.Verdict == Verdict.Fail:
                return decider.Access(Argument(role).Address(store.To), Argument(role).Size(store.Length), store.Seed, isStore: true);
            case StepAction.Load load:
                return [Faulted(step)
                    ? $"{parts.Use("read_faults")}({Argument(role).Address(load.From)}, {Argument(role).Size(load.Length)});"
                    : $"{parts.Use("read_all")}({Argument(role).Address(load.From)}, {Argument(role).Size(load.Length)});"];
            case StepAction.Store store:
                return [Faulted(step)
                    ? $"{parts.Use("write_faults")}({Argument(role).Address(store.To)}, {Argument(role).Size(store.Length)}, {store.Seed});"
                    : $"{parts.Use("fill")}({Argument(role).Address(store.To)}, {Argument(role).Size(store.Length)}, {store.Seed});"];
            case StepAction.Exit:
                parts.Include("stdlib.h");
                return [$"shared->leaving[{lane.Process}] = 1;", "exit(0);"];
            case StepAction.Kill kill:
                parts.Include("signal.h");
                string killed = CName.Constant(kill.Killed);
                return [$"shared->leaving[{killed}] = 1;", $"kill(shared->pid[{killed}], SIGKILL);", $"{parts.Use("await")}({killed}_ENDED);"];
            case StepAction.Spawn:
                return [];
            case StepAction.SetIdentity identity:
                return [Become(parts, identity.Class)];
            case StepAction.SetUmask umask:
                parts.Include("sys/stat.h");
                return [$"umask({umask.Mask});"];
            case StepAction.AwaitBlocked await:
                return [$"{parts.Use("await_blocked")}({Steered(await.Target)});"];
            case StepAction.Interrupt interrupt:
                return [$"{parts.Use("interrupt")}(shared->pid[{lanes.LaneOf(interrupt.Target).Process}], {Steered(interrupt.Target)});"];
            case StepAction.FailAllocation fail:
                parts.Use("heap");
                _isArmed = true;
                return [$"fail_allocation = {fail.Nth};"];
            case StepAction.LimitDescriptors limit:
                return [$"{parts.Use("limit_descriptors")}({limit.Remaining ?? -1});"];
            case StepAction.Measure measure:
                return Measure(step, measure, decides);
            case StepAction.Repeat repeat:
                return
                [
                    $"for (int cycle = 0; cycle < {repeat.Count}; cycle++) {{",
                    .. repeat.Body.SelectMany(s => Do(s, lane)).Select(l => "    " + l),
                    "}",
                ];
            case StepAction.Sweep sweep:
                return sweep.Values.SelectMany(v => sweep.Body.SelectMany(s => Do(Bind(s, sweep.Variable, v), lane)));
            case StepAction.Fork:
                throw new UnprintableException("a process that is forked in the middle is not printed");
            default:
                return bed.Does(step.Action, parts);
        }
    }

    private IEnumerable<string> Call(Step step, ApiCall api, Lane lane, bool decides)
    {
        if (api is ExportPublish { SegmentId: { IsAssigned: true, Name: { } symbol } })
        {
            calls.NoteAssigned(symbol);
        }

        string text = calls.Call(api, lane.Role!, failing.Case.Roles.First(r => r.Name == lane.Role).Node);
        string[] misaligned = text.Contains("(odd + 1)", StringComparison.Ordinal)
            ? throw new UnprintableException("a handle at an odd address is not printed") : [];
        int[] codes = [.. failing.Recorded.Events.Where(e => e.Step == step.Id && e is { Event: EventKind.Return, Code: not null }).Select(e => e.Code!.Value).Distinct()];
        IEnumerable<string> lines = decides ? decider.Call(text, lane.Role!)
            : api is FreeTopology || codes.Length != 1 ? [text + ";"]
            : codes[0] == (int)RsmError.RSM_SUCCESS ? [$"{parts.Use("OK")}({text});"]
            : [$"{parts.Use("GIVES")}({OutcomeName.OfCode(codes[0])}, {text});"];
        bool armed = _isArmed;
        _isArmed = false;
        return armed ? [.. misaligned, .. lines, "fail_allocation = 0;"] : lines;
    }

    // What is in memory matters only where somebody looks.
    private string Pages(string length, uint pattern) => decision.Step.Action is StepAction.Load
        ? $"{parts.Use("pages_of_pattern")}({length}, {pattern})"
        : $"{parts.Use("pages")}({length})";

    private IEnumerable<string> Measure(Step step, StepAction.Measure measure, bool decides)
    {
        List<int> cycles = _counts.TryGetValue(measure.Series, out List<int>? known) ? known : _counts[measure.Series] = [];
        string series = CountName.Of(measure.What, measure.Series);
        string counted = $"{series}[{cycles.Count}]";
        cycles.Add(measure.Cycles);
        string count = measure.What switch
        {
            MeasureKind.Descriptors => parts.Use("count_descriptors") + "()",
            MeasureKind.HeapBlocks => parts.Use("count_heap_blocks") + "()",
            MeasureKind.Mappings => parts.Use("count_mappings") + "()",
            _ => $"{parts.Use("count_by_command")}({bed.CountCommand(failing.Case.Roles.First(r => r.Name == step.Role).Node, parts)})",
        };
        return decides
            ? [$"{counted} = {count};", .. decider.Growth(series, cycles)]
            : [$"{counted} = {count};"];
    }

    public static string Become(Parts parts, IdentityClass identity)
    {
        Identity who = parts.Setup.Identities.FirstOrDefault(i => i.Class == identity)?.Identity
            ?? throw new UnprintableException($"the bed has nobody who is {ActionText.IdentityText(identity)}");
        string groups = who.Groups.Count == 0 ? "0, NULL" : $"{who.Groups.Count}, (const gid_t[]){{{string.Join(", ", who.Groups)}}}";
        return $"{parts.Use("become")}({who.Uid}, {who.Gid}, {groups}); /* {ActionText.IdentityText(identity)} */";
    }

    private string Steered(StepId target) =>
        $"&shared->thread[{CName.Constant(lanes.LaneOf(target).Name)}_THREAD], {CName.Constant(target.Text)}_BEGUN, {Latch(target)}";

    private bool Faulted(Step step) => failing.Recorded.Events.Any(e => e.Step == step.Id && e.Event == EventKind.Faulted);

    private ArgumentPrinter Argument(string role) => new(parts, variables, role, failing.Case.Roles.First(r => r.Name == role).Node);

    private static Step Bind(Step step, string variable, string value) =>
        step.Action is StepAction.Call call ? step with { Action = new StepAction.Call(SweepBinding.Bind(call.Api, variable, value)) } : step;
}
