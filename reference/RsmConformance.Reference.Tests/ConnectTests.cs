namespace RsmConformance.Reference.Tests;

public sealed class ConnectTests
{
    [Fact]
    public void ImportConnect_PublishedSegmentOfOtherNode_MovesData()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        exporter.Export(buffer: buffer);
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();

        importer.Put64(import, 0x11223344, 16).Should().Be(0);

        exporter.Get(buffer + 16).Should().Be(0x11223344);
        importer.Get64(import, 16).Should().Be((0, (nint)0x11223344));
        importer.Api.ImportDisconnect(import).Should().Be(0);
    }

    public static TheoryData<uint, uint, string, string, RsmError> Refusals => new()
    {
        { 1, 0x600001, "0600", "sci0", RsmError.RSMERR_SEG_NOT_PUBLISHED },
        { 1, 0, "0600", "sci0", RsmError.RSMERR_SEG_NOT_PUBLISHED },
        { 1, 1, "0600", "sci0", RsmError.RSMERR_SEG_NOT_PUBLISHED },
        { 99, 0x600000, "0600", "sci0", RsmError.RSMERR_REMOTE_NODE_UNREACHABLE },
        { 3, 0x600000, "0600", "sci0", RsmError.RSMERR_REMOTE_NODE_UNREACHABLE },
        { 1, 0x600000, "0600", "sci1", RsmError.RSMERR_REMOTE_NODE_UNREACHABLE },
        { 1, 0x600000, "0600", "loopback", RsmError.RSMERR_CTLR_NOT_PRESENT },
        { 1, 0x600000, "0000", "sci0", RsmError.RSMERR_PERM_DENIED },
        { 1, 0x600000, "0700", "sci0", RsmError.RSMERR_PERM_DENIED },
        { 1, 0x600000, "0444", "sci0", RsmError.RSMERR_PERM_DENIED },
        { 1, 0x600000, "37777777777", "sci0", RsmError.RSMERR_PERM_DENIED },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void ImportConnect_ConditionHolds_ReturnsItsCodeAndStoresNull(uint node, uint id, string permission, string controller, RsmError code)
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");

        importer.TryConnect(node, id, permission, controller).Should().Be(((int)code, (nint)0));

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
        room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(0);
        importer.Process.Count(MeasureKind.HeapBlocks).Should().Be(1, "the controller is held");
    }

    [Fact]
    public void ImportConnect_UnusableOutput_ReturnsBadAddr()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        nint readOnly = importer.Process.Memory.Allocate(8, MemoryAccess.Read);

        foreach (nint output in (nint[])[0, 16, readOnly])
        {
            importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, output).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        }

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
    }

    [Fact]
    public void ImportConnect_BadController_ReturnsBadCtlrHndl()
    {
        using var room = new Room();
        User importer = room.Spawn("B");
        User other = room.Spawn("B");
        nint released = importer.Controller("sci0");
        importer.Api.ReleaseController(released).Should().Be(0);

        foreach (nint handle in (nint[])[0, 0x1234, released, other.Controller("sci0"), importer.Create()])
        {
            nint cell = importer.Cell();
            importer.Api.ImportConnect(handle, 1, 0x600000, 0x180, cell).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
        }
    }

    [Fact]
    public void ImportConnect_ControllerGone_ReturnsCtlrNotPresent()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        room.Cluster.Faults.ControllerAbsent(new("B", "x0"));

        importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, importer.Cell()).Should().Be((int)RsmError.RSMERR_CTLR_NOT_PRESENT);
    }

    [Fact]
    public void ImportConnect_CreatedUnpublishedOrDestroyed_ReturnsNotPublished()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        User importer = room.Spawn("B");
        nint export = exporter.Create();
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
        exporter.TryPublish(export, 0x600000).Should().Be(0);
        importer.TryConnect().Code.Should().Be(0);
        exporter.Api.ExportUnpublish(export).Should().Be(0);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
        exporter.TryPublish(export, 0x600000).Should().Be(0);
        exporter.Api.ExportDestroy(export).Should().Be(0);

        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
    }

    [Fact]
    public void ImportConnect_NodeNotListed_ReturnsNotPublishedToNode()
    {
        using var room = new Room();
        room.Spawn("A").Export(list: [(3, "0666"), (1, "0666")]);

        room.Spawn("B").TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE);
        room.Spawn("A").TryConnect().Code.Should().Be(0);
    }

    [Fact]
    public void ImportConnect_SegmentExportedElsewhere_ReturnsNotPublished()
    {
        using var room = new Room();
        room.Spawn("A").Export(controller: "sci1");

        room.Spawn("B").TryConnect().Code.Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
        room.Spawn("C").TryConnect(controller: "sci1").Code.Should().Be(0);
        room.Spawn("A").TryConnect(controller: "loopback").Code.Should().Be(0);
    }

    [Fact]
    public void ImportConnect_LinkOrNodeDown_ReturnsUnreachableUntilItIsBack()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.LinkDown();
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_REMOTE_NODE_UNREACHABLE);
        room.Cluster.Faults.LinkUp(new("A", "x0"), new("B", "x0"));
        importer.TryConnect().Code.Should().Be(0);
        room.Cluster.Faults.NodeDown("A");
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_REMOTE_NODE_UNREACHABLE);
        room.Cluster.Faults.NodeUp("A");

        importer.TryConnect().Code.Should().Be(0);
    }

    [Fact]
    public void ImportConnect_ResourcesUsedUp_ReturnsByCause()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        importer.Controller("sci0");

        importer.Process.SetDescriptorLimit(0);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);
        importer.Process.SetDescriptorLimit(null);
        nint cell = importer.Cell();
        nint controller = importer.Controller("sci0");
        importer.Process.FailAllocation(1);
        importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, cell).Should().Be((int)RsmError.RSMERR_INSUFFICIENT_MEM);
        importer.Process.TakeAllocationReport().Should().Be(new AllocationReport(1, true));
        room.Cluster.Limit("B", ResourceKind.Segments, 0);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);
        room.Cluster.Limit("B", ResourceKind.Segments, 10);
        room.Cluster.Limit("A", ResourceKind.ImporterRecords, 0);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);

        room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(0);
    }

    [Fact]
    public void ImportConnect_SameSegmentManyTimes_GivesDistinctHandles()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        user.Export();

        nint[] handles = [.. Enumerable.Range(0, 50).Select(_ => user.Connect())];

        handles.Should().OnlyHaveUniqueItems();
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(50);
    }
}
