using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using Outcome = RsmConformance.Spec.Model.Outcome;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>What holds wherever a walk through the model leads.</summary>
public sealed class RandomWalkTests
{
    private static readonly (string Process, ApiCall Call)[] Calls =
    [
        ("exp", new ExportCreate("ctl", OutputRef.Parse("seg2"), "mem", "1p", ExportFlags.AllowRebind)),
        ("exp", new ExportPublish("seg", "S1", null)),
        ("exp", new ExportPublish("seg2", "S1", [new AccessEntry("A", "0400")])),
        ("exp", new ExportPublish("seg2", "auto:S3", null)),
        ("exp", new ExportUnpublish("seg")),
        ("exp", new ExportUnpublish("seg2")),
        ("exp", new ExportRepublish("seg", [new AccessEntry("C", "0666")])),
        ("exp", new ExportDestroy("seg2")),
        ("exp", new ExportRebind("seg2", "mem@1p", "1p")),
        ("exp", new SignalPost("seg", RsmConstants.SignalNoAccumulate)),
        ("exp", new SignalWait("seg", 5)),
        ("imp", new GetController("x0", OutputRef.Parse("x0"))),
        ("imp", new ReleaseController("x1")),
        ("imp", Stage.Connect()),
        ("imp", Stage.Connect("0400", output: "other")),
        ("imp", Stage.Connect(output: "null")),
        ("imp", Stage.Connect("0", output: "other")),
        ("imp", new ImportDisconnect("link")),
        ("imp", new ImportDisconnect("other")),
        ("imp", new ImportDisconnect("null")),
        ("imp", new ImportMap("link", OutputRef.Parse("map"), MapAttribute.None, "0600", "0", "1p")),
        ("imp", new ImportUnmap("link")),
        ("imp", new ImportGet("link", "0", "local", "64")),
        ("imp", new ImportGet("other", "0", "local@1p", "64")),
        ("imp", new ImportPut("link", "8", "local", "64")),
        ("imp", new ImportPut32("other", "8", "map", 2)),
        ("imp", new InitBarrier("other", BarrierType.Node, OutputRef.Parse("bar"))),
        ("imp", new OpenBarrier("bar")),
        ("imp", new CloseBarrier("bar")),
        ("imp", new DestroyBarrier("bar")),
        ("imp", new SetMode("link", BarrierMode.Explicit)),
        ("imp", new GetPollfd("link", OutputRef.Parse("fd"))),
        ("imp", new ReleasePollfd("link")),
        ("imp", new SignalPost("link", 0)),
        ("imp", new SignalWait("link", 0)),
    ];

    private static readonly Stimulus[] Events =
    [
        new Stimulus.NodeDown("B"),
        new Stimulus.NodeUp("B"),
        new Stimulus.LinkDown(new LinkEnd("A", "x0"), new LinkEnd("B", "x0")),
        new Stimulus.LinkUp(new LinkEnd("A", "x0"), new LinkEnd("B", "x0")),
        new Stimulus.ControllerAbsent("A", "x0"),
        new Stimulus.ControllerPresent("A", "x0"),
        new Stimulus.Store("exp", "mem", "1p", 5),
        new Stimulus.Load("imp", "local", "1p"),
        new Stimulus.Load("imp", "map", "8"),
        new Stimulus.Store("imp", "map", "8", 6),
        new Stimulus.DescriptorsLimited("imp", 0),
        new Stimulus.DescriptorsLimited("imp", null),
        new Stimulus.ResourceLimit("A", false),
        new Stimulus.SetUmask("exp", "022"),
    ];

    private static readonly Gen<int[]> Walks = Gen.Choose(0, int.MaxValue).ArrayOf(60);

    [Fact]
    public void Walk_AnyWay_KeepsTheStateWhole() =>
        Prop.ForAll(Walks.ToArbitrary(), walk =>
        {
            Stage stage = Stage.Linked();
            foreach (int choice in walk)
            {
                Step(stage, choice);
                if (!IsWhole(stage.State))
                {
                    return false;
                }
            }

            return true;
        }).Check(Walking(200));

    [Fact]
    public void Walk_TwoCallsThatDoNotInterfere_CommuteFromWhereverItLeads() =>
        Prop.ForAll(Walks.ToArbitrary(), walk =>
        {
            Stage stage = Stage.Linked();
            foreach (int choice in walk)
            {
                Step(stage, choice);
            }

            return Enumerable.Range(0, Calls.Length).All(i => Commutes(stage, i, walk[i] % Calls.Length));
        }).Check(Walking(300));

    // The walks of one seed, so that the gate does not turn red by chance.
    private static Config Walking(int count) => Config.QuickThrowOnFailure.WithMaxTest(count)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20061001, 17), FSharpOption<int>.None)));

    private static bool Commutes(Stage stage, int one, int other)
    {
        WorldState before = stage.State;
        CallKey a = stage.Begin(Calls[one].Process, Calls[one].Call);
        CallKey b = stage.Begin(Calls[other].Process, Calls[other].Call);
        WorldState both = stage.State;
        stage.State = before;
        if (both.IsUndefined || RsmModel.MayInterfere(both.Pending[a], both.Pending[b]))
        {
            return true;
        }

        HashSet<(Outcome, Outcome, WorldState)> ab = [.. Ends(stage.Model, both, a, b)];
        IEnumerable<(Outcome, Outcome, WorldState)> ba = Ends(stage.Model, both, b, a).Select(e => (e.Item2, e.Item1, e.Item3));
        return ab.SetEquals(ba);
    }

    // What follows a death or undefined behaviour is not compared.
    private static IEnumerable<(Outcome, Outcome, WorldState)> Ends(RsmModel model, WorldState state, CallKey first, CallKey second) =>
        from t in model.Complete(state, first).Transitions
        where t.Outcome is Outcome.CallReturns && !t.Next.IsUndefined
        from u in model.Complete(t.Next, second).Transitions
        where u.Outcome is Outcome.CallReturns && !u.Next.IsUndefined
        select (t.Outcome, u.Outcome, u.Next);

    private static void Step(Stage stage, int choice)
    {
        int which = choice % (Calls.Length + Events.Length);
        Permitted permitted = which < Calls.Length
            ? stage.Ask(Calls[which].Process, Calls[which].Call)
            : stage.Ask(Events[which - Calls.Length]);
        Transition[] usable = [.. permitted.Transitions.Where(t => t.Outcome is not (Outcome.Dies or Outcome.Undefined) && !t.Next.IsUndefined)];
        stage.State = usable.Length == 0 ? stage.State : usable[choice / 64 % usable.Length].Next;
    }

    private static bool IsWhole(WorldState state) =>
        state.Pending.Count == 0
        && state.Published.Entries.All(p => state.Exports[p.Value].Publication?.Key == p.Key)
        && state.Exports.Values.All(e => e.Publication is null || state.Published[e.Publication.Key] == e.Id)
        && state.Imports.Values.All(i => i.Link is not (LinkState.Alive or LinkState.PathLost) || state.Exports[i.Export].Publication is not null)
        && state.Memory.Entries.All(m => m.Value.Length == 2 * Stage.PageSize)
        && state.Imports.Values.All(i => i.Pollfds >= 0 && i.Signals >= 0);
}
