namespace RsmConformance.Reference.Tests;

public sealed class DeviationTests
{
    [Fact]
    public void D01_NullOutput_KillsTheProcess()
    {
        using Room room = Room.With(Deviation.D01);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");

        FluentActions.Invoking(() => importer.Api.ImportConnect(controller, 1, 0x600000, 0x180, 0))
            .Should().Throw<ProcessEndedException>().Which.End.Should().Be(ProcessEnd.SegmentationFault);

        importer.Process.End.Should().Be(ProcessEnd.SegmentationFault);
        room.Cluster.Count("A", MeasureKind.ImporterRecords).Should().Be(0);
    }

    [Fact]
    public void D02_BadPermission_LeaksTheHandlesMemory()
    {
        using Room room = Room.With(Deviation.D02);
        User importer = room.Spawn("B");
        importer.Controller("sci0");
        for (int i = 1; i <= 5; i++)
        {
            importer.TryConnect(permission: "0700").Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);
            importer.Process.Count(MeasureKind.HeapBlocks).Should().Be(1 + i);
            importer.Process.Count(MeasureKind.Descriptors).Should().Be(0);
        }
    }

    [Fact]
    public void D03_LateFailure_LeavesADanglingOutput()
    {
        using Room room = Room.With(Deviation.D03);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        room.Cluster.Gates.Fail(GateName.ConnectBeforeController, importer.Process, RsmError.RSMERR_INSUFFICIENT_RESOURCES);

        (int code, nint output) = importer.TryConnect();

        code.Should().Be((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES);
        output.Should().NotBe(0).And.NotBe(User.Poison);
        importer.TryConnect(id: 5).Output.Should().Be(0, "an early failure stores NULL");
    }

    [Theory]
    [InlineData(99U)]
    [InlineData(3U)]
    public void D07_NodeNotWired_ReturnsInternalError(uint node)
    {
        using Room room = Room.With(Deviation.D07);

        room.Spawn("B").TryConnect(node).Code.Should().Be((int)RsmError.RSMERR_INTERNAL_ERROR);
    }

    [Theory]
    [InlineData(Deviation.D08, RsmError.RSMERR_CONN_ABORTED)]
    [InlineData(Deviation.D09, RsmError.RSMERR_TIMEOUT)]
    public void D08D09_LinkLostDuringConnect_ReturnsTheUndocumentedCode(Deviation deviation, RsmError code)
    {
        using Room room = Room.With(deviation);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");
        nint controller = importer.Controller("sci0");
        nint cell = importer.Cell();
        room.Cluster.Gates.Hold(GateName.ConnectBeforeReply, importer.Process);
        Caller caller = new Caller(importer, api => api.ImportConnect(controller, 1, 0x600000, 0x180, cell)).Blocked();
        room.LinkDown();
        room.Cluster.Gates.Release(GateName.ConnectBeforeReply, importer.Process);

        caller.Result().Should().Be(code);
    }

    [Fact]
    public void D11_Permission0_IsGranted()
    {
        using Room room = Room.With(Deviation.D11);
        room.Spawn("A").Export(list: [(2, "0000")]);

        room.Spawn("B").TryConnect(permission: "0000").Code.Should().Be(0);
    }

    [Fact]
    public void D13D14_NodeDroppedWhileItImports_IsDeniedOrLetIn()
    {
        foreach (Deviation deviation in (Deviation[])[Deviation.D13, Deviation.D14])
        {
            using Room room = Room.With(deviation);
            User exporter = room.Spawn("A");
            nint export = exporter.Export();
            User importer = room.Spawn("B");
            User root = room.Spawn("B", new Identity(0, 0, []));
            importer.Connect();
            exporter.Republish(export, (1, "0600")).Should().Be(0);

            importer.TryConnect().Code.Should().Be((int)(deviation == Deviation.D14
                ? RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE
                : RsmError.RSMERR_PERM_DENIED));
            root.TryConnect().Code.Should().Be(deviation == Deviation.D14 ? 0 : (int)RsmError.RSMERR_PERM_DENIED);
        }
    }

    [Fact]
    public void D17_UnpublishOvertakes_LeavesASilentDeadConnection()
    {
        using Room room = Room.With(Deviation.D17);
        User exporter = room.Spawn("A");
        nint export = exporter.Export();
        User importer = room.Spawn("A");
        nint controller = importer.Controller("sci0");
        nint cell = importer.Cell();
        room.Cluster.Gates.Hold(GateName.ConnectBeforeReply, importer.Process);
        Caller caller = new Caller(importer, api => api.ImportConnect(controller, 1, 0x600000, 0x180, cell)).Blocked();
        exporter.Api.ExportUnpublish(export).Should().Be(0);
        room.Cluster.Gates.Release(GateName.ConnectBeforeReply, importer.Process);

        caller.Result().Should().Be(RsmError.RSM_SUCCESS);
        importer.Api.InitBarrier(importer.Get(cell), 1, importer.Cell()).Should().Be(0);
        importer.Put64(importer.Get(cell), 1).Should().Be(0);
    }

    [Fact]
    public void D24_GroupMember_MapsByTheOwnersDigit()
    {
        foreach (bool on in (bool[])[false, true])
        {
            using Room room = on ? Room.With(Deviation.D24) : new Room();
            room.Spawn("A").Export(list: [(2, "0460")]);
            User member = room.Spawn("B", Room.GroupMember);

            member.TryMap(member.Connect()).Code.Should().Be(on ? (int)RsmError.RSMERR_BAD_PERMS : 0);
        }
    }

    [Fact]
    public void D25_Override_AddsNoRightToMap()
    {
        foreach (bool on in (bool[])[false, true])
        {
            using var room = new Room(new Behaviour(
                new Choices { A23 = PrivilegedCaller.Override }, on ? Deviations.Of(Deviation.D25) : Deviations.None));
            room.Spawn("A").Export(list: [(2, "0400")]);
            User root = room.Spawn("B", new Identity(0, 0, []));

            root.TryMap(root.Connect()).Code.Should().Be(on ? (int)RsmError.RSMERR_BAD_PERMS : 0);
        }
    }

    [Fact]
    public void D26_OneRight_GetReturnsBadPerms()
    {
        using Room room = Room.With(Deviation.D26);
        room.Spawn("A").Export();
        User importer = room.Spawn("B");

        nint import = importer.ConnectChecked(permission: "0400");
        importer.Get64(import).Code.Should().Be((int)RsmError.RSMERR_BAD_PERMS);
        importer.TryMap(import, "0400").Code.Should().Be(0);
        importer.Get64(import).Code.Should().Be(0, "over a map of the caller's own no hidden one is made");
        importer.Get64(importer.ConnectChecked()).Code.Should().Be(0);
    }

    [Fact]
    public void D33_OtherCase_IsUnknownUntilInUse()
    {
        using Room room = Room.With(Deviation.D33);
        User user = room.Spawn("A");

        user.Api.GetController("LOOPBACK", user.Cell()).Should().Be((int)RsmError.RSMERR_CTLR_NOT_PRESENT);
        user.Controller("loopback");
        user.Api.GetController("LOOPBACK", user.Cell()).Should().Be(0);
    }

    [Fact]
    public void D35_ExportHandle_ReturnsSegNotMapped()
    {
        using Room room = Room.With(Deviation.D35);
        User user = room.Spawn("A");

        user.Api.ImportDisconnect(user.Export()).Should().Be((int)RsmError.RSMERR_SEG_NOT_MAPPED);
    }

    [Fact]
    public void D36_PollfdInUse_DropsTheImplicitMap()
    {
        foreach (bool on in (bool[])[false, true])
        {
            using Room room = on ? Room.With(Deviation.D36) : new Room();
            room.Spawn("A").Export();
            User importer = room.Spawn("B");
            nint import = importer.ConnectChecked();
            importer.Put64(import, 1).Should().Be(0);
            importer.Api.GetPollfd(import, importer.Cell()).Should().Be(0);

            importer.Api.ImportDisconnect(import).Should().Be((int)RsmError.RSMERR_POLLFD_IN_USE);

            importer.Process.Count(MeasureKind.Mappings).Should().Be(on ? 0 : 1);
        }
    }

    [Fact]
    public void D39_MisalignedMap_DisconnectHangsUntilKilled()
    {
        using Room room = Room.With(Deviation.D39);
        room.Spawn("A").Export(pages: 2);
        User importer = room.Spawn("B");
        nint import = importer.Connect();
        importer.TryMap(import, offset: 8).Code.Should().Be((int)RsmError.RSMERR_BAD_MEM_ALIGNMENT);
        Caller hanging = new Caller(importer, api => api.ImportDisconnect(import)).Blocked();

        importer.Process.Interrupt(hanging.Thread);
        importer.Process.WaitUntilBlocked(hanging.Thread, TimeSpan.FromSeconds(20)).Should().BeTrue();
        importer.Process.Kill();

        hanging.Thrown().Should().BeOfType<ProcessEndedException>();
    }

    [Fact]
    public void D45D76D81_NullPointers_KillTheProcess()
    {
        using Room room = Room.With(Deviation.D45, Deviation.D76, Deviation.D81);
        room.Spawn("A").Export();
        Crashes(u => u.Api.ReleaseController(0));
        Crashes(u => u.Api.GetBarrierMode(u.Connect(), 0));
        Crashes(u => u.Api.GetPollfd(u.Connect(), 0));

        void Crashes(Func<User, int> call)
        {
            User user = room.Spawn("B");
            FluentActions.Invoking(() => call(user)).Should().Throw<ProcessEndedException>();
            user.Process.End.Should().Be(ProcessEnd.SegmentationFault);
        }
    }

    [Fact]
    public void D46D54D63D66D77D78_SupportingFunctions_Deviate()
    {
        using Room room = Room.With(Deviation.D46, Deviation.D54, Deviation.D63, Deviation.D66, Deviation.D77, Deviation.D78);
        User exporter = room.Spawn("A", umask: "0077");
        nint cell = exporter.Cell();
        exporter.Api.ExportCreate(exporter.Controller("sci0"), cell, exporter.Buffer(), 100, 0).Should().Be((int)RsmError.RSMERR_BAD_MEM_ALIGNMENT);
        nint export = exporter.Create();
        exporter.Process.SetUmask("0000");
        exporter.TryPublish(export, 0x600000).Should().Be(0);
        room.Spawn("B", Room.Stranger).TryConnect().Code.Should().Be((int)RsmError.RSMERR_PERM_DENIED);
        User importer = room.Spawn("B");
        nint import = importer.ConnectChecked();
        importer.Put64(import, 1, 4096).Should().NotBe(0);
        importer.Process.Count(MeasureKind.Mappings).Should().Be(1);
        importer.TryMap(import, "0001").Code.Should().Be(0);
        importer.Api.SignalPost(import, RsmConstants.SignalNoAccumulate).Should().Be(0);
        importer.Api.SignalPost(import, RsmConstants.SignalNoAccumulate).Should().Be(0);
        exporter.Api.SignalWait(export, 0).Should().Be(0);
        exporter.Api.SignalWait(export, 0).Should().Be(0);
        exporter.Api.ExportUnpublish(export).Should().Be(0);

        importer.Api.SignalPost(import, 0).Should().Be(0);
    }

    [Fact]
    public void D60_Rebind_LocalMapsKeepTheOldPages()
    {
        using Room room = Room.With(Deviation.D60);
        User exporter = room.Spawn("A");
        nint buffer = exporter.Buffer();
        nint export = exporter.Export(buffer: buffer);
        exporter.Set(buffer, 5);
        User importer = room.Spawn("A");
        nint map = importer.TryMap(importer.Connect()).Address;

        exporter.Api.ExportRebind(export, exporter.Buffer(), 0, 4096).Should().Be(0);

        importer.Get(map).Should().Be(5);
    }

    [Fact]
    public void Of_SeveralDeviations_HoldsExactlyThose()
    {
        Deviations set = Deviations.Of(Deviation.D01, Deviation.D81);

        set.On.Should().Equal(Deviation.D01, Deviation.D81);
        set.Should().Be(Deviations.Of(Deviation.D81, Deviation.D01));
        Deviations.None.On.Should().BeEmpty();
    }
}
