using System.Collections.Concurrent;

namespace RsmConformance.Reference.Tests;

public sealed class ConcurrencyTests
{
    private const int Threads = 8;
    private const int Rounds = 200;

    private static List<RsmError> Together(User user, Func<IRsmLibrary, int, int> call)
    {
        using var start = new Barrier(Threads);
        List<Caller> callers = [.. Enumerable.Range(0, Threads).Select(i => new Caller(user, api =>
        {
            start.SignalAndWait();
            return call(api, i);
        }))];
        return [.. callers.Select(c => c.Result())];
    }

    [Fact]
    public void ImportDisconnect_SameHandleFromManyThreads_ExactlyOneSucceeds()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        for (int round = 0; round < Rounds; round++)
        {
            nint import = importer.Connect();

            List<RsmError> results = Together(importer, (api, _) => api.ImportDisconnect(import));

            results.Count(r => r == RsmError.RSM_SUCCESS).Should().Be(1);
            results.Count(r => r == RsmError.RSMERR_BAD_SEG_HNDL).Should().Be(Threads - 1);
        }

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(0);
    }

    [Fact]
    public void ImportConnect_ManyThreads_GivesDistinctHandlesAndLeaksNothing()
    {
        using var room = new Room();
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        var handles = new ConcurrentBag<nint>();

        List<RsmError> results = Together(importer, (api, _) =>
        {
            nint cell = importer.Process.Memory.Allocate(8);
            for (int round = 0; round < Rounds; round++)
            {
                int code = api.ImportConnect(controller, 1, 0x600000, 0x180, cell);
                if (code != 0)
                {
                    return code;
                }

                handles.Add(importer.Get(cell));
                code = round % 2 == 0 ? 0 : api.ImportDisconnect(importer.Get(cell));
                if (code != 0)
                {
                    return code;
                }
            }

            return 0;
        });

        results.Should().OnlyContain(r => r == RsmError.RSM_SUCCESS);
        handles.Should().HaveCount(Threads * Rounds).And.OnlyHaveUniqueItems();
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(Threads * Rounds / 2);
        importer.Process.Count(MeasureKind.Descriptors).Should().Be(Threads * Rounds / 2);
    }

    [Fact]
    public void ExportUnpublish_WhileOthersConnect_NoConnectionIsDeadInSilence()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Create();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        var allowed = new HashSet<RsmError> { RsmError.RSM_SUCCESS, RsmError.RSMERR_SEG_NOT_PUBLISHED };
        int mayRun = 1;
        var publisher = new Caller(exporter, api =>
        {
            while (Volatile.Read(ref mayRun) == 1)
            {
                exporter.TryPublish(export, 0x600000);
                api.ExportUnpublish(export);
            }

            return 0;
        });
        var connected = new ConcurrentBag<nint>();

        List<RsmError> results = Together(importer, (api, _) =>
        {
            nint cell = importer.Process.Memory.Allocate(8);
            for (int round = 0; round < Rounds; round++)
            {
                int code = api.ImportConnect(controller, 1, 0x600000, 0x180, cell);
                if (!allowed.Contains((RsmError)code))
                {
                    return code;
                }

                if (code == 0)
                {
                    connected.Add(importer.Get(cell));
                }
            }

            return 0;
        });
        Volatile.Write(ref mayRun, 0);
        publisher.Result().Should().Be(RsmError.RSM_SUCCESS);

        results.Should().OnlyContain(r => r == RsmError.RSM_SUCCESS);
        foreach (nint import in connected)
        {
            importer.Api.InitBarrier(import, 1, importer.Cell()).Should().Be(0);
            importer.Put64(import, 1).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
            importer.Api.ImportDisconnect(import).Should().Be(0);
        }

        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
        room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
    }

    [Fact]
    public void Post_BothWaysAtOnce_NeverLocksUp()
    {
        using var room = new Room();
        User a = room.Spawn("A");
        User b = room.Spawn("B");
        nint exportA = a.Export();
        nint importB = b.Connect();

        List<Caller> callers =
        [
            new(a, api => Post(api, exportA)), new(b, api => Post(api, importB)),
            new(a, api => Post(api, exportA)), new(b, api => Post(api, importB)),
        ];

        callers.Select(c => c.Result()).Should().OnlyContain(r => r == RsmError.RSM_SUCCESS);
        static int Post(IRsmLibrary api, nint handle)
        {
            int code = 0;
            for (int round = 0; round < Rounds && code == 0; round++)
            {
                code = api.SignalPost(handle, 0);
            }

            return code;
        }
    }

    [Fact]
    public void ExportDestroy_WhileOthersUseTheHandle_LeavesNothingPublished()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint fresh = exporter.Buffer();
        nint id = exporter.Cell(0x600000);
        for (int round = 0; round < Rounds; round++)
        {
            nint export = exporter.Create(flags: (uint)ExportFlags.AllowRebind, buffer: exporter.Buffer());

            List<RsmError> results = Together(exporter, (api, i) => (i % 6) switch
            {
                0 => api.ExportDestroy(export),
                1 => api.ExportPublish(export, id, 0, 0),
                2 => api.ExportUnpublish(export),
                3 => api.ExportRebind(export, fresh, 0, 4096),
                4 => api.ExportRepublish(export, 0, 0),
                _ => api.SignalPost(export, 0),
            });

            results.Count(r => r == RsmError.RSM_SUCCESS).Should().BeGreaterThan(0);
            exporter.Api.ExportDestroy(export).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
            room.Cluster.Count("A", MeasureKind.PublishedIds).Should().Be(0);
        }

        room.Cluster.Count("A", MeasureKind.ExportedSegments).Should().Be(0);
        exporter.Process.Count(MeasureKind.Descriptors).Should().Be(0);
    }

    [Fact]
    public void Kill_WhileManyThreadsCall_UnwindsThemAll()
    {
        for (int round = 0; round < 20; round++)
        {
            using var room = new Room();
            room.Spawn("A").Export();
            User importer = room.Spawn("B");
            nint controller = importer.Controller("sci0");
            List<Caller> callers = [.. Enumerable.Range(0, 4).Select(_ => new Caller(importer, api =>
            {
                nint cell = importer.Process.Memory.Allocate(8);
                while (true)
                {
                    api.ImportConnect(controller, 1, 0x600000, 0x180, cell);
                }
            }))];
            room.Cluster.Gates.Hold(GateName.ConnectBeforeReply, importer.Process);
            SpinWait.SpinUntil(() => room.Cluster.Count("A", MeasureKind.ImporterRecords) > 3);

            importer.Process.Kill();

            callers.Should().OnlyContain(c => c.Thrown() is ProcessEndedException);
            room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
            room.Cluster.Count("B", MeasureKind.ImportedSegments).Should().Be(0);
        }
    }
}
