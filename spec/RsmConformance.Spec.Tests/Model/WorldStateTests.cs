using RsmConformance.Abi;
using RsmConformance.Spec.Model;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>States are values; calls that touch different things commute.</summary>
public sealed class WorldStateTests
{
    private static readonly Sequence<AccessEntry> Everything = [new AccessEntry("A", "0666")];

    [Fact]
    public void Equals_SameStepsTakenTwice_IsTrueAndHashesAgree()
    {
        WorldState one = Stage.Linked().State;
        WorldState other = Stage.Linked().State;

        other.Should().Be(one);
        other.GetHashCode().Should().Be(one.GetHashCode());
        new HashSet<WorldState> { one, other }.Should().HaveCount(1);
    }

    [Fact]
    public void Equals_OneSignalMore_IsFalse()
    {
        Stage stage = Stage.Linked();
        WorldState before = stage.State;
        stage.Do("imp", new SignalPost("link", 0));

        stage.State.Should().NotBe(before);
    }

    [Fact]
    public void Complete_TwoConnectsInEitherOrder_GivesOneState()
    {
        Stage stage = Stage.Published(Everything);
        CallKey a = stage.Begin("imp", Stage.Connect());
        CallKey b = stage.Begin("imp", Stage.Connect(output: "other"));
        WorldState both = stage.State;

        stage.Complete(a);
        stage.Complete(b);
        WorldState ab = stage.State;
        stage.State = both;
        stage.Complete(b);
        stage.Complete(a);

        stage.State.Should().Be(ab);
        stage.State.GetHashCode().Should().Be(ab.GetHashCode());
    }

    [Fact]
    public void Table_SetAndRemove_ComesBackToWhereItWas()
    {
        Stage stage = Stage.Published(Everything);
        WorldState before = stage.State;
        stage.Happen(new Stimulus.NodeDown("B"));
        stage.Happen(new Stimulus.NodeUp("B"));

        stage.State.Should().Be(before);
        stage.State.GetHashCode().Should().Be(before.GetHashCode());
    }

    [Fact]
    public void Undefined_AnythingMayFollow()
    {
        Stage stage = Stage.Published(Everything);
        stage.State = stage.Ask("imp", new ImportDisconnect("garbage")).Transitions.Single(t => t.Outcome is Outcome.Undefined).Next;

        stage.Ask("imp", Stage.Connect()).Transitions.Single().Outcome.Should().Be(new Outcome.Undefined());
        stage.Ask(new Stimulus.Load("imp", "nosuch", "8")).Transitions.Single().Outcome.Should().Be(new Outcome.Undefined());
    }

    [Fact]
    public void Begin_ProcessThatDoesNotRun_IsRefused()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.Kill("imp"));

        stage.Invoking(s => s.Begin("imp", Stage.Connect())).Should().Throw<ArgumentException>().WithMessage("no process imp*");
    }

    [Fact]
    public void Begin_SegmentBoundToNothing_IsRefused() =>
        Stage.Published(Everything).Invoking(s => s.Ask("imp", Stage.Connect(segment: "S9")))
            .Should().Throw<ArgumentException>().WithMessage("no segment is called S9*");

    [Fact]
    public void Describe_ALink_SaysWhatStands()
    {
        Stage stage = Stage.Linked();
        stage.Begin("imp", new ImportDisconnect("link"));

        stage.State.Describe().Should().Contain(l => l.EndsWith("of 0x600001 on B: 0600, linked", StringComparison.Ordinal))
            .And.Contain(l => l.StartsWith("export exp/", StringComparison.Ordinal) && l.EndsWith("node 1 0666", StringComparison.Ordinal))
            .And.Contain(l => l.Contains("rsm_memseg_import_disconnect", StringComparison.Ordinal));
    }

    public static TheoryData<string, string, bool> Pairs() => new()
    {
        { "connect", "connect2", false },
        { "connect", "connect", true },
        { "connect", "publish", true },
        { "connect", "publish2", false },
        { "connect", "unpublish", true },
        { "connect", "republish", true },
        { "connect", "destroy", true },
        { "connect", "release", true },
        { "disconnect", "disconnect", true },
        { "disconnect", "disconnect2", false },
        { "disconnect", "unpublish", true },
        { "disconnect", "connect2", false },
        { "get", "put", true },
        { "get", "disconnect", true },
        { "get", "unpublish", true },
        { "get", "map2", false },
        { "put", "disconnect", false },
        { "post", "wait", true },
        { "connect", "notify", true },
        { "unbarrier", "getlink", true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void MayInterfere_Pair_IsWhetherOneChangesWhatTheOtherTouches(string one, string other, bool expected)
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Stage.Connect(output: "second"));
        stage.Do("exp", new ExportCreate("ctl", OutputRef.Parse("seg2"), "mem", "1p", ExportFlags.None));
        CallKey a = stage.Begin(ProcessOf(one), Call(one));
        CallKey b = stage.Begin(ProcessOf(other), Call(other));

        RsmModel.MayInterfere(stage.State.Pending[a], stage.State.Pending[b]).Should().Be(expected);
        RsmModel.MayInterfere(stage.State.Pending[b], stage.State.Pending[a]).Should().Be(expected);
    }

    private static string ProcessOf(string name) => name is "publish" or "publish2" or "unpublish" or "republish" or "destroy" or "wait" or "notify" ? "exp" : "imp";

    private static ApiCall Call(string name) => name switch
    {
        "connect" => Stage.Connect(output: "new"),
        "connect2" => Stage.Connect(output: "newer"),
        "publish" => new ExportPublish("seg2", "S1", null),
        "publish2" => new ExportPublish("seg2", "S2", null),
        "unpublish" => new ExportUnpublish("seg"),
        "republish" => new ExportRepublish("seg", null),
        "destroy" => new ExportDestroy("seg"),
        "release" => new ReleaseController("x0"),
        "disconnect" => new ImportDisconnect("link"),
        "disconnect2" => new ImportDisconnect("second"),
        "get" => new ImportGet("link", "0", "local", "8"),
        "put" => new ImportPut("second", "0", "local@1p", "8"),
        "map2" => new ImportMap("second", OutputRef.Parse("map"), MapAttribute.None, "0600", "0", "1p"),
        "post" => new SignalPost("link", 0),
        "wait" => new SignalWait("seg", -1),
        "notify" => new SignalPost("seg", 0),
        "unbarrier" => new DestroyBarrier("bar"),
        "getlink" => new ImportGet("link", "0", "local", "8"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
