using RsmConformance.Abi;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract.Tests.Agent;
using static RsmConformance.Contract.Tests.Agent.Scene;

namespace RsmConformance.Contract.Tests.Reference;

public sealed class ReferenceSessionTests : IDisposable
{
    private static readonly Step Connects = Calls(Importer, "connect", new ImportConnect("ctl", "A", "S1", "0600", "imp"));
    private readonly ReferenceAdapter _adapter = new();
    private readonly Conversation _talk;

    public ReferenceSessionTests()
    {
        _talk = new Conversation(_adapter.Connect());
        _talk.Open().Should().Be(new AgentMessage.Opened());
    }

    public void Dispose()
    {
        _talk.Dispose();
        _adapter.Dispose();
    }

    [Fact]
    public void Hello_OfTheAdapter_SaysTruthfullyWhatItCanDo()
    {
        using var talk = new Conversation(_adapter.Connect());

        talk.Say(new HarnessMessage.Hello(Protocol.Version));

        AgentMessage.Welcome welcome = talk.Next().Should().BeOfType<AgentMessage.Welcome>().Subject;
        welcome.IutDigest.Should().MatchRegex("^[0-9a-f]{64}$");
        welcome.PageSize.Should().Be(4096);
        welcome.Means.Should().Contain(GateNames.OfConnect.Select(g => "gate:" + g)).And.NotContain("fork").And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void Connect_ToAPublishedSegment_StoresAHandle()
    {
        Publish();

        TraceEvent end = _talk.Play(Connects);

        end.Code.Should().Be(0);
        end.Outputs!.Value.Should().Equal(new OutputSeen("imp", OutputState.Stored, null, null, true));
    }

    [Fact]
    public void Load_OfAMap_ShowsTheExportersData()
    {
        Publish();

        TraceEvent load = _talk.Play(
            Connects,
            Calls(Importer, "map", new ImportMap("imp", "map", MapAttribute.None, "0600", 0, "1p")),
            Does(Importer, "load", new StepAction.Load("map", "1p", 7)));

        _talk.EndOf("map").Code.Should().Be(0);
        load.Event.Should().Be(EventKind.Done);
        load.Data!.FirstDifference.Should().BeNull();
    }

    [Fact]
    public void Put_FromABuffer_ArrivesAtTheExporter()
    {
        Publish();

        _talk.Play(
            Connects,
            Calls(Importer, "mode", new SetMode("imp", BarrierMode.Explicit)),
            Does(Importer, "make", new StepAction.AllocateBuffer("data", "1p", 9)),
            Calls(Importer, "put", new ImportPut("imp", 0, "data", 64))).Code.Should().Be(0);

        _talk.Play(Does(Exporter, "load", new StepAction.Load("mem", 64, 9))).Data!.FirstDifference.Should().BeNull();
    }

    [Fact]
    public void Put_WithABarrier_IsOrderedByIt()
    {
        Publish();

        TraceEvent closed = _talk.Play(
            Connects,
            Does(Importer, "make", new StepAction.AllocateBuffer("data", "1p", 9)),
            Calls(Importer, "init", new InitBarrier("imp", BarrierType.Segment, "bar")),
            Calls(Importer, "open", new OpenBarrier("bar")),
            Calls(Importer, "put", new ImportPut32("imp", 0, "data", 16)),
            Calls(Importer, "order", new OrderBarrier("bar")),
            Calls(Importer, "close", new CloseBarrier("bar")));

        _talk.Events.Where(e => e.Event == EventKind.Return).Should().OnlyContain(e => e.Code == 0);
        closed.Code.Should().Be(0);
        _talk.EndOf("init").Outputs!.Value[0].State.Should().Be(OutputState.Stored);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("unwritable")]
    [InlineData("unmapped")]
    public void Connect_WithABadOutputAddress_ReturnsACode(string output)
    {
        Publish();

        TraceEvent end = _talk.Play(Calls(Importer, "bad", new ImportConnect("ctl", "A", "S1", "0600", output)));

        end.Event.Should().Be(EventKind.Return);
        end.Code.Should().NotBe(0);
    }

    [Fact]
    public void Disconnect_OfGarbage_IsRefused() =>
        _talk.Play(Calls(Importer, "use", new ImportDisconnect(HandleRef.Garbage)))
            .Code.Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);

    [Fact]
    public void Publish_WithoutAnId_LetsTheImporterConnectByTheAssignedOne()
    {
        MakeExport();
        _talk.Play(Calls(Exporter, "publish", new ExportPublish("exp", "auto:S5", [new AccessEntry("B", "0666")])));

        _talk.Play(GetsController(), Calls(Importer, "connect", new ImportConnect("ctl", "A", "S5", "0400", "imp")))
            .Code.Should().Be(0);
    }

    [Fact]
    public void Kill_OfAProcessThatIsHeldAtAGate_EndsItsCallAsKilled()
    {
        Publish();
        _talk.Play(Bed("hold", new StepAction.HoldGate(GateNames.ConnectBeforeReply, Importer)));
        _talk.Begin(Connects);

        _talk.Play(Bed("await", new StepAction.AwaitBlocked("connect")), Bed("kill", new StepAction.Kill(Importer)));

        _talk.EndOf("await").Why.Should().Be("blocked");
        TraceEvent end = _talk.EndOf("connect");
        (end.Event, end.Code).Should().Be((EventKind.Killed, 9));
    }

    [Fact]
    public void Release_OfAHeldConnect_LetsItReturn()
    {
        Publish();
        _talk.Play(Bed("hold", new StepAction.HoldGate(GateNames.ConnectEntry, Importer)));
        _talk.Begin(Connects);

        _talk.Play(
            Bed("await", new StepAction.AwaitBlocked("connect")),
            Bed("release", new StepAction.ReleaseGate(GateNames.ConnectEntry, Importer)));

        _talk.EndOf("connect").Code.Should().Be(0);
    }

    [Fact]
    public void Interrupt_OfAHeldConnect_IsReported()
    {
        Publish();
        _talk.Play(Bed("hold", new StepAction.HoldGate(GateNames.ConnectAtExporter, Importer)));
        _talk.Begin(Connects);

        _talk.Play(Bed("await", new StepAction.AwaitBlocked("connect")), Bed("interrupt", new StepAction.Interrupt("connect")));

        _talk.EndOf("connect").Code.Should().Be((int)RsmError.RSMERR_INTERRUPTED);
    }

    [Fact]
    public void FailAllocation_OfTheFirst_FiresInConnect()
    {
        Publish();

        TraceEvent end = _talk.Play(Does(Importer, "arm", new StepAction.FailAllocation(1)), Connects);

        end.Allocation!.Fired.Should().BeTrue();
        end.Code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_MEM);
    }

    [Fact]
    public void LinkDown_InjectedAndCleared_IsFeltAndHealed()
    {
        Publish();
        var link = new Fault.LinkDown(new LinkEnd("A", "x0"), new LinkEnd("B", "x0"));

        _talk.Play(Bed("inject", new StepAction.InjectFault(link)));
        TraceEvent without = _talk.Play(Calls(Importer, "without", new ImportConnect("ctl", "A", "S1", "0600", "no")));
        _talk.Play(Bed("clear", new StepAction.ClearFault(link)));
        TraceEvent with = _talk.Play(Connects);

        without.Code.Should().NotBe(0);
        with.Code.Should().Be(0);
    }

    [Fact]
    public void ResourceLimit_InjectedAndCleared_IsFeltAndHealed()
    {
        Publish();
        var limit = new Fault.ResourceLimit("B");

        _talk.Play(Bed("inject", new StepAction.InjectFault(limit)));
        TraceEvent without = _talk.Play(Calls(Importer, "without", new ImportConnect("ctl", "A", "S1", "0600", "no")));
        _talk.Play(Bed("clear", new StepAction.ClearFault(limit)));
        TraceEvent with = _talk.Play(Connects);

        without.Code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);
        with.Code.Should().Be(0);
    }

    [Fact]
    public void InjectFault_OfALinkThatIsNotThere_IsNotRun() =>
        _talk.Play(Bed("inject", new StepAction.InjectFault(new Fault.LinkDown(new("A", "loopback"), new("B", "x0")))))
            .Event.Should().Be(EventKind.NotRun);

    [Theory]
    [InlineData(MeasureKind.Descriptors)]
    [InlineData(MeasureKind.HeapBlocks)]
    [InlineData(MeasureKind.Mappings)]
    [InlineData(MeasureKind.ImporterRecords)]
    public void Measure_AfterCyclesOfConnectAndDisconnect_StaysLevel(MeasureKind what)
    {
        Publish();
        string role = what == MeasureKind.ImporterRecords ? Exporter : Importer;
        StepAction cycles = new StepAction.Repeat(10, [Connects, Calls(Importer, "disconnect", new ImportDisconnect("imp"))]);
        _talk.Play(Does(Importer, "warm", cycles));
        long? before = _talk.Play(Does(role, "before", new StepAction.Measure(what, "s", 0))).Measured;

        _talk.Play(Does(Importer, "cycles", cycles));

        _talk.Play(Does(role, "after", new StepAction.Measure(what, "s", 10))).Measured.Should().Be(before).And.NotBeNull();
    }

    [Fact]
    public void Store_ToReadOnlyMemory_Faults() =>
        _talk.Play(Does(Importer, "store", new StepAction.Store("read-only", 8, 1))).Event.Should().Be(EventKind.Faulted);

    private void Publish()
    {
        MakeExport();
        _talk.Play(Calls(Exporter, "publish", new ExportPublish("exp", "S1", [new AccessEntry("B", "0666")]))).Code.Should().Be(0);
        _talk.Play(GetsController()).Code.Should().Be(0);
    }

    private void MakeExport() => _talk.Play(
        Calls(Exporter, "controller", new GetController("x0", "ctl")),
        Does(Exporter, "memory", new StepAction.AllocateBuffer("mem", "1p", 7)),
        Calls(Exporter, "create", new ExportCreate("ctl", "exp", "mem", "1p", ExportFlags.None))).Code.Should().Be(0);

    private static Step GetsController() => Calls(Importer, "importer-controller", new GetController("x0", "ctl"));
}
