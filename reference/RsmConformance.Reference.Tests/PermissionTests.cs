namespace RsmConformance.Reference.Tests;

public sealed class PermissionTests
{
    private static readonly (string Name, Identity Identity, int Shift)[] Classes =
        [("owner", Room.Owner, 6), ("group", Room.GroupMember, 3), ("supplementary", Room.Supplementary, 3), ("other", Room.Stranger, 0)];

    [Fact]
    public void ImportConnect_EveryDigitAndClass_ExactlyOneDigitCounts()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        foreach ((string name, Identity identity, int shift) in Classes)
        {
            User importer = room.Spawn("B", identity);
            for (uint digit = 0; digit < 8; digit += 2)
            {
                // The other two digits say the contrary, so that reading the wrong one shows.
                uint mode = (digit << shift) | (~(7U << shift) & 0x1B6 & (digit == 6 ? 0U : 0x1B6));
                exporter.Republish(export, (2, new Permission(mode).Text)).Should().Be(0);
                foreach (string asked in (string[])["0400", "0200", "0600"])
                {
                    Permission wanted = asked;
                    bool granted = (!wanted.Reads || (digit & 4) != 0) && (!wanted.Writes || (digit & 2) != 0);
                    importer.TryConnect(permission: asked).Code.Should().Be(
                        granted ? 0 : (int)RsmError.RSMERR_PERM_DENIED, "{0} asks {1} of mode {2}", name, asked, new Permission(mode));
                }
            }
        }
    }

    [Fact]
    public void ImportConnect_NodeListedTwice_FirstEntryCounts()
    {
        using var room = new Room();
        room.Spawn("A").Export(list: [(3, "0000"), (2, "0400"), (2, "0600")]);
        User importer = room.Spawn("B");

        importer.TryConnect(permission: "0400").Code.Should().Be(0);
        importer.TryConnect(permission: "0600").Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);
    }

    [Fact]
    public void ImportConnect_NoList_UmaskAtPublishDecides()
    {
        using var room = new Room();
        User exporter = room.Spawn("A", umask: "0077");
        nint export = exporter.Create();
        exporter.Process.SetUmask("0022");
        exporter.TryPublish(export, 0x600000).Should().Be(0);
        User stranger = room.Spawn("B", Room.Stranger);

        stranger.TryConnect(permission: "0400").Code.Should().Be(0);
        stranger.TryConnect(permission: "0200").Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);
    }

    [Fact]
    public void ImportConnect_PrivilegedCaller_IsCheckedUnlessChosenOtherwise()
    {
        foreach (PrivilegedCaller choice in Enum.GetValues<PrivilegedCaller>())
        {
            using Room room = Room.Choosing(new Choices { A23 = choice });
            room.Spawn("A").Export(list: [(2, "0600")]);
            User root = room.Spawn("B", new Identity(0, 0, []));

            root.TryConnect().Code.Should().Be(choice == PrivilegedCaller.Override ? 0 : (int)RsmError.RSMERR_PERM_DENIED);
        }
    }

    [Fact]
    public void ImportConnect_AfterIdentityChange_NewIdsCount()
    {
        using var room = new Room();
        room.Spawn("A").Export(list: [(2, "0600")]);
        User importer = room.Spawn("B", Room.Stranger);
        importer.TryConnect().Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);

        importer.Process.SetIdentity(Room.Owner);

        importer.TryConnect().Code.Should().Be(0);
    }

    [Fact]
    public void Transfers_OneRightOnly_OtherDirectionIsDenied()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint reader = importer.ConnectChecked(permission: "0400");
        nint writer = importer.ConnectChecked(permission: "0200");

        importer.Put64(reader, 1).Should().Be((int)RsmError.RSMERR_PERM_DENIED);
        importer.Get64(reader).Code.Should().Be(0);
        importer.Put64(writer, 1).Should().Be(0);
        importer.Get64(writer).Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);
    }
}
