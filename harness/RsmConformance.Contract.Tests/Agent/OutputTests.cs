using RsmConformance.Abi;
using RsmConformance.Contract.Agent;
using static RsmConformance.Contract.Tests.Agent.Scene;

namespace RsmConformance.Contract.Tests.Agent;

public sealed class OutputTests
{
    private const long Handle = 0x7000;

    [Fact]
    public void Call_ThatStoresAHandle_ReportsItAndBindsTheName()
    {
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Store(cell, Handle)));

        OutputSeen seen = OutputOf(talk.Play(Connect("imp")));
        TraceEvent use = talk.Play(Calls(Importer, "use", new ImportDisconnect("imp")));

        seen.Should().Be(new OutputSeen("imp", OutputState.Stored, null, null, true));
        use.Event.Should().Be(EventKind.Return);
        talk.InvokeOf("use").Resolved.Should().Be("rsm_memseg_import_disconnect(0x7000)");
    }

    [Fact]
    public void Call_ThatStoresNothing_ReportsThePoisonAndBindsNothing()
    {
        using var talk = Conversation.Opened(new FakeHost());

        OutputSeen seen = OutputOf(talk.Play(Connect("imp")));
        TraceEvent use = talk.Play(Calls(Importer, "use", new ImportDisconnect("imp")));

        seen.State.Should().Be(OutputState.Untouched);
        use.Event.Should().Be(EventKind.NotRun);
        use.Why.Should().Be("symbol imp has no value: the step that should have stored it did not");
    }

    [Fact]
    public void Call_ThatStoresNull_ReportsNull()
    {
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Store(cell, 0)));

        OutputOf(talk.Play(Connect("imp"))).State.Should().Be(OutputState.Null);
    }

    [Fact]
    public void Call_ThatFailsAndStores_ReportsItButBindsNothing()
    {
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Store(cell, Handle), 27));

        TraceEvent end = talk.Play(Connect("imp"));

        end.Code.Should().Be(27);
        OutputOf(end).State.Should().Be(OutputState.Stored);
        talk.Play(Calls(Importer, "use", new ImportDisconnect("imp"))).Event.Should().Be(EventKind.NotRun);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-16)]
    [InlineData(8)]
    [InlineData(23)]
    public void Call_ThatWritesBesideItsOutput_BreaksACanary(int offset)
    {
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Memory.TryWrite(cell + offset, [0x00])));

        OutputOf(talk.Play(Connect("imp"))).CanaryIntact.Should().BeFalse();
    }

    [Theory]
    [InlineData("imp", 0)]
    [InlineData("misaligned:imp", 1)]
    public void Call_WithACell_GetsAnAddressOfTheAlignmentAskedFor(string output, int remainder)
    {
        nint address = 0;
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Store(address = cell, Handle)));

        OutputSeen seen = OutputOf(talk.Play(Connect(output)));

        (address % 8).Should().Be(remainder);
        seen.Should().Be(new OutputSeen("imp", OutputState.Stored, null, null, true));
    }

    [Fact]
    public void Call_ThatStoresALiveHandleAgain_NamesTheOther()
    {
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Store(cell, Handle)));
        talk.Play(Connect("first"));

        OutputOf(talk.Play(Connect("second"))).SameAs.Should().Be("first");
    }

    [Fact]
    public void Call_ThatStoresAnEndedHandleAgain_NamesNoOther()
    {
        using var talk = Conversation.Opened(ThatConnects((p, cell) => p.Store(cell, Handle)));
        talk.Play(Connect("first"));
        talk.Play(Calls(Importer, "end", new ImportDisconnect("first")));

        OutputOf(talk.Play(Connect("second"))).SameAs.Should().BeNull();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("unwritable")]
    [InlineData("unmapped")]
    public void Call_WithABadOutputAddress_PassesAnAddressOfThatKind(string output)
    {
        (nint Address, bool Read, bool Written)? met = null;
        using var talk = Conversation.Opened(ThatConnects((p, cell) =>
            met = (cell, p.Memory.TryRead(cell, new byte[8]), p.Memory.TryWrite(cell, new byte[8]))));

        TraceEvent end = talk.Play(Connect(output));

        end.Outputs.Should().BeNull();
        met!.Value.Written.Should().BeFalse();
        met.Value.Read.Should().Be(output == "unwritable");
        (met.Value.Address == 0).Should().Be(output == "null");
    }

    [Fact]
    public void Call_WithAGarbageHandle_PassesAReadableAddressOfNoHandle()
    {
        nint passed = 0;
        bool readable = false;
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (p, _, arguments) =>
            {
                passed = (nint)arguments[0]!;
                readable = p.Memory.TryRead(passed, new byte[64]);
                return 5;
            },
        });

        talk.Play(Calls(Importer, "use", new ImportDisconnect(HandleRef.Garbage)));

        passed.Should().NotBe(0);
        readable.Should().BeTrue();
    }

    [Fact]
    public void GetMode_ThatStoresZero_ReportsTheNumber()
    {
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (p, name, arguments) =>
                name == nameof(IRsmLibrary.GetBarrierMode) && p.Memory.TryWrite((nint)arguments[1]!, new byte[4]) ? 0 : 5,
        });

        OutputOf(talk.Play(Calls(Importer, "use", new GetMode(HandleRef.Null, "mode"))))
            .Should().Be(new OutputSeen("mode", OutputState.Stored, "0", null, true));
    }

    [Fact]
    public void Publish_ThatAssignsAnId_BindsItForEveryProcess()
    {
        uint asked = 1;
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (p, name, arguments) =>
            {
                if (name == nameof(IRsmLibrary.ExportPublish))
                {
                    byte[] id = new byte[4];
                    p.Memory.TryRead((nint)arguments[1]!, id);
                    asked = BitConverter.ToUInt32(id);
                    p.Memory.TryWrite((nint)arguments[1]!, BitConverter.GetBytes(0x80000001));
                }

                return 0;
            },
        });

        TraceEvent published = talk.Play(Calls(Exporter, "publish", new ExportPublish(HandleRef.Null, "auto:S9", [])));
        talk.Play(Calls(Importer, "connect", new ImportConnect("null", "A", "S9", "0400", "imp")));

        asked.Should().Be(0);
        OutputOf(published).Should().Be(new OutputSeen("S9", OutputState.Stored, "0x80000001", null, true));
        talk.InvokeOf("connect").Resolved.Should().Contain("0x80000001");
    }

    [Fact]
    public void Publish_WithAnAccessList_LaysItOutAsC()
    {
        byte[] laid = new byte[16];
        object? length = null;
        using var talk = Conversation.Opened(new FakeHost
        {
            Answer = (p, _, arguments) =>
            {
                p.Memory.TryRead((nint)arguments[2]!, laid);
                length = arguments[3];
                return 0;
            },
        });

        talk.Play(Calls(Exporter, "publish", new ExportPublish(
            HandleRef.Null, "S1", [new AccessEntry("B", "0640"), new AccessEntry(NodeRef.Parse(NodeRef.Unknown), "0600")], 65)));

        laid.Should().Equal(2, 0, 0, 0, 0xA0, 1, 0, 0, 99, 0, 0, 0, 0x80, 1, 0, 0);
        length.Should().Be(65u);
    }

    private static FakeHost ThatConnects(Action<FakeProcess, nint> store, int code = 0) => new()
    {
        Answer = (process, name, arguments) =>
        {
            if (name != nameof(IRsmLibrary.ImportConnect))
            {
                return 0;
            }

            store(process, (nint)arguments[4]!);
            return code;
        },
    };

    private static Step Connect(string output) => Calls(
        Importer, $"connect-{output.Replace(':', '-')}", new ImportConnect(HandleRef.Null, "A", "S1", "0600", output));

    private static OutputSeen OutputOf(TraceEvent end) => end.Outputs!.Value.Should().ContainSingle().Subject;
}
