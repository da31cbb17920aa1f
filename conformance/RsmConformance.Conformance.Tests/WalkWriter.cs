using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// Writes a walk down as a case. A small book of who lives and what each process may still hold keeps most stale and foreign handles
/// out: a move that would need one is left out. Before the walk two nodes publish a segment each and every process opens controllers.
/// </summary>
internal sealed class WalkWriter(Walk walk)
{
    private static readonly (string Name, string Node, IdentityClass Who)[] Cast =
        [("pb", "B", IdentityClass.Owner), ("pa", "A", IdentityClass.Owner), ("pg", "A", IdentityClass.Group), ("pc", "C", IdentityClass.Other)];

    private static readonly string[] Segments = ["S1", "S2", "S3"];
    private static readonly string[] Nodes = ["B", "B", "B", "A", "C", NodeRef.Unknown];
    private static readonly string[] Modes = ["0600", "0600", "0400", "0200", "0600", "0400", "0", "0700"];
    private static readonly string[] Offsets = ["0", "0", "8", "1p", "2p"];
    private static readonly string[] Lengths = ["64", "1p", "64", "2p"];
    private static readonly Fault[] Faults =
    [
        new Fault.LinkDown(new LinkEnd("A", "x0"), new LinkEnd("B", "x0")), new Fault.LinkDown(new LinkEnd("A", "x1"), new LinkEnd("B", "x1")),
        new Fault.NodeDown("B"), new Fault.ControllerAbsent("A", "x0"), new Fault.ControllerAbsent("B", "x1"), new Fault.ResourceLimit("A"),
    ];

    private readonly List<Step> _steps = [];
    private readonly HashSet<(string Role, string Symbol)> _held = [];
    private readonly HashSet<string> _alive = [.. Cast.Select(c => c.Name)];
    private readonly HashSet<int> _broken = [];
    private readonly Dictionary<(string Role, string Thread), StepId> _last = [];
    private StepId _scene;
    private string _thread = Step.MainThread;
    private bool _lanes;

    public Case Write()
    {
        foreach ((string role, string node, _) in Cast)
        {
            SetScene(role, node);
        }

        _scene = _steps[^1].Id;
        _lanes = walk.Lanes > 0;
        for (int i = 0; i < walk.Moves.Count; i++)
        {
            Make(walk.Moves[i], i);
        }

        return new Case(
            CaseId.Parse("connect.effect.creates-segment/walk"), "1.0.0", "Ensure that a walk is as the model says.",
            ["connect.effect.creates-segment"], ["strict", "hardened", "historical"],
            [.. Cast.Select(c => new Role(c.Name, c.Node, c.Who, "022"))], [.. _steps], []);
    }

    private void SetScene(string role, string node)
    {
        Add(role, StepPart.Preamble, new StepAction.AllocateBuffer("mem", "4p", 1));
        Add(role, StepPart.Preamble, new StepAction.AllocateBuffer("buf", "2p", 7));
        foreach (string controller in node == "C" ? new[] { "x1", "loopback" } : ["x0", "x1", "loopback"])
        {
            Add(role, StepPart.Preamble, Call(new GetController(controller, controller)));
            _held.Add((role, controller));
        }

        if (role is "pb" or "pa")
        {
            Add(role, StepPart.Preamble, Call(new ExportCreate(role == "pb" ? "x0" : "x1", "exp0", "mem", "2p", ExportFlags.None)));
            Add(role, StepPart.Preamble, Call(new ExportPublish("exp0", role == "pb" ? "S1" : "S2", null)));
            _held.UnionWith([(role, "exp0"), (role, "exp0-published")]);
        }
    }

    private void Make(Move move, int index)
    {
        // Threads that act at once have handles of their own; two lanes of one process are two of its threads.
        int lane = _lanes ? move.Who % walk.Lanes : 0;
        string role = _lanes ? Cast[new[] { 0, 1, 1 }[lane]].Name : Cast[move.Who % Cast.Length].Name;
        _thread = _lanes ? $"t{lane}" : Step.MainThread;
        int own = _lanes ? lane : move.Which % 2;
        string exp = $"exp{(_lanes ? 0 : move.Which % 2)}";
        string imp = $"imp{own}";
        int how = move.How;
        string controller = Pick(["x0", "x1", "x0", "x1", "loopback"], how);
        if (!_alive.Contains(role))
        {
            return;
        }

        switch (_lanes ? move.What % 15 : move.What % 26)
        {
            case 0 or 1 or 2 or 3 when _held.Contains((role, controller)) && !_held.Contains((role, imp)):
                Hold(role, imp, Call(new ImportConnect(controller, Pick(Nodes, how / 5), Pick(Segments, how / 30), Pick(Modes, how / 90), imp)));
                break;
            case 4 when _held.Contains((role, imp)) && !_held.Contains((role, imp + "-bar")):
                Hold(role, imp + "-bar", Call(new InitBarrier(imp, BarrierType.Segment, imp + "-bar")));
                break;
            case 5 when _held.Contains((role, imp)):
                Add(role, Call(new ImportGet(imp, Pick(Offsets, how), "buf", Pick(Lengths, how / 5))));
                break;
            case 6 when _held.Contains((role, imp)):
                Add(role, Call(new ImportPut(imp, Pick(Offsets, how), "buf", Pick(Lengths, how / 5))));
                break;
            case 7 when _held.Contains((role, imp)):
                Disconnect(role, imp);
                break;
            case 8 when _held.Contains((role, imp)) && !_held.Contains((role, imp + "-map")):
                Hold(role, imp + "-map", Call(new ImportMap(imp, imp + "-map", MapAttribute.None, Pick(Modes, how), Pick(["0", "1p"], how / 8), Pick(["1p", "2p"], how / 16))));
                break;
            case 9 when _held.Remove((role, imp + "-map")):
                Add(role, Call(new ImportUnmap(imp)));
                break;
            case 10 when _held.Contains((role, exp + "-published")) && Exports(role):
                _held.Remove((role, exp + "-published"));
                Add(role, Call(new ExportUnpublish(exp)));
                break;
            case 11 when _held.Contains((role, exp)) && !_held.Contains((role, exp + "-published")) && Exports(role):
                Hold(role, exp + "-published", Call(new ExportPublish(exp, Pick(Segments, how), AccessList(how / 3))));
                break;
            case 12 when _held.Contains((role, exp + "-published")) && Exports(role):
                Add(role, Call(new ExportRepublish(exp, AccessList(how))));
                break;
            case 13 when _held.Contains((role, imp)) && !_held.Contains((role, imp + "-fd")):
                Hold(role, imp + "-fd", Call(new GetPollfd(imp, imp + "-fd")));
                break;
            case 14 when _held.Remove((role, imp + "-fd")):
                Add(role, Call(new ReleasePollfd(imp)));
                break;
            case 15 when _held.Contains((role, imp + "-map")):
                Add(role, new StepAction.Load(imp + "-map", "64", 1));
                break;
            case 16 when _held.Contains((role, imp + "-map")):
                Add(role, new StepAction.Store(imp + "-map", "64", (uint)(how % 50)));
                break;
            case 17:
                Add(role, new StepAction.Load(Pick(["mem", "mem@2p", "buf"], how), "1p", 1));
                break;
            case 18:
                Add(role, new StepAction.Store(Pick(["mem", "mem@2p", "buf"], how), "1p", (uint)(how % 50)));
                break;
            case 19 when _held.Contains((role, controller)) && !_held.Contains((role, exp)):
                Hold(role, exp, Call(new ExportCreate(controller, exp, exp == "exp0" ? "mem" : "mem@2p", "2p", ExportFlags.None)));
                break;
            case 20 when _held.Remove((role, exp)):
                _held.Remove((role, exp + "-published"));
                Add(role, Call(new ExportDestroy(exp)));
                break;
            case 21 or 22:
                Break(how % Faults.Length);
                break;
            case 23:
                Add(role, new StepAction.SetUmask(Pick(["022", "077", "000"], how)));
                break;
            case 24:
                Add(role, new StepAction.SetIdentity(Pick([IdentityClass.Owner, IdentityClass.Group, IdentityClass.Supplementary, IdentityClass.Other], how)));
                break;
            case 25 when how % 4 == 0 && index > 10:
                _alive.Remove(role);
                _steps.Add(how % 8 == 0
                    ? new Step($"s{_steps.Count}", role, Step.MainThread, StepPart.Frame, new StepAction.Exit(0))
                    : new Step($"s{_steps.Count}", null, Step.MainThread, StepPart.Frame, new StepAction.Kill(role)));
                break;
            default:
                break;
        }
    }

    // A map or poll descriptor makes the call fail, so that the handle lives on; where it succeeds the handle is given up.
    private void Disconnect(string role, string imp)
    {
        Add(role, Call(new ImportDisconnect(imp)));
        if (!_held.Contains((role, imp + "-map")) && !_held.Contains((role, imp + "-fd")))
        {
            _held.Remove((role, imp));
            _held.Remove((role, imp + "-bar"));
        }
    }

    private void Break(int fault)
    {
        bool heals = _broken.Remove(fault);
        if (!heals)
        {
            _broken.Add(fault);
        }

        Add(null, heals ? new StepAction.ClearFault(Faults[fault]) : new StepAction.InjectFault(Faults[fault]));
    }

    // Of threads that act at once only the exporter's own changes its segment.
    private bool Exports(string role) => !_lanes || role == "pb";

    private void Hold(string role, string symbol, StepAction action)
    {
        Add(role, action);
        _held.Add((role, symbol));
    }

    private void Add(string? role, StepAction action) => Add(role, StepPart.Frame, action);

    private void Add(string? role, StepPart part, StepAction action)
    {
        StepId id = $"s{_steps.Count}";
        Sequence<StepId>? after = null;
        if (_lanes)
        {
            after = [_last.GetValueOrDefault((role ?? "", _thread), _scene)];
            _last[(role ?? "", _thread)] = id;
        }

        _steps.Add(new Step(id, role, _thread, part, action, after));
    }

    private static Sequence<AccessEntry>? AccessList(int how) => (how % 6) switch
    {
        0 or 1 => null,
        2 => [new AccessEntry("A", "0660"), new AccessEntry("B", "0666"), new AccessEntry("C", "0666")],
        3 => [new AccessEntry("A", "0640"), new AccessEntry("C", "0600")],
        4 => [new AccessEntry("B", "0666")],
        _ => [new AccessEntry("A", "0400"), new AccessEntry("A", "0666")],
    };

    private static StepAction.Call Call(ApiCall call) => new(call);

    private static T Pick<T>(T[] pool, int how) => pool[how % pool.Length];
}
