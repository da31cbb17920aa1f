using RsmConformance.Abi;
using RsmConformance.Spec.Model;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>
/// A small cluster on which tests act. A.x0 is wired to B.x0, A.x1 to C.x0 and B.x1 to C.x1; D has no wire. Node ids are 1 to 4.
/// </summary>
internal sealed class Stage
{
    public const int PageSize = 4096;
    public static readonly Identity Owner = new(100, 10, []);
    public static readonly Specification Specification = Specification.Load();
    private int _calls;

    public Stage(string umask = "0", Identity? exporter = null, Identity? importer = null, bool privileged = false)
    {
        Model = new RsmModel(new Scene(
            PageSize,
            Cluster,
            [
                new SceneProcess("exp", "B", exporter ?? Owner, umask),
                new SceneProcess("imp", "A", importer ?? Owner, "0", privileged),
                new SceneProcess("near", "B", importer ?? Owner, "0"),
            ],
            [new SegmentBinding("S1", 0x600001), new SegmentBinding("S2", 0x600002)]));
        State = Model.Initial();
    }

    public static ClusterDescription Cluster { get; } = new(
        [Node("A", 1), Node("B", 2), Node("C", 3), Node("D", 4)],
        [Wire("A", "x0", "B", "x0"), Wire("A", "x1", "C", "x0"), Wire("B", "x1", "C", "x1")],
        63);

    public RsmModel Model { get; }

    public WorldState State { get; set; }

    /// <summary>An exporter that published S1, and an importer with its controllers.</summary>
    public static Stage Published(
        Sequence<AccessEntry>? list = null,
        string umask = "0",
        Identity? importer = null,
        bool privileged = false,
        string controller = "x0")
    {
        var stage = new Stage(umask, null, importer, privileged);
        stage.Exported(controller);
        stage.Do("exp", new ExportPublish("seg", "S1", list));
        stage.Importer();
        return stage;
    }

    /// <summary>The same, with a link.</summary>
    public static Stage Linked(string perm = "0600", string mode = "0666")
    {
        Stage stage = Published([new AccessEntry("A", mode)]);
        stage.Do("imp", Connect(perm));
        stage.Do("imp", new InitBarrier("link", BarrierType.Segment, OutputRef.Parse("bar")));
        stage.Happen(new Stimulus.AllocateBuffer("imp", "local", "2p", 7));
        return stage;
    }

    public static ImportConnect Connect(
        string perm = "0600",
        string controller = "x0",
        string node = "B",
        string segment = "S1",
        string output = "link") =>
        new(HandleRef.Parse(controller), node, segment, perm, OutputRef.Parse(output));

    public void Exported(string controller = "x0")
    {
        Happen(new Stimulus.AllocateBuffer("exp", "mem", "2p", 1));
        Do("exp", new GetController(controller, OutputRef.Parse("ctl")));
        Do("exp", new ExportCreate("ctl", OutputRef.Parse("seg"), "mem", "2p", ExportFlags.AllowRebind));
    }

    public void Importer()
    {
        foreach (string controller in (string[])["x0", "x1", "loopback"])
        {
            Do("imp", new GetController(controller, OutputRef.Parse(controller)));
            Do("near", new GetController(controller, OutputRef.Parse(controller)));
        }
    }

    /// <summary>What may become of a call, without taking a step.</summary>
    public Permitted Ask(string process, ApiCall call) =>
        Model.Apply(State, new Stimulus.Call(NextKey(), process, call));

    public Permitted Ask(Stimulus stimulus) => Model.Apply(State, stimulus);

    /// <summary>Takes the step in which a call succeeds; readings choose among several.</summary>
    public void Do(string process, ApiCall call, params string[] readings) =>
        State = Ask(process, call).Strict().First(t => t.Code() == 0 && readings.All(r => t.Has(r))).Next;

    /// <summary>Takes the step in which a call fails in a certain way.</summary>
    public void Fail(string process, ApiCall call, RsmError error) =>
        State = Ask(process, call).Strict().First(t => t.Code() == (int)error).Next;

    public void Happen(Stimulus stimulus) => State = Ask(stimulus).Transitions[0].Next;

    /// <summary>Makes a call that stays pending.</summary>
    public CallKey Begin(string process, ApiCall call)
    {
        CallKey key = NextKey();
        State = Model.Begin(State, key, process, call);
        return key;
    }

    public Permitted Ask(CallKey key) => Model.Complete(State, key);

    public void Complete(CallKey key) => State = Ask(key).Strict().First(t => t.Code() == 0).Next;

    private static NodeDescription Node(string symbol, uint id) => new(
        symbol,
        id,
        [new ControllerDescription("x0", "emu0"), new ControllerDescription("x1", "emu1"), new ControllerDescription("loopback", "loopback")]);

    private static LinkDescription Wire(string a, string ac, string b, string bc) => new(new LinkEnd(a, ac), new LinkEnd(b, bc));

    private CallKey NextKey() => new($"call#{_calls++}");
}
