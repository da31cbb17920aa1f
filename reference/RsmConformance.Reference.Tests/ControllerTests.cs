using System.Buffers.Binary;
using System.Text;

namespace RsmConformance.Reference.Tests;

public sealed class ControllerTests
{
    [Fact]
    public void GetController_SameControllerByAnyName_IsOneCountedHandle()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint handle = user.Controller("sci0");

        user.Controller("SCI0").Should().Be(handle);
        user.Controller("sci").Should().Be(handle);
        user.Controller("sci1").Should().NotBe(handle);
        user.Api.ReleaseController(handle).Should().Be(0);
        user.Api.ReleaseController(handle).Should().Be(0);
        user.Api.ReleaseController(handle).Should().Be(0);
        user.Api.ReleaseController(handle).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
        user.Api.ReleaseController(0).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
    }

    [Fact]
    public void GetController_NullName_IsLoopback()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint cell = user.Cell();

        user.Api.GetController(null, cell).Should().Be(0);

        user.Get(cell).Should().Be(user.Controller("loopback7"));
    }

    [Fact]
    public void GetController_BadArgument_ReturnsItsCode()
    {
        using var room = new Room();
        User user = room.Spawn("A");

        user.Api.GetController("sci0", 0).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
        user.Api.GetController("sci0", 8).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        user.Api.GetController("sci7", user.Cell()).Should().Be((int)RsmError.RSMERR_CTLR_NOT_PRESENT);
        user.Api.GetController("", user.Cell()).Should().Be((int)RsmError.RSMERR_CTLR_NOT_PRESENT);
        user.Api.GetController(new string('x', 5000), user.Cell()).Should().Be((int)RsmError.RSMERR_CTLR_NOT_PRESENT);
        user.Process.FailAllocation(1);
        user.Api.GetController("sci0", user.Cell()).Should().Be((int)RsmError.RSMERR_INSUFFICIENT_MEM);
    }

    [Fact]
    public void GetControllerAttributes_Loopback_HasAPageSizeAlone()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint cell = user.Buffer();

        user.Api.GetControllerAttributes(user.Controller("loopback"), cell).Should().Be(0);
        user.Get(cell).Should().Be(0);
        user.Get(cell + 8).Should().Be(AddressSpace.PageSize / 1024);
        user.Api.GetControllerAttributes(user.Controller("sci0"), cell).Should().Be(0);
        user.Get(cell + 16).Should().BeGreaterThan(0);
        user.Api.GetControllerAttributes(0, cell).Should().Be((int)RsmError.RSMERR_BAD_CTLR_HNDL);
        user.Api.GetControllerAttributes(user.Controller("sci0"), 0).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
    }

    [Fact]
    public void GetTopology_LinkDown_IsWrittenIntoOneBlock()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        room.LinkDown();
        nint cell = user.Cell();

        user.Api.GetTopology(cell).Should().Be(0);

        nint topology = user.Get(cell);
        ((long)user.Get(topology)).Should().Be((2L << 32) | 1, "two controllers of node 1");
        byte[] block = new byte[552];
        user.Process.Memory.TryRead(user.Get(topology + 8), block).Should().BeTrue();
        Encoding.UTF8.GetString(block.AsSpan(0, 5)).Should().Be("sci0\0");
        BinaryPrimitives.ReadInt32LittleEndian(block.AsSpan(264)).Should().Be(1);
        BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(272)).Should().Be(2);
        BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(272 + 272)).Should().Be(1, "the link is down");
        user.Api.FreeTopology(topology).Should().Be(0);
        user.Process.Count(MeasureKind.HeapBlocks).Should().Be(0);
        user.Api.FreeTopology(0).Should().Be(0);
        user.Api.GetTopology(0).Should().Be((int)RsmError.RSMERR_BAD_TOPOLOGY_PTR);
    }
}
