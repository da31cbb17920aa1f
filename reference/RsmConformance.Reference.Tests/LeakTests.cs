namespace RsmConformance.Reference.Tests;

public sealed class LeakTests
{
    private static (int, int, int, int, int) Counts(Room room, User user) => (
        user.Process.Count(MeasureKind.HeapBlocks), user.Process.Count(MeasureKind.Descriptors), user.Process.Count(MeasureKind.Mappings),
        room.Cluster.Count("A", MeasureKind.ImporterRecords), room.Cluster.Count("B", MeasureKind.ImportedSegments));

    [Fact]
    public void ImportConnect_RefusedForAnyReason_LeavesCountsAsTheyWere()
    {
        using var room = new Room();
        room.Spawn("A").Export(list: [(1, "0666"), (2, "0600")]);
        User importer = room.Spawn("B", Room.Stranger);
        importer.Controller("sci0");
        importer.Controller("loopback");
        importer.Controller("sci1");
        (int, int, int, int, int) before = Counts(room, importer);

        for (int i = 0; i < 25; i++)
        {
            importer.TryConnect(permission: "0777").Code.Should().NotBe(0);
            importer.TryConnect(permission: "0400").Code.Should().NotBe(0);
            importer.TryConnect(id: 5).Code.Should().NotBe(0);
            importer.TryConnect(node: 99).Code.Should().NotBe(0);
            importer.TryConnect(controller: "loopback").Code.Should().NotBe(0);
            importer.TryConnect(controller: "sci1").Code.Should().NotBe(0);
        }

        Counts(room, importer).Should().Be(before);
    }

    [Fact]
    public void ImportConnectAndDisconnect_WithEverythingUsed_LeavesCountsAsTheyWere()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        importer.Controller("sci0");
        (int, int, int, int, int) before = Counts(room, importer);

        for (int i = 0; i < 25; i++)
        {
            nint import = importer.ConnectChecked();
            importer.Put64(import, i).Should().Be(0);
            importer.TryMap(import).Code.Should().Be(0);
            importer.Api.ImportUnmap(import).Should().Be(0);
            importer.Api.ImportDisconnect(import).Should().Be(0);
        }

        Counts(room, importer).Should().Be(before);
    }

    [Fact]
    public void ImportConnect_EveryAllocationFailed_LeavesNothing()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        nint cell = importer.Cell();
        for (int k = 1; ; k++)
        {
            importer.Process.FailAllocation(k);
            int code = importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, cell);
            AllocationReport report = importer.Process.TakeAllocationReport();
            if (!report.Fired)
            {
                code.Should().Be(0);
                k.Should().BeGreaterThan(1);
                break;
            }

            code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_MEM);
            Counts(room, importer).Should().Be((1, 0, 0, 0, 0));
        }
    }

    [Fact]
    public void TakeAllocationReport_NoCallTookIt_SaysSoAndDisarms()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        user.Process.FailAllocation(1);

        user.Process.TakeAllocationReport().Should().Be(new AllocationReport(0, false));

        user.Controller("sci0");
    }

    [Fact]
    public void ImportConnect_TenThousandLiveImports_StaysCheap()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        nint cell = importer.Cell();
        int Connect() => importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, cell);
        long Cost()
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            for (int i = 0; i < 1000; i++)
            {
                Connect().Should().Be(0);
                importer.Api.ImportDisconnect(importer.Get(cell)).Should().Be(0);
            }

            return System.Diagnostics.Stopwatch.GetTimestamp() - start;
        }

        Cost();
        long few = Math.Min(Cost(), Cost());
        for (int i = 0; i < 10_000; i++)
        {
            Connect().Should().Be(0);
        }

        long many = Math.Min(Cost(), Math.Min(Cost(), Cost()));

        many.Should().BeLessThan(20 * few, "a scan of all imports per call would be thousands of times dearer");
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(10_000);
    }
}
