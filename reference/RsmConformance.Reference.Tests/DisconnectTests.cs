namespace RsmConformance.Reference.Tests;

public sealed class DisconnectTests
{
    [Fact]
    public void ImportDisconnect_Connected_ReleasesEverything()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        importer.Controller("sci0");
        (int heap, int descriptors) = (importer.Process.Count(MeasureKind.HeapBlocks), importer.Process.Count(MeasureKind.Descriptors));

        importer.Api.ImportDisconnect(importer.ConnectChecked()).Should().Be(0);

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
        room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
        importer.Process.Count(MeasureKind.HeapBlocks).Should().Be(heap);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(descriptors);
    }

    [Fact]
    public void ImportDisconnect_NotAnImportHandle_ReturnsBadSegHndl()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Export();
        nint stale = user.Connect();
        user.Api.ImportDisconnect(stale).Should().Be(0);

        foreach (nint handle in (nint[])[0, 0x1234, stale, export, user.Controller("sci0"), room.Spawn("B").Connect()])
        {
            user.Api.ImportDisconnect(handle).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        }
    }

    [Fact]
    public void ImportDisconnect_Mapped_FailsAndLeavesTheMapAlone()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        exporter.Export(buffer: buffer);
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        nint map = importer.TryMap(import).Address;

        importer.Api.ImportDisconnect(import).Should().Be((int)RsmError.RSMERR_SEG_STILL_MAPPED);

        importer.Set(map, 77);
        exporter.Get(buffer).Should().Be(77);
        importer.Api.ImportUnmap(import).Should().Be(0);
        importer.Api.ImportDisconnect(import).Should().Be(0);
    }

    [Fact]
    public void ImportDisconnect_PollDescriptorsOut_FailsUntilEachIsReleased()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        nint pollfd = importer.Cell();
        importer.Api.GetPollfd(import, pollfd).Should().Be(0);
        importer.Api.GetPollfd(import, pollfd).Should().Be(0);

        importer.Api.ImportDisconnect(import).Should().Be((int)RsmError.RSMERR_POLLFD_IN_USE);
        importer.Api.ReleasePollfd(import).Should().Be(0);
        importer.Api.ImportDisconnect(import).Should().Be((int)RsmError.RSMERR_POLLFD_IN_USE);
        importer.Api.ReleasePollfd(import).Should().Be(0);
        importer.Api.ImportDisconnect(import).Should().Be(0);
    }

    [Fact]
    public void ImportDisconnect_AfterPutAndGet_Succeeds()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        importer.Put64(import, 1).Should().Be(0);
        importer.Process.Count(MeasureKind.Mappings).Should().Be(1);

        importer.Api.ImportDisconnect(import).Should().Be(0);

        importer.Process.Count(MeasureKind.Mappings).Should().Be(0);
    }

    [Fact]
    public void ImportDisconnect_BrokenConnection_Succeeds()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint unpublished = importer.Connect();
        exporter.Api.ExportUnpublish(export).Should().Be(0);
        importer.Api.ImportDisconnect(unpublished).Should().Be(0);
        exporter.TryPublish(export, 0x600000).Should().Be(0);
        nint cut = importer.Connect();
        room.LinkDown();

        importer.Api.ImportDisconnect(cut).Should().Be(0);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
    }

    [Fact]
    public void ImportDisconnect_ControllerReleased_Succeeds()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        nint controller = importer.Controller("sci0");
        importer.Api.ReleaseController(controller).Should().Be(0);
        importer.Api.ReleaseController(controller).Should().Be(0);

        importer.Api.ReleaseController(controller).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
        importer.Api.ImportDisconnect(import).Should().Be(0);
    }

    [Fact]
    public void ImportDisconnect_OneOfSeveral_LeavesTheOthers()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint one = importer.ConnectChecked();
        nint other = importer.ConnectChecked();

        importer.Api.ImportDisconnect(one).Should().Be(0);

        importer.Put64(other, 5).Should().Be(0);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(1);
    }
}
