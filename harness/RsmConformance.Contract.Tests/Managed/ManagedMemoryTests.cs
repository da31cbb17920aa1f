using System.Runtime.InteropServices;
using RsmConformance.Contract.Agent;
using RsmConformance.Contract.Managed;

namespace RsmConformance.Contract.Tests.Managed;

public sealed class ManagedMemoryTests : IDisposable
{
    private readonly ManagedMemory _memory = new(Environment.SystemPageSize);
    private readonly ManagedMemory _other = new(Environment.SystemPageSize);

    private static int Page => Environment.SystemPageSize;

    public void Dispose()
    {
        _memory.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Allocate_OneByte_IsAZeroedPageThatMarshalReaches()
    {
        nint address = _memory.Allocate(1, PageAccess.ReadWrite);

        (address % Page).Should().Be(0);
        Marshal.ReadInt64(address + Page - 8).Should().Be(0);
        Marshal.WriteInt32(address, 7);
        byte[] seen = new byte[4];
        _memory.TryRead(address, seen).Should().BeTrue();
        seen.Should().Equal(7, 0, 0, 0);
    }

    [Theory]
    [InlineData(PageAccess.ReadWrite, true, true)]
    [InlineData(PageAccess.ReadOnly, true, false)]
    [InlineData(PageAccess.None, false, false)]
    public void TryReadAndTryWrite_Access_AllowWhatItSays(PageAccess access, bool read, bool write)
    {
        nint address = _memory.Allocate(Page, access);

        _memory.TryRead(address, new byte[1]).Should().Be(read);
        _memory.TryWrite(address, [1]).Should().Be(write);
        _memory.AccessOf(address, 1).Should().Be(access);
    }

    [Fact]
    public void TryRead_BeyondTheMapping_WouldFault()
    {
        nint address = _memory.Allocate(Page, PageAccess.ReadWrite);

        _memory.TryRead(address + Page - 1, new byte[1]).Should().BeTrue();
        _memory.TryRead(address + Page - 1, new byte[2]).Should().BeFalse();
        _memory.TryRead(address - 1, new byte[1]).Should().BeFalse();
        _memory.TryRead(0, new byte[1]).Should().BeFalse();
        _other.TryRead(address, new byte[1]).Should().BeFalse("it is no memory of that process");
    }

    [Fact]
    public void TryMap_MemoryOfAnotherProcess_ShowsTheSameBytesWithItsOwnAccess()
    {
        nint theirs = _other.Allocate(2 * Page, PageAccess.ReadWrite);

        _memory.TryMap(_other, theirs + Page, Page, PageAccess.ReadOnly, out nint view).Should().BeTrue();

        Marshal.WriteByte(theirs + Page + 5, 9);
        Marshal.ReadByte(view + 5).Should().Be(9);
        _memory.TryWrite(view, [1]).Should().BeFalse();
        _other.Dispose();
        Marshal.ReadByte(view + 5).Should().Be(9, "the pages stay while they are mapped");
    }

    [Fact]
    public void TryMap_WhatIsNoMappingOfTheOwner_IsRefused()
    {
        nint theirs = _other.Allocate(Page, PageAccess.ReadWrite);

        _memory.TryMap(_other, theirs + 1, 1, PageAccess.ReadOnly, out _).Should().BeFalse("it is not page aligned");
        _memory.TryMap(_other, theirs, Page + 1, PageAccess.ReadOnly, out _).Should().BeFalse("it is longer than the mapping");
        _memory.TryMap(_other, theirs, Page, PageAccess.None, out _).Should().BeFalse();
        _memory.TryMap(_memory, theirs, Page, PageAccess.ReadOnly, out nint view).Should().BeFalse("another process owns it");
        view.Should().Be(0);
    }

    [Fact]
    public void Unmap_AMapping_EndsItOnce()
    {
        nint address = _memory.Allocate(Page, PageAccess.ReadWrite);

        _memory.Unmap(address + 1).Should().BeFalse();
        _memory.Unmap(address).Should().BeTrue();
        _memory.Unmap(address).Should().BeFalse();
        _memory.TryRead(address, new byte[1]).Should().BeFalse();
    }

    [Fact]
    public void Allocate_AfterTheSession_Throws()
    {
        _memory.Dispose();

        Action allocate = () => _memory.Allocate(1, PageAccess.ReadWrite);

        allocate.Should().Throw<ObjectDisposedException>();
    }
}
