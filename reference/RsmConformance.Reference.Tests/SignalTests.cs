namespace RsmConformance.Reference.Tests;

public sealed class SignalTests
{
    [Fact]
    public void SignalPost_FromImporter_WakesTheExporter()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        Caller waiting = new Caller(exporter, api => api.SignalWait(export, -1)).Blocked();

        importer.Api.SignalPost(import, 0).Should().Be(0);

        waiting.Result().Should().Be(RsmError.RSM_SUCCESS);
        exporter.Api.SignalWait(export, 0).Should().Be((int)RsmError.RSMERR_TIMEOUT);
    }

    [Fact]
    public void SignalPost_FromExporter_ReachesEveryImporterOnce()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User near = room.Spawn("A");
        User far = room.Spawn("B");
        (nint one, nint other) = (near.Connect(), far.Connect());

        exporter.Api.SignalPost(export, 0).Should().Be(0);

        near.Api.SignalWait(one, 0).Should().Be(0);
        far.Api.SignalWait(other, 0).Should().Be(0);
        far.Api.SignalWait(other, 0).Should().Be((int)RsmError.RSMERR_TIMEOUT);
    }

    [Theory]
    [InlineData(0U, 2)]
    [InlineData(RsmConstants.SignalNoAccumulate, 1)]
    public void SignalPost_Twice_AccumulatesUnlessToldOtherwise(uint flags, int expected)
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Export();
        nint import = user.Connect();
        user.Api.SignalPost(import, flags).Should().Be(0);
        user.Api.SignalPost(import, flags).Should().Be(0);

        int taken = 0;
        while (user.Api.SignalWait(export, 0) == 0)
        {
            taken++;
        }

        taken.Should().Be(expected);
    }

    [Fact]
    public void SignalWait_Interrupted_ReturnsInterrupted()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Export();
        Caller waiting = new Caller(user, api => api.SignalWait(export, -1)).Blocked();

        user.Process.Interrupt(waiting.Thread);

        waiting.Result().Should().Be(RsmError.RSMERR_INTERRUPTED);
    }

    [Fact]
    public void SignalWait_HandleEnds_ReturnsBadSegHndl()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        user.Export();
        nint import = user.Connect();
        Caller waiting = new Caller(user, api => api.SignalWait(import, -1)).Blocked();

        user.Api.ImportDisconnect(import).Should().Be(0);

        waiting.Result().Should().Be(RsmError.RSMERR_BAD_SEG_HNDL);
    }

    [Fact]
    public void SignalWait_ProcessKilled_Unwinds()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Export();
        Caller waiting = new Caller(user, api => api.SignalWait(export, -1)).Blocked();

        user.Process.Kill();

        waiting.Thrown().Should().BeOfType<ProcessEndedException>().Which.End.Should().Be(ProcessEnd.Killed);
    }

    [Fact]
    public void SignalPost_BrokenOrUnreachable_ReturnsItsCode()
    {
        using var room = new Room();
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        exporter.Api.ExportUnpublish(export).Should().Be(0);
        importer.Api.SignalPost(import, 0).Should().Be((int)RsmError.RSMERR_CONN_ABORTED);
        room.LinkDown();

        importer.Api.SignalPost(import, 0).Should().Be((int)RsmError.RSMERR_REMOTE_NODE_UNREACHABLE);
        importer.Api.SignalPost(0, 0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
        importer.Api.SignalWait(0, 0).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
    }

    [Fact]
    public void GetPollfd_Export_HoldsDestroyAlone()
    {
        using var room = new Room();
        User user = room.Spawn("A");
        nint export = user.Export();
        nint pollfd = user.Cell(0);
        user.Api.GetPollfd(export, pollfd).Should().Be(0);
        (user.Get(pollfd) & 0xFFFFFFFF).Should().BeGreaterThan(2);
        ((user.Get(pollfd) >> 32) & 0xFFFF).Should().Be(RsmConstants.PollReadNormal);
        user.Api.GetPollfd(0, pollfd).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);

        user.Api.ExportDestroy(export).Should().Be((int)RsmError.RSMERR_POLLFD_IN_USE);
        user.Api.ExportUnpublish(export).Should().Be(0);
        user.Api.ReleasePollfd(export).Should().Be(0);
        user.Api.ReleasePollfd(export).Should().Be(0, "a surplus release changes nothing");
        user.Api.ExportDestroy(export).Should().Be(0);
        user.Api.ReleasePollfd(export).Should().Be((int)RsmError.RSMERR_BAD_SEG_HNDL);
    }
}
