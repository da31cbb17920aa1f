namespace RsmConformance.Reference.Tests;

public sealed class PublicationTests
{
    [Fact]
    public void ExportCreate_BadArgument_ReturnsItsCodeAndLeavesNothing()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint controller = user.Controller("sci0");
        nint buffer = user.Buffer(2);
        nint cell = user.Cell();
        nint readOnly = user.Process.Memory.Allocate(4096, MemoryAccess.Read);
        int Create(nint from, nuint length) => user.Api.ExportCreate(controller, cell, from, length, 0);

        user.Api.ExportCreate(0, cell, buffer, 4096, 0).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
        user.Api.ExportCreate(controller, 0, buffer, 4096, 0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        Create(0, 4096).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        Create(4096, 4096).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        Create(buffer + 4096, 8192).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        Create(buffer, 0).Should().Be((int)RsmError.RSMERR_BAD_LENGTH);
        Create(buffer, 100).Should().Be((int)RsmError.RSMERR_BAD_LENGTH);
        Create(buffer, nuint.MaxValue).Should().Be((int)RsmError.RSMERR_BAD_LENGTH);
        Create(buffer + 8, 4096).Should().Be((int)RsmError.RSMERR_BAD_MEM_ALIGNMENT);
        Create(readOnly, 4096).Should().Be((int)RsmError.RSMERR_PERM_DENIED);
        user.Process.SetDescriptorLimit(0);
        Create(buffer, 4096).Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);
        user.Process.SetDescriptorLimit(null);
        user.Process.FailAllocation(1);
        Create(buffer, 4096).Should().Be((int)RsmError.RSMERR_INSUFFICIENT_MEM);
        room.Cluster.Faults.ControllerAbsent(new("A", "x0"));
        Create(buffer, 4096).Should().Be((int)RsmError.RSMERR_CTLR_NOT_PRESENT);

        room.Cluster.Count("A", MeasureKind.ExportedSegments).Should().Be(0);
        user.Process.Count(MeasureKind.Descriptors).Should().Be(0);
        user.Process.Count(MeasureKind.HeapBlocks).Should().Be(1);
    }

    [Fact]
    public void ExportPublish_Ids_FollowTheirRanges()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        foreach (SegmentIdRange range in SegmentIdRange.All)
        {
            foreach (uint id in (uint[])[Math.Max(range.First, 1), range.Last])
            {
                user.TryPublish(user.Create(), id).Should().Be(range.Publishable ? 0 : (int)RsmError.RSMERR_RESERVED_SEGID, "{0:X}", id);
            }
        }
    }

    [Fact]
    public void ExportPublish_Id0_AssignsIdsThatAreNeverReused()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Create();
        var ids = new HashSet<uint>();
        for (int i = 0; i < 5; i++)
        {
            nint cell = user.Cell(0);
            user.Api.ExportPublish(export, cell, 0, 0).Should().Be(0);
            uint id = (uint)user.Get(cell);
            id.Should().BeGreaterThanOrEqualTo(SegmentIdRange.FirstAssigned);
            ids.Add(id).Should().BeTrue();
            user.TryConnect(id: id).Code.Should().Be(0);
            user.Api.ExportUnpublish(export).Should().Be(0);
        }
    }

    [Fact]
    public void ExportPublish_BadArgument_ReturnsItsCode()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Create();
        nint readOnly = user.Process.Memory.Allocate(8, MemoryAccess.Read);

        user.Api.ExportPublish(export, 0, 0, 0).Should().Be((int)RsmError.RSMERR_BAD_SEGID);
        user.Api.ExportPublish(0, user.Cell(0x600000), 0, 0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        user.Api.ExportPublish(export, 8, 0, 0).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        user.Api.ExportPublish(export, readOnly, 0, 0).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        user.Api.ExportPublish(export, user.Cell(0x600000), 0, 1).Should().Be((int)RsmError.RSMERR_BAD_ACL);
        user.Api.ExportPublish(export, user.Cell(0x600000), 8, 1).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        user.Api.ExportPublish(export, user.Cell(0x600000), user.Buffer(), 65).Should().Be((int)RsmError.RSMERR_BAD_ACL);
        user.TryPublish(export, 0x600000, (1, "01000")).Should().Be((int)RsmError.RSMERR_BAD_ACL);
        user.TryPublish(export, 0x600000, (1, "0777")).Should().Be((int)RsmError.RSMERR_BAD_ACL);
        user.TryPublish(export, 0x600000, (1, "0555")).Should().Be(0, "odd digits not above 0666 are accepted");
        user.TryPublish(export, 0x600001).Should().Be((int)RsmError.RSMERR_SEG_ALREADY_PUBLISHED);
        user.TryPublish(user.Create("sci1"), 0x600000).Should().Be((int)RsmError.RSMERR_SEGID_IN_USE);
    }

    [Fact]
    public void ExportPublish_Loopback_TakesItsOwnNodeAlone()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Create("loopback");

        user.TryPublish(export, 0x600000, (2, "0600")).Should().Be((int)RsmError.RSMERR_BAD_ACL);
        user.TryPublish(export, 0x600000, (1, "0600"), (1, "0400")).Should().Be((int)RsmError.RSMERR_BAD_ACL);
        user.TryPublish(export, 0x600000, (1, "0600")).Should().Be(0);
        user.TryConnect(controller: "loopback").Code.Should().Be(0);
        room.Spawn("B").TryConnect().Code.Should().NotBe(0);
    }

    [Fact]
    public void ExportUnpublish_NotPublished_ReturnsNotPublished()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Create();

        user.Api.ExportUnpublish(export).Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
        user.Republish(export).Should().Be((int)RsmError.RSMERR_SEG_NOT_PUBLISHED);
        user.Api.ExportUnpublish(0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        user.Api.ExportDestroy(0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
    }

    [Fact]
    public void ExportDestroy_Everything_ReleasesEverything()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Export();

        user.Api.ExportDestroy(export).Should().Be(0);

        user.Api.ExportDestroy(export).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        room.Cluster.Count("A", MeasureKind.ExportedSegments).Should().Be(0);
        room.Cluster.Count("A", MeasureKind.PublishedIds).Should().Be(0);
        user.Process.Count(MeasureKind.Descriptors).Should().Be(0);
    }
}
