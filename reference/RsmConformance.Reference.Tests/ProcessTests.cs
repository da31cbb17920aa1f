namespace RsmConformance.Reference.Tests;

public sealed class ProcessTests
{
    [Fact]
    public void Exit_ReleasesItsIdsAndMemory()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        exporter.Export();

        exporter.Process.Exit();

        exporter.Process.End.Should().Be(ProcessEnd.Exited);
        room.Cluster.Count("A", MeasureKind.PublishedIds).Should().Be(0);
        room.Cluster.Count("A", MeasureKind.ExportedSegments).Should().Be(0);
        room.Spawn("A").Export();
        exporter.Process.Kill();
        exporter.Process.End.Should().Be(ProcessEnd.Exited, "what has ended cannot end again");
    }

    [Fact]
    public void WaitUntilBlocked_NothingBlocks_ReturnsFalse()
    {
        using var room = new Room();
        User user = room.Spawn("A");

        user.Process.WaitUntilBlocked(Thread.CurrentThread, TimeSpan.Zero).Should().BeFalse();
    }

    [Fact]
    public void WaitUntilBlocked_ReleasedFromOneGate_WaitsForTheNext()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        nint cell = importer.Cell();
        room.Cluster.Gates.Hold(GateName.ConnectEntry, importer.Process);
        room.Cluster.Gates.Hold(GateName.ConnectBeforeHandle, importer.Process);
        Caller caller = new Caller(importer, api => api.ImportConnect(controller, 1, 0x600000, 0x180, cell)).Blocked();

        room.Cluster.Gates.Release(GateName.ConnectEntry, importer.Process);
        caller.Blocked();

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(1, "the second gate stands behind the exporter's answer");
        room.Cluster.Gates.Release(GateName.ConnectBeforeHandle, importer.Process);
        caller.Result().Should().Be(RsmError.RSM_SUCCESS);
    }

    [Fact]
    public void SetDescriptorLimit_ClosedDescriptor_MayBeOpenedAgain()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        importer.Process.SetDescriptorLimit(1);
        nint import = importer.Connect();
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);

        importer.Api.ImportDisconnect(import).Should().Be(0);

        importer.TryConnect().Code.Should().Be(0);
    }

    [Fact]
    public void Memory_RegionsAndRights_AreKept()
    {
        using var room = new Room();
        AddressSpace memory = room.Spawn("A").Process.Memory;
        nint writable = memory.Allocate(1);
        nint readable = memory.Allocate(1, MemoryAccess.Read);
        nint nothing = memory.Allocate(1, MemoryAccess.None);

        (writable % AddressSpace.PageSize).Should().Be(0);
        memory.TryWrite(writable + AddressSpace.PageSize - 1, [7]).Should().BeTrue();
        memory.TryWrite(writable + AddressSpace.PageSize - 1, [7, 7]).Should().BeFalse();
        memory.TryRead(writable - 1, new byte[1]).Should().BeFalse();
        memory.TryWrite(readable, [7]).Should().BeFalse();
        memory.TryRead(nothing, new byte[1]).Should().BeFalse();
        memory.TryRead(0, new byte[1]).Should().BeFalse();
        memory.TryRead(nint.MaxValue, new byte[1]).Should().BeFalse();
        memory.TryRead(nint.MinValue, new byte[1]).Should().BeFalse();
        memory.Free(writable);
        memory.TryRead(writable, new byte[1]).Should().BeFalse();
        FluentActions.Invoking(() => memory.Free(writable)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Memory_Reused_IsZeroed()
    {
        using var room = new Room();
        AddressSpace memory = room.Spawn("A").Process.Memory;
        nint first = memory.Allocate(8);
        memory.TryWrite(first + 8, [9]).Should().BeTrue();
        memory.Free(first);

        nint second = memory.Allocate(8);

        byte[] seen = [1];
        memory.TryRead(second + 8, seen).Should().BeTrue();
        seen[0].Should().Be(0);
    }

    [Fact]
    public void Memory_ExportedThenFreed_LivesOnForTheImporter()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        exporter.Export(buffer: buffer);
        exporter.Set(buffer, 8);
        exporter.Process.Memory.Free(buffer);
        exporter.Buffer();

        room.Spawn("B").Api.Should().NotBeNull();
        User importer = room.Spawn("B");
        importer.Get64(importer.ConnectChecked()).Should().Be((0, (nint)8));
    }

    [Fact]
    public void EveryFunction_GarbageHandle_IsRefused()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        IRsmLibrary api = user.Api;
        nint cell = user.Cell(0);
        foreach (nint bad in (nint[])[nint.MinValue, -1, 1, nint.MaxValue])
        {
            int[] codes =
            [
                api.ExportDestroy(bad), api.ExportRebind(bad, cell, 0, 4096), api.ExportPublish(bad, cell, 0, 0), api.ExportUnpublish(bad),
                api.ExportRepublish(bad, 0, 0), api.ImportDisconnect(bad), api.ImportMap(bad, cell, 0, 0x180, 0, 4096),
                api.ImportUnmap(bad), api.ImportGet(bad, 0, cell, 8), api.ImportPut(bad, 0, cell, 8),
                api.ImportGetUnits(bad, AccessWidth.Bits8, 0, cell, 1), api.ImportPutUnits(bad, AccessWidth.Bits8, 0, cell, 1),
                api.InitBarrier(bad, 1, cell), api.SetBarrierMode(bad, 0), api.GetBarrierMode(bad, cell), api.SignalPost(bad, 0),
                api.SignalWait(bad, 0), api.GetPollfd(bad, cell), api.ReleasePollfd(bad),
            ];
            codes.Should().OnlyContain(c => c == (int)RsmError.RSMERR_BAD_SEG_HNDL);
            api.ReleaseController(bad).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
            api.OpenBarrier(bad).Should().Be((int)RsmError.RSMERR_BAD_BARRIER_PTR);
            api.FreeTopology(bad).Should().Be(0);
        }
    }
}
