namespace RsmConformance.Reference.Tests;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData(ConnectPrecedence.Historical, RsmError.RSMERR_PERM_DENIED)]
    [InlineData(ConnectPrecedence.PermissionLate, RsmError.RSMERR_SEG_NOT_PUBLISHED)]
    [InlineData(ConnectPrecedence.ArgumentsLast, RsmError.RSMERR_SEG_NOT_PUBLISHED)]
    [InlineData(ConnectPrecedence.Reversed, RsmError.RSMERR_SEG_NOT_PUBLISHED)]
    public void A01_BadPermissionAndUnknownId_FollowsTheOrder(ConnectPrecedence order, RsmError code)
    {
        using Room room = Room.Choosing(new Choices { A01 = order });
        room.Spawn("A").Export();
        User importer = room.Spawn("B");

        importer.TryConnect(id: 5, permission: "0700").Code.Should().Be((int)code);

        importer.TryConnect(permission: "0700").Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);
        importer.TryConnect().Code.Should().Be(0);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(1);
    }

    [Fact]
    public void A01_EverythingWrongInAnyOrder_ReturnsACodeWhoseConditionHolds()
    {
        var seen = new HashSet<RsmError>();
        for (int seed = 0; seed < 60; seed++)
        {
            using Room room = Room.Choosing(new Choices { A01 = ConnectPrecedence.Shuffled, A01Seed = seed });
            room.Spawn("A").Export(list: [(1, "0600")]);
            User importer = room.Spawn("B", Room.Stranger);
            importer.Controller("sci0");
            importer.Process.SetDescriptorLimit(0);
            nint controller = importer.Controller("sci0");

            seen.Add((RsmError)importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, 0));

            room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
            importer.Process.Count(MeasureKind.HeapBlocks).Should().Be(1);
        }

        seen.Should().BeEquivalentTo(new[]
        {
            RsmError.RSMERR_BAD_ADDR, RsmError.RSMERR_INSUFFICIENT_RESOURCES, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE,
            RsmError.RSMERR_PERM_DENIED,
        });
    }

    [Fact]
    public void EveryChoice_ReachesEachOfItsOutcomes()
    {
        Codes(c => new Choices { A04 = c }, (UnusableOutput _, Room r) =>
        {
            User u = r.Spawn("B");
            return u.Api.ImportConnect(u.Controller("sci0"), 1, 0x600000, 0x180, 0);
        }).Should().Equal(RsmError.RSMERR_BAD_ADDR, RsmError.RSMERR_BAD_SEG_HNDL);
        Codes(c => new Choices { A07 = c }, (BadController _, Room r) =>
        {
            User u = r.Spawn("B");
            return u.Api.ImportConnect(0x77, 1, 0x600000, 0x180, u.Cell());
        }).Should().Equal(RsmError.RSMERR_BAD_CTLR_HNDL, RsmError.RSMERR_CTLR_NOT_PRESENT);
        Codes(c => new Choices { A08 = c }, (VanishedController _, Room r) =>
        {
            User u = r.Spawn("B");
            nint controller = u.Controller("sci0");
            r.Cluster.Faults.ControllerAbsent(new("B", "x0"));
            return u.Api.ImportConnect(controller, 1, 0x600000, 0x180, u.Cell());
        }).Should().Equal(RsmError.RSMERR_CTLR_NOT_PRESENT, RsmError.RSMERR_BAD_CTLR_HNDL);
        Codes(c => new Choices { A09 = c }, (LoopbackToOtherNode _, Room r) => r.Spawn("B").TryConnect(controller: "loopback").Code)
            .Should().Equal(RsmError.RSMERR_CTLR_NOT_PRESENT, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE);
        Codes(c => new Choices { A11 = c }, (NotWired _, Room r) => r.Spawn("B").TryConnect(controller: "sci1").Code)
            .Should().Equal(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, RsmError.RSMERR_CTLR_NOT_PRESENT, RsmError.RSMERR_SEG_NOT_PUBLISHED);
        Codes(c => new Choices { A12 = c }, (ExportedElsewhere _, Room r) =>
        {
            r.Spawn("A").Export(0x600002, "sci1");
            return r.Spawn("B").TryConnect(id: 0x600002).Code;
        }).Should().Equal(
            RsmError.RSMERR_SEG_NOT_PUBLISHED, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE);
        Codes(c => new Choices { A13 = c }, (LocalOtherController _, Room r) => r.Spawn("A").TryConnect(controller: "loopback").Code)
            .Should().Equal(RsmError.RSM_SUCCESS, RsmError.RSMERR_SEG_NOT_PUBLISHED);
        Codes(c => new Choices { A18 = c }, (ListedWithoutRights _, Room r) =>
        {
            r.Spawn("A").Export(0x600002, list: [(2, "0000")]);
            return r.Spawn("B").TryConnect(id: 0x600002).Code;
        }).Should().Equal(RsmError.RSMERR_PERM_DENIED, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE);
        Codes(c => new Choices { A21 = c }, (GroupMatch _, Room r) =>
        {
            r.Spawn("A").Export(0x600002, list: [(2, "0060")]);
            return r.Spawn("B", Room.Supplementary).TryConnect(id: 0x600002).Code;
        }).Should().Equal(RsmError.RSM_SUCCESS, RsmError.RSMERR_PERM_DENIED);
        Codes(c => new Choices { A24 = c }, (UmaskMoment _, Room r) =>
        {
            User e = r.Spawn("A", umask: "0077");
            nint export = e.Create();
            e.Process.SetUmask("0000");
            e.TryPublish(export, 0x600002);
            return r.Spawn("B", Room.Stranger).TryConnect(id: 0x600002).Code;
        }).Should().Equal(RsmError.RSM_SUCCESS, RsmError.RSMERR_PERM_DENIED);
        Codes(c => new Choices { A37 = c }, (MappedAndPollfd _, Room r) =>
        {
            User u = r.Spawn("B");
            nint import = u.Connect();
            u.TryMap(import).Code.Should().Be(0);
            u.Api.GetPollfd(import, u.Cell()).Should().Be(0);
            return u.Api.ImportDisconnect(import);
        }).Should().Equal(RsmError.RSMERR_SEG_STILL_MAPPED, RsmError.RSMERR_POLLFD_IN_USE);
        Codes(c => new Choices { A47 = c, A04 = UnusableOutput.BadSegmentHandle }, (MisalignedOutput _, Room r) =>
        {
            User u = r.Spawn("B");
            return u.Api.ImportConnect(u.Controller("sci0"), 1, 0x600000, 0x180, u.Cell() + 4);
        }).Should().Equal(RsmError.RSM_SUCCESS, RsmError.RSMERR_BAD_ADDR);
        Codes(c => new Choices { A48 = c }, (OddListModes _, Room r) =>
        {
            User e = r.Spawn("A");
            return e.TryPublish(e.Create(), 0x600002, (1, "0777"));
        }).Should().Equal(RsmError.RSMERR_BAD_ACL, RsmError.RSM_SUCCESS);
    }

    [Fact]
    public void A29_Exhaustion_FollowsTheChoice()
    {
        Codes(c => new Choices { A29 = c }, (ExhaustionCode _, Room r) =>
        {
            User u = r.Spawn("B");
            nint controller = u.Controller("sci0");
            nint cell = u.Cell();
            u.Process.FailAllocation(1);
            return u.Api.ImportConnect(controller, 1, 0x600000, 0x180, cell);
        }).Should().Equal(
            RsmError.RSMERR_INSUFFICIENT_MEM, RsmError.RSMERR_INSUFFICIENT_RESOURCES, RsmError.RSMERR_INSUFFICIENT_MEM);
    }

    [Fact]
    public void A05_Failure_StoresNullOrNothing()
    {
        foreach (OutputOnFailure choice in Enum.GetValues<OutputOnFailure>())
        {
            using Room room = Room.Choosing(new Choices { A05 = choice });

            room.Spawn("B").TryConnect(id: 5).Output.Should().Be(choice == OutputOnFailure.Null ? 0 : User.Poison);
        }
    }

    [Fact]
    public void Random_ManySeeds_AreRepeatableAndReachEveryValue()
    {
        List<Choices> drawn = [.. Enumerable.Range(0, 200).Select(Choices.Random)];

        Choices.Random(7).Should().Be(Choices.Random(7));
        foreach (System.Reflection.PropertyInfo property in typeof(Choices).GetProperties().Where(p => p.PropertyType.IsEnum))
        {
            drawn.Select(property.GetValue).Distinct().Should().HaveCount(Enum.GetValues(property.PropertyType).Length, property.Name);
        }
    }

    private static List<RsmError> Codes<T>(Func<T, Choices> choose, Func<T, Room, int> act) where T : struct, Enum
    {
        List<RsmError> codes = [];
        foreach (T choice in Enum.GetValues<T>())
        {
            using Room room = Room.Choosing(choose(choice));
            room.Spawn("A").Export();
            codes.Add((RsmError)act(choice, room));
        }

        return codes;
    }
}
