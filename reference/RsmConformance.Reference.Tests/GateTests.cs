namespace RsmConformance.Reference.Tests;

public sealed class GateTests
{
    public static TheoryData<string> ConnectGates =>
    [
        GateName.ConnectEntry, GateName.ConnectBeforeRequest, GateName.ConnectAtExporter, GateName.ConnectAfterListCheck,
        GateName.ConnectBeforeReply, GateName.ConnectAfterUserCheck, GateName.ConnectBeforeController, GateName.ConnectBeforeHandle,
    ];

    private static void BeClean(Room room, User importer)
    {
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
        room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(0);
        importer.Process.Count(MeasureKind.HeapBlocks).Should().BeLessThanOrEqualTo(1);
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_HeldAndReleased_Succeeds(string gate)
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Hold(gate, importer.Process);
        Caller caller = Connecting(importer).Blocked();

        room.Cluster.Gates.Release(gate, importer.Process);

        caller.Result().Should().Be(RsmError.RSM_SUCCESS);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_InterruptedAtGate_LeavesNothingAndCanBeRetried(string gate)
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Hold(gate, importer.Process);
        Caller caller = Connecting(importer).Blocked();

        importer.Process.Interrupt(caller.Thread);

        caller.Result().Should().Be(RsmError.RSMERR_INTERRUPTED);
        BeClean(room, importer);
        importer.Connect();
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_FailedAtGate_ReturnsTheCodeAndLeavesNothing(string gate)
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Fail(gate, importer.Process, RsmError.RSMERR_INSUFFICIENT_MEM);

        importer.TryConnect().Should().Be(((int)RsmError.RSMERR_INSUFFICIENT_MEM, (nint)0));

        BeClean(room, importer);
        importer.Connect();
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_KilledAtGate_UnwindsAndLeavesNothing(string gate)
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Hold(gate, importer.Process);
        Caller caller = Connecting(importer).Blocked();

        importer.Process.Kill();

        caller.Thrown().Should().BeOfType<ProcessEndedException>();
        BeClean(room, importer);
        importer.Process.IsAlive.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_UnpublishOvertakes_FollowsTheChoice(string gate)
    {
        foreach (UnpublishedDuringConnect choice in Enum.GetValues<UnpublishedDuringConnect>())
        {
            using Room room = Room.Choosing(new Choices { A30 = choice });
            User exporter = room.Spawn("A");
            nint export = exporter.Export();
            User importer = room.Spawn("B");
            room.Cluster.Gates.Hold(gate, importer.Process);
            Caller caller = Connecting(importer, out nint output).Blocked();
            exporter.Api.ExportUnpublish(export).Should().Be(0);

            room.Cluster.Gates.Release(gate, importer.Process);

            bool asked = gate is not (GateName.ConnectEntry or GateName.ConnectAtExporter or GateName.ConnectBeforeRequest);
            RsmError expected = !asked || choice == UnpublishedDuringConnect.NotPublished ? RsmError.RSMERR_SEG_NOT_PUBLISHED
                : choice == UnpublishedDuringConnect.Interrupted ? RsmError.RSMERR_INTERRUPTED
                : RsmError.RSM_SUCCESS;
            caller.Result().Should().Be(expected, "{0} with {1}", gate, choice);
            if (expected == RsmError.RSM_SUCCESS)
            {
                nint import = importer.Get(output);
                importer.Api.InitBarrier(import, 1, importer.Cell()).Should().Be(0);
                importer.Put64(import, 1).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
                importer.Api.ImportDisconnect(import).Should().Be(0);
            }

            BeClean(room, importer);
        }
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_ExporterKilledMeanwhile_IsNotPublished(string gate)
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        exporter.Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Hold(gate, importer.Process);
        Caller caller = Connecting(importer).Blocked();
        exporter.Process.Kill();

        room.Cluster.Gates.Release(gate, importer.Process);

        caller.Result().Should().Be(RsmError.RSMERR_SEG_NOT_PUBLISHED);
        BeClean(room, importer);
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_LinkLostMeanwhile_FollowsTheChoice(string gate)
    {
        foreach (PathLostDuringConnect choice in Enum.GetValues<PathLostDuringConnect>())
        {
            using Room room = Room.Choosing(new Choices { A15 = choice });
            room.Spawn("A").Export();
            User importer = room.Spawn("B");
            room.Cluster.Gates.Hold(gate, importer.Process);
            Caller caller = Connecting(importer).Blocked();
            room.LinkDown();

            room.Cluster.Gates.Release(gate, importer.Process);

            caller.Result().Should().Be(
                gate == GateName.ConnectEntry || choice == PathLostDuringConnect.Unreachable
                    ? RsmError.RSMERR_REMOTE_NODE_UNREACHABLE : RsmError.RSMERR_INTERRUPTED, gate);
            BeClean(room, importer);
        }
    }

    [Theory]
    [MemberData(nameof(ConnectGates))]
    public void ImportConnect_OnTheExportersNode_UnpublishOvertakes_IsNotPublished(string gate)
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("A");
        room.Cluster.Gates.Hold(gate, importer.Process);
        Caller caller = Connecting(importer).Blocked();
        exporter.Api.ExportUnpublish(export).Should().Be(0);

        room.Cluster.Gates.Release(gate, importer.Process);

        caller.Result().Should().Be(RsmError.RSMERR_SEG_NOT_PUBLISHED);
        room.Cluster.Count("A", MeasureKind.ImportedSegments).Should().Be(0);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
    }

    [Fact]
    public void ImportConnect_RepublishOvertakesTheListCheck_OldListDecides()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Hold(GateName.ConnectAfterListCheck, importer.Process);
        Caller caller = Connecting(importer).Blocked();
        exporter.Republish(export, (1, "0600")).Should().Be(0);

        room.Cluster.Gates.Release(GateName.ConnectAfterListCheck, importer.Process);

        caller.Result().Should().Be(RsmError.RSM_SUCCESS, "the connect was judged before the republish");
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE);
    }

    [Fact]
    public void ExportUnpublish_FailedBeforeNotify_IsUndone()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        room.Cluster.Gates.Fail(GateName.UnpublishBeforeNotify, exporter.Process, RsmError.RSMERR_INTERRUPTED);

        exporter.Api.ExportUnpublish(export).Should().Be((int)RsmError.RSMERR_INTERRUPTED);

        importer.Put64(import, 1).Should().Be(0);
        importer.Connect();
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(2);
    }

    [Fact]
    public void ImportDisconnect_HeldBeforeFarewell_OthersFindNoHandle()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        room.Cluster.Gates.Hold(GateName.DisconnectBeforeFarewell, importer.Process);
        Caller first = new Caller(importer, api => api.ImportDisconnect(import)).Blocked();

        importer.Api.ImportDisconnect(import).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        importer.Put64(import, 1).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        importer.Process.Interrupt(first.Thread);
        room.Cluster.Gates.Release(GateName.DisconnectBeforeFarewell, importer.Process);

        first.Result().Should().Be(RsmError.RSM_SUCCESS, "disconnect is not interruptible");
    }

    [Fact]
    public void Hold_TakenBack_HoldsNobody()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Hold(GateName.ConnectEntry, importer.Process);
        room.Cluster.Gates.Release(GateName.ConnectEntry, importer.Process);

        importer.Connect();
    }

    [Fact]
    public void Hold_UnknownGate_Throws()
    {
        using var room = new Room();
        User user = room.Spawn("A");

        FluentActions.Invoking(() => room.Cluster.Gates.Hold("connect.nowhere", user.Process)).Should().Throw<ArgumentException>();
    }

    private static Caller Connecting(User importer) => Connecting(importer, out _);

    private static Caller Connecting(User importer, out nint output)
    {
        nint controller = importer.Controller("sci0");
        nint cell = output = importer.Cell();
        return new Caller(importer, api => api.ImportConnect(controller, 1, 0x600000, Permission.ReadWrite.Bits, cell));
    }
}
