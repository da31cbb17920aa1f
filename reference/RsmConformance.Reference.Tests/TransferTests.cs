namespace RsmConformance.Reference.Tests;

public sealed class TransferTests
{
    [Theory]
    [InlineData(AccessWidth.Bits8)]
    [InlineData(AccessWidth.Bits16)]
    [InlineData(AccessWidth.Bits32)]
    [InlineData(AccessWidth.Bits64)]
    public void ImportPutUnits_EveryWidth_MovesCountUnits(AccessWidth width)
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        exporter.Export(buffer: buffer);
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        byte[] sent = new byte[4 * (int)width];
        DataPattern.Fill(sent, 3);
        nint data = importer.Buffer();
        importer.Process.Memory.TryWrite(data, sent);

        importer.Api.ImportPutUnits(import, width, 64, data, 4).Should().Be(0);

        byte[] stored = new byte[4096];
        exporter.Process.Memory.TryRead(buffer, stored).Should().BeTrue();
        stored.AsSpan(64, sent.Length).ToArray().Should().Equal(sent);
        stored.Take(64).Concat(stored.Skip(64 + sent.Length)).Should().OnlyContain(b => b == 0);
        nint back = importer.Buffer();
        importer.Api.ImportGetUnits(import, width, 64, back, 4).Should().Be(0);
        byte[] got = new byte[sent.Length];
        importer.Process.Memory.TryRead(back, got);
        got.Should().Equal(sent);
    }

    [Fact]
    public void ImportPut_AcrossPages_MovesEveryByte()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer(4);
        exporter.Export(buffer: buffer, pages: 4);
        User importer = room.Spawn("B");
        byte[] sent = new byte[10_001];
        DataPattern.Fill(sent, 9);
        nint data = importer.Buffer(3);
        importer.Process.Memory.TryWrite(data, sent);

        importer.Api.ImportPut(importer.ConnectChecked(), 77, data, 10_001).Should().Be(0);

        byte[] stored = new byte[10_001];
        exporter.Process.Memory.TryRead(buffer + 77, stored);
        stored.Should().Equal(sent);
    }

    [Fact]
    public void ImportPut_BadArgument_ReturnsItsCode()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        nint data = importer.Buffer();
        IRsmLibrary api = importer.Api;

        api.ImportPut(0, 0, data, 8).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        api.ImportPut(import, 0, 0, 8).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        api.ImportPut(import, 0, 4096, 8).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        api.ImportPut(import, -1, data, 8).Should().Be((int)RsmError.RSMERR_BAD_OFFSET);
        api.ImportPut(import, 4096, data, 8).Should().Be((int)RsmError.RSMERR_BAD_OFFSET);
        api.ImportPut(import, 4090, data, 8).Should().Be((int)RsmError.RSMERR_BAD_LENGTH);
        api.ImportPutUnits(import, AccessWidth.Bits32, 2, data, 1).Should().Be((int)RsmError.RSMERR_BAD_MEM_ALIGNMENT);
        api.ImportPutUnits(import, AccessWidth.Bits32, 0, data + 2, 1).Should().Be((int)RsmError.RSMERR_BAD_MEM_ALIGNMENT);
        api.ImportPutUnits(import, AccessWidth.Bits64, 0, data, (nuint)1 << 61).Should().Be((int)RsmError.RSMERR_BAD_LENGTH);
    }

    [Fact]
    public void ImportPut_ImplicitModeWithoutBarrier_ReturnsBarrierUninitialized()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();

        importer.Put64(import, 1).Should().Be((int)RsmError.RSMERR_BARRIER_UNINITIALIZED);
        importer.Api.SetBarrierMode(import, (int)BarrierMode.Explicit).Should().Be(0);
        importer.Put64(import, 1).Should().Be(0);
    }

    [Fact]
    public void Barriers_OpenOrderCloseDestroy_FollowTheirPages()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        nint barrier = importer.Cell(0);
        IRsmLibrary api = importer.Api;

        api.OpenBarrier(0).Should().Be((int)RsmError.RSMERR_BAD_BARRIER_PTR);
        api.OpenBarrier(barrier).Should().Be((int)RsmError.RSMERR_BARRIER_UNINITIALIZED);
        api.InitBarrier(0, 1, barrier).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        api.InitBarrier(import, 1, 0).Should().Be((int)RsmError.RSMERR_BAD_BARRIER_PTR);
        api.InitBarrier(import, 1, barrier).Should().Be(0);
        api.CloseBarrier(barrier).Should().Be((int)RsmError.RSMERR_BARRIER_NOT_OPENED);
        api.OpenBarrier(barrier).Should().Be(0);
        api.OrderBarrier(barrier).Should().Be(0);
        api.CloseBarrier(barrier).Should().Be(0);
        api.OpenBarrier(barrier).Should().Be(0);
        exporter.Api.ExportUnpublish(export).Should().Be(0);
        api.CloseBarrier(barrier).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        api.DestroyBarrier(barrier).Should().Be(0);
        api.DestroyBarrier(barrier).Should().Be((int)RsmError.RSMERR_BARRIER_UNINITIALIZED);
    }

    [Fact]
    public void InitBarrier_SeveralOfOneConnection_AllWorkAndEndWithIt()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        int before = importer.Process.Count(MeasureKind.HeapBlocks);
        nint[] barriers = [importer.Cell(0), importer.Cell(0)];
        foreach (nint barrier in barriers)
        {
            importer.Api.InitBarrier(import, 1, barrier).Should().Be(0);
        }

        foreach (nint barrier in barriers)
        {
            importer.Api.OpenBarrier(barrier).Should().Be(0);
            importer.Api.CloseBarrier(barrier).Should().Be(0);
        }

        importer.Api.ImportDisconnect(import).Should().Be(0);
        importer.Process.Count(MeasureKind.HeapBlocks).Should().Be(before - 1);
        importer.Api.OpenBarrier(barriers[0]).Should().Be((int)RsmError.RSMERR_BARRIER_UNINITIALIZED);
    }

    [Fact]
    public void SetBarrierMode_AndGet_AgreeAndRefuseOthers()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        nint mode = importer.Cell(0);

        importer.Api.GetBarrierMode(import, mode).Should().Be(0);
        importer.Get(mode).Should().Be((int)BarrierMode.Implicit);
        importer.Api.SetBarrierMode(import, 2).Should().Be((int)RsmError.RSMERR_BAD_MODE);
        importer.Api.SetBarrierMode(import, 0).Should().Be(0);
        importer.Api.GetBarrierMode(import, mode).Should().Be(0);
        importer.Get(mode).Should().Be((int)BarrierMode.Explicit);
        importer.Api.GetBarrierMode(import, 0).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        importer.Api.SetBarrierMode(0, 0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
    }
}
