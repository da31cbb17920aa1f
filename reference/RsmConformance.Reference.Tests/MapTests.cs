namespace RsmConformance.Reference.Tests;

public sealed class MapTests
{
    [Fact]
    public void ImportMap_Window_SharesTheExportersPages()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer(3);
        exporter.Export(buffer: buffer, pages: 3);
        User importer = room.Spawn("B");

        (int code, nint map) = importer.TryMap(importer.Connect(), offset: AddressSpace.PageSize, length: AddressSpace.PageSize);

        code.Should().Be(0);
        map.Should().NotBe(buffer + AddressSpace.PageSize);
        exporter.Set(buffer + AddressSpace.PageSize + 8, 99);
        importer.Get(map + 8).Should().Be(99);
        importer.Process.Memory.TryRead(map + AddressSpace.PageSize, new byte[1]).Should().BeFalse();
    }

    [Fact]
    public void ImportMap_ReadOnlyConnection_GrantsReadingAlone()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect(permission: "0400");

        importer.TryMap(import, "0600").Code.Should().Be((int)RsmError.RSMERR_BAD_PERMS);
        (int code, nint map) = importer.TryMap(import, "0400");

        code.Should().Be(0);
        importer.Process.Memory.TryWrite(map, [1]).Should().BeFalse();
        importer.Process.Memory.TryRead(map, new byte[1]).Should().BeTrue();
    }

    [Fact]
    public void ImportMap_WriteOnly_ReadingFollowsTheChoice()
    {
        foreach (WriteOnlyMap choice in Enum.GetValues<WriteOnlyMap>())
        {
            using Room room = Room.Choosing(new Choices { A49 = choice });
            room.Spawn("A").Export();
            User importer = room.Spawn("B");
            nint map = importer.TryMap(importer.Connect(permission: "0200"), "0200").Address;

            importer.Process.Memory.TryRead(map, new byte[1]).Should().Be(choice == WriteOnlyMap.Readable);
            importer.Process.Memory.TryWrite(map, [1]).Should().BeTrue();
        }
    }

    public static TheoryData<string, long, long, RsmError> BadArguments => new()
    {
        { "0600", 0, 0, RsmError.RSMERR_BAD_LENGTH },
        { "0600", 0, 8193, RsmError.RSMERR_BAD_LENGTH },
        { "0600", 4096, 8192, RsmError.RSMERR_BAD_LENGTH },
        { "0600", 8192, 4096, RsmError.RSMERR_BAD_OFFSET },
        { "0600", -4096, 4096, RsmError.RSMERR_BAD_OFFSET },
        { "0600", 8, 4096, RsmError.RSMERR_BAD_MEM_ALIGNMENT },
        { "0100", 0, 4096, RsmError.RSMERR_BAD_PERMS },
        { "0000", 0, 4096, RsmError.RSMERR_BAD_PERMS },
        { "0700", 0, 4096, RsmError.RSMERR_BAD_PERMS },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void ImportMap_BadArgument_ReturnsItsCode(string permission, long offset, long length, RsmError code)
    {
        using var room = new Room();
        room.Spawn("A").Export(pages: 2);
        User importer = room.Spawn("B");
        nint import = importer.Connect();

        importer.TryMap(import, permission, (nint)offset, (int)length).Code.Should().Be((int)code);

        importer.Api.ImportDisconnect(import).Should().Be(0);
        importer.Process.Count(MeasureKind.Mappings).Should().Be(0);
    }

    [Fact]
    public void ImportMap_Twice_ReturnsAlreadyMapped()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        importer.TryMap(import).Code.Should().Be(0);

        importer.TryMap(import).Code.Should().Be((int)RsmError.RSMERR_SEG_ALREADY_MAPPED);
        importer.Api.ImportUnmap(import).Should().Be(0);
        importer.Api.ImportUnmap(import).Should().Be((int)RsmError.RSMERR_SEG_NOT_MAPPED);
        importer.Api.ImportMap(import, 0, 0, 0x180, 0, 4096).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        importer.Api.ImportMap(0, importer.Cell(), 0, 0x180, 0, 4096).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
    }

    [Fact]
    public void ImportMap_Fixed_CoversTheAddressGiven()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        exporter.Export(buffer: buffer);
        User importer = room.Spawn("B");
        nint own = importer.Buffer();
        nint cell = importer.Cell(own);
        nint import = importer.Connect();

        importer.Api.ImportMap(import, cell, (int)MapAttribute.Fixed, 0x180, 0, 4096).Should().Be(0);

        importer.Get(cell).Should().Be(own);
        importer.Set(own, 31);
        exporter.Get(buffer).Should().Be(31);
        importer.Api.ImportUnmap(import).Should().Be(0);
        importer.Get(own).Should().Be(0);
    }

    [Fact]
    public void ExportRebind_MappedImporter_SeesTheNewPages()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        nint map = importer.TryMap(import).Address;
        nint fresh = exporter.Buffer();
        exporter.Set(fresh, 12);

        exporter.Api.ExportRebind(export, fresh, 0, 4096).Should().Be(0);

        importer.Get(map).Should().Be(12);
        importer.Get64(import).Should().Be((0, (nint)12));
    }

    [Fact]
    public void ExportRebind_BadArgument_ReturnsItsCode()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        nint fresh = exporter.Buffer(2);

        exporter.Api.ExportRebind(0, fresh, 0, 4096).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        exporter.Api.ExportRebind(export, 0, 0, 4096).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        exporter.Api.ExportRebind(export, 4096, 0, 4096).Should().Be((int)RsmError.RSMERR_BAD_ADDR);
        exporter.Api.ExportRebind(export, fresh, 0, 8192).Should().Be((int)RsmError.RSMERR_BAD_LENGTH);
        exporter.Api.ExportRebind(exporter.Create(), fresh, 0, 4096).Should().Be((int)RsmError.RSMERR_REBIND_NOT_ALLOWED);
    }
}
