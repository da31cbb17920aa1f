using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract.Agent;
using static RsmConformance.Contract.Tests.Agent.Scene;

namespace RsmConformance.Contract.Tests.Agent;

public sealed class StepTests
{
    [Fact]
    public void Call_ThatReturnsANumberOutsideTheList_KeepsIt()
    {
        using var talk = Conversation.Opened(new FakeHost { Answer = (_, _, _) => 4711 });

        TraceEvent end = talk.Play(Calls(Importer, "use", new ImportDisconnect("null")));

        end.Code.Should().Be(4711);
        talk.InvokeOf("use").Resolved.Should().Be("rsm_memseg_import_disconnect(NULL)");
    }

    [Fact]
    public void Connect_WithSymbols_ResolvesThemAsTheSetupSays()
    {
        object?[] passed = [];
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (_, _, arguments) =>
            {
                passed = arguments;
                return 0;
            },
        });

        talk.Play(Calls(Importer, "use", new ImportConnect("null", "A", "S1", "0600", "null")));

        passed.Should().Equal((nint)0, 1u, 0x600001u, 0x180u, (nint)0);
        talk.InvokeOf("use").Resolved.Should().Be("rsm_memseg_import_connect(NULL, 1, 0x600001, 0600, NULL)");
    }

    [Theory]
    [InlineData("2p", 8192UL)]
    [InlineData("1p-1", 4095UL)]
    [InlineData("-1", ulong.MaxValue)]
    public void Call_WithALength_PassesItInBytes(string length, ulong bytes)
    {
        object? passed = null;
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (_, _, arguments) =>
            {
                passed = arguments[3];
                return 0;
            },
        });

        talk.Play(Calls(Importer, "use", new ImportPut("null", 0, "null", length)));

        passed.Should().Be((nuint)bytes);
    }

    [Fact]
    public void Map_AtAFixedAddress_PassesTheMemoryOfThatName()
    {
        nint chosen = 0;
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (p, name, arguments) =>
            {
                byte[] cell = new byte[8];
                p.Memory.TryRead((nint)arguments[1]!, cell);
                chosen = (nint)BitConverter.ToInt64(cell);
                return 0;
            },
        });
        talk.Play(Does(Importer, "make", new StepAction.AllocateBuffer("spot", "1p", 3)));
        nint there = AddressIn(talk.Play(Does(Importer, "look", new StepAction.Load("spot", 8, null))), talk);

        TraceEvent end = talk.Play(Calls(Importer, "map", new ImportMap("null", "spot", MapAttribute.Fixed, "0600", 0, "1p")));

        chosen.Should().Be(there).And.NotBe(0);
        end.Outputs!.Value[0].State.Should().Be(OutputState.Untouched);
        talk.Play(Does(Importer, "load", new StepAction.Load("spot", 8, 3))).Data!.FirstDifference.Should().BeNull();
    }

    [Theory]
    [InlineData("x0", "sci0")]
    [InlineData("=nosuch0", "nosuch0")]
    [InlineData(null, null)]
    public void GetController_ByName_PassesTheRealName(string? symbol, string? real)
    {
        object? passed = "nothing";
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (_, _, arguments) =>
            {
                passed = arguments[0];
                return 0;
            },
        });

        talk.Play(Calls(Importer, "use", new GetController(symbol, "c")));

        passed.Should().Be(real);
    }

    [Fact]
    public void Sweep_OverPermissions_DoesTheBodyForEachValue()
    {
        List<object?> passed = [];
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (_, _, arguments) =>
            {
                passed.Add(arguments[3]);
                return 0;
            },
        });
        Step inner = Calls(Importer, "inner", new ImportConnect("null", "A", "S1", "$perm", "imp"));

        TraceEvent end = talk.Play(Does(Importer, "outer", new StepAction.Sweep("perm", ["0400", "0200"], [inner])));

        end.Event.Should().Be(EventKind.Done);
        passed.Should().Equal(0x100u, 0x80u);
        talk.Events.Where(e => e.Step == inner.Id && e.EndsStep).Select(e => (e.Iteration, e.Value))
            .Should().Equal((0, "0400"), (1, "0200"));
    }

    [Fact]
    public void Repeat_InsideASweep_CountsThrough()
    {
        using var talk = Conversation.Opened(new FakeHost());
        Step inner = Calls(Importer, "inner", new ImportDisconnect("null"));
        Step middle = Does(Importer, "middle", new StepAction.Repeat(2, [inner]));

        talk.Play(Does(Importer, "outer", new StepAction.Sweep("x", ["a", "b"], [middle])));

        talk.Events.Where(e => e.Step == inner.Id && e.EndsStep).Select(e => (e.Iteration, e.Value))
            .Should().Equal((0, "a"), (1, "a"), (2, "b"), (3, "b"));
    }

    [Fact]
    public void StoreAndLoad_OfABuffer_ShowTheData()
    {
        using var talk = Conversation.Opened(new FakeHost());

        TraceEvent load = talk.Play(
            Does(Importer, "make", new StepAction.AllocateBuffer("buf", "1p", 5)),
            Does(Importer, "store", new StepAction.Store("buf@16", 4, 0)),
            Does(Importer, "load", new StepAction.Load("buf", "1p", 5)));

        load.Event.Should().Be(EventKind.Done);
        load.Data!.Length.Should().Be(4096);
        load.Data.FirstDifference.Should().Be(16);
    }

    [Theory]
    [InlineData("null", EventKind.Faulted)]
    [InlineData("unmapped", EventKind.Faulted)]
    [InlineData("read-only", EventKind.Faulted)]
    [InlineData("buf@1p", EventKind.Faulted)]
    [InlineData("buf@1p-4", EventKind.Done)]
    public void Store_ToAnAddress_FaultsWhereItCannotBeWritten(string to, EventKind expected)
    {
        using var talk = Conversation.Opened(new FakeHost());
        talk.Play(Does(Importer, "make", new StepAction.AllocateBuffer("buf", "1p", 0)));

        talk.Play(Does(Importer, "store", new StepAction.Store(to, 4, 1))).Event.Should().Be(expected);
    }

    [Fact]
    public void FailAllocation_BeforeACall_IsReportedByThatCallOnly()
    {
        var host = new FakeHost();
        using var talk = Conversation.Opened(host);

        talk.Play(
            Does(Importer, "arm", new StepAction.FailAllocation(2)),
            Calls(Importer, "first", new ImportDisconnect("null")),
            Calls(Importer, "second", new ImportDisconnect("null")));

        host.Notes.Should().Contain("importer fails 2");
        talk.EndOf("first").Allocation.Should().Be(new AllocationSeen(3, true));
        talk.EndOf("second").Allocation.Should().BeNull();
    }

    [Fact]
    public void Measure_OfAProcess_GivesTheNumber()
    {
        using var talk = Conversation.Opened(new FakeHost());

        talk.Play(Does(Importer, "count", new StepAction.Measure(MeasureKind.Descriptors, "s", 0))).Measured.Should().Be(7);
    }

    [Fact]
    public void BedActions_WithSymbols_ReachTheBed()
    {
        var host = new FakeHost();
        using var talk = Conversation.Opened(host);

        talk.Play(
            Bed("spawn", new StepAction.Spawn(Late)),
            Bed("hold", new StepAction.HoldGate("connect.entry", Late)),
            Bed("release", new StepAction.ReleaseGate("connect.entry", Late)),
            Bed("fail", new StepAction.FailGate("connect.entry", Late, RsmError.RSMERR_INSUFFICIENT_MEM)),
            Bed("inject", new StepAction.InjectFault(new Fault.NodeDown("A"))));

        talk.Events.Where(e => e.EndsStep).Should().OnlyContain(e => e.Event == EventKind.Done && e.Process == "" && e.Node == "");
        host.Notes.Should().HaveCount(4).And.Contain("fail connect.entry RSMERR_INSUFFICIENT_MEM");
        host.Processes.Should().ContainKey(Late);
    }

    public static TheoryData<Step, string> Impossible() => new()
    {
        { Calls(Importer, "s", new ImportDisconnect("imp")), "symbol imp has no value" },
        { Calls(Importer, "s", new ImportDisconnect(HandleRef.Stale("imp"))), "symbol imp has no value" },
        { Calls(Importer, "s", new GetController("x7", "c")), "node B has no controller x7" },
        { Calls(Importer, "s", new ImportConnect("null", "Z", "S1", "0400", "imp")), "no node Z" },
        { Calls(Importer, "s", new ImportConnect("null", "A", "S2", "0400", "imp")), "segment S2 has no id" },
        { Calls(Importer, "s", new ImportConnect("null", "A", "S1", "$p", "imp")), "$p has no value" },
        { Calls(Late, "s", new ImportDisconnect("null")), "process late has not been started" },
        { Does(Importer, "s", new StepAction.Load("buf", 8, null)), "memory buf is not there" },
        { Does(Importer, "s", new StepAction.AllocateBuffer("buf", 0, 1)), "cannot be" },
        { Does(Importer, "s", new StepAction.LimitDescriptors(1)), "descriptors cannot be limited here" },
        { Does(Importer, "s", new StepAction.SetIdentity(IdentityClass.Group)), "no identity Group" },
        { Does(Importer, "s", new StepAction.Fork("child")), "cannot fork" },
        { Bed("s", new StepAction.ClearFault(new Fault.NodeDown("A"))), "nothing can be healed here" },
        { Bed("s", new StepAction.Kill(Late)), "process late has not been started" },
        { Bed("s", new StepAction.Spawn(Importer)), "process importer runs already" },
        { Bed("s", new StepAction.Exit(0)), "needs a process" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Step_ThatCannotBeDone_IsNotRunForAReason(Step step, string reason)
    {
        using var talk = Conversation.Opened(new FakeHost());

        TraceEvent end = talk.Play(step);

        end.Event.Should().Be(EventKind.NotRun);
        end.Why.Should().Contain(reason);
        talk.Events.Should().HaveCount(2, "an invoke comes before it");
    }

    /// <summary>The address in the words of a load such as <c>load(0x10000, 8)</c>.</summary>
    private static nint AddressIn(TraceEvent end, Conversation talk) =>
        nint.Parse(talk.InvokeOf(end.Step).Resolved!.Split("0x")[1].Split(',')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
