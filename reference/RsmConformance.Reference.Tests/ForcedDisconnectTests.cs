namespace RsmConformance.Reference.Tests;

public sealed class ForcedDisconnectTests
{
    public static TheoryData<string> Causes => ["unpublish", "destroy", "kill", "exit", "link", "node", "controller"];

    private static void Break(string cause, Room room, User exporter, nint export)
    {
        switch (cause)
        {
            case "unpublish":
                exporter.Api.ExportUnpublish(export).Should().Be(0);
                break;
            case "destroy":
                exporter.Api.ExportDestroy(export).Should().Be(0);
                break;
            case "kill":
                exporter.Process.Kill();
                break;
            case "exit":
                exporter.Process.Exit();
                break;
            case "link":
                room.LinkDown();
                break;
            case "node":
                room.Cluster.Faults.NodeDown("A");
                break;
            default:
                room.Cluster.Faults.ControllerAbsent(new("A", "x0"));
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public void Break_MappedImport_KeepsAddressesAndLosesLiveMemory(string cause)
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        nint export = exporter.Export(buffer: buffer);
        exporter.Set(buffer, 42);
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        nint map = importer.TryMap(import).Address;
        importer.Get(map).Should().Be(42);

        Break(cause, room, exporter, export);

        importer.Set(map, 43);
        if (exporter.Process.IsAlive)
        {
            exporter.Get(buffer).Should().Be(42);
        }

        importer.Put64(import, 44).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        importer.Get64(import).Code.Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        importer.Api.ImportDisconnect(import).Should().Be((int)RsmError.RSMERR_SEG_STILL_MAPPED);
        importer.Api.ImportUnmap(import).Should().Be(0);
        importer.TryMap(import).Code.Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        importer.Api.ImportDisconnect(import).Should().Be(0);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
    }

    [Fact]
    public void Break_ExplicitMode_IsNotReportedByPut()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        importer.Api.SetBarrierMode(import, (int)BarrierMode.Explicit).Should().Be(0);
        exporter.Api.ExportUnpublish(export).Should().Be(0);

        importer.Put64(import, 1).Should().Be(0);
    }

    [Fact]
    public void Break_SameIdPublishedAgain_OldImportStaysBroken()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        exporter.Api.ExportUnpublish(export).Should().Be(0);
        exporter.TryPublish(export, 0x600000).Should().Be(0);

        importer.Put64(import, 1).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        importer.Put64(importer.ConnectChecked(), 1).Should().Be(0);
    }

    [Fact]
    public void Break_LocalAndOtherImports_OnlyThoseConcernedBreak()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        exporter.Export();
        exporter.Export(0x600001, "sci1");
        User local = room.Spawn("A");
        User far = room.Spawn("C");
        User near = room.Spawn("B");
        nint localImport = local.ConnectChecked();
        nint nearImport = near.ConnectChecked();
        nint farCell = far.Cell();
        far.Api.ImportConnect(far.Controller("sci1"), 1, 0x600001, 0x180, farCell).Should().Be(0);
        far.Api.InitBarrier(far.Get(farCell), 1, far.Cell()).Should().Be(0);

        room.LinkDown();

        near.Put64(nearImport, 1).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        local.Put64(localImport, 1).Should().Be(0);
        far.Put64(far.Get(farCell), 1).Should().Be(0);
    }

    [Fact]
    public void ExportRepublish_ImporterDropped_KeepsItsConnectionAndRights()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();

        exporter.Republish(export, (1, "0600")).Should().Be(0);

        importer.Put64(import, 1).Should().Be(0);
        importer.TryMap(import).Code.Should().Be(0);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE);
    }

    [Fact]
    public void Kill_Importer_ExporterForgetsIt()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        exporter.Export();
        User importer = room.Spawn("B");
        importer.Connect();
        importer.Connect();

        importer.Process.Kill();

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
        room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(0);
        FluentActions.Invoking(() => importer.Api.FreeTopology(0)).Should().Throw<ProcessEndedException>();
    }
}
