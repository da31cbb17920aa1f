using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using static RsmConformance.Abi.RsmError;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>The functions that connect and disconnect rest on.</summary>
public sealed class SupportTests
{
    [Theory]
    [InlineData("x0", RSM_SUCCESS)]
    [InlineData("emu1", RSM_SUCCESS)]
    [InlineData("nosuch0", RSMERR_CTLR_NOT_PRESENT)]
    public void GetController_Name_IsFoundOrNotPresent(string name, RsmError expected) =>
        new Stage().Ask("imp", new GetController(name, OutputRef.Parse("ctl"))).Codes().Should().Equal(expected);

    [Fact]
    public void GetController_Absent_IsNotPresent()
    {
        var stage = new Stage();
        stage.Happen(new Stimulus.ControllerAbsent("A", "x0"));
        stage.Ask("imp", new GetController("x0", OutputRef.Parse("ctl"))).Codes().Should().Equal(RSMERR_CTLR_NOT_PRESENT);
        stage.Happen(new Stimulus.ControllerPresent("A", "x0"));
        stage.Ask("imp", new GetController("x0", OutputRef.Parse("ctl"))).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void ReleaseController_Null_IsABadHandleAndHistoricallyDeath()
    {
        Permitted permitted = new Stage().Ask("imp", new ReleaseController("null"));

        permitted.Codes().Should().Equal(RSMERR_BAD_CTLR_HNDL);
        permitted.Transitions.Should().Contain(t => t.Outcome is Outcome.Dies && t.Deviations.Contains(new DeviationId("D45")));
    }

    [Fact]
    public void Topology_GetAndFree_Succeed()
    {
        var stage = new Stage();
        stage.Do("imp", new GetTopology(OutputRef.Parse("topology")));

        stage.Ask("imp", new FreeTopology("topology")).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", new GetTopology(OutputRef.Parse("null"))).Codes().Should().Contain(RSMERR_BAD_TOPOLOGY_PTR);
    }

    [Fact]
    public void GetControllerAttributes_GoodAndBad_SucceedsOrIsRefused()
    {
        var stage = new Stage();
        stage.Importer();

        stage.Ask("imp", new GetControllerAttributes("x0", OutputRef.Parse("attr"))).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", new GetControllerAttributes("x0", OutputRef.Parse("null"))).Codes().Should().Equal(RSMERR_BAD_ADDR);
        stage.Ask("imp", new GetControllerAttributes("null", OutputRef.Parse("attr"))).Codes().Should().Equal(RSMERR_BAD_CTLR_HNDL);
    }

    [Theory]
    [InlineData("mem", "2p", RSM_SUCCESS)]
    [InlineData("mem", "0", RSMERR_BAD_LENGTH)]
    [InlineData("mem", "8", RSMERR_BAD_MEM_ALIGNMENT)]
    [InlineData("mem@8", "1p", RSMERR_BAD_MEM_ALIGNMENT)]
    [InlineData("null", "1p", RSMERR_BAD_ADDR)]
    [InlineData("mem", "3p", RSMERR_BAD_ADDR)]
    public void ExportCreate_Range_GivesTheResult(string address, string length, RsmError expected)
    {
        var stage = new Stage();
        stage.Exported();

        stage.Ask("exp", new ExportCreate("ctl", OutputRef.Parse("other"), address, length, ExportFlags.None)).Codes()
            .Should().Contain(expected);
    }

    [Fact]
    public void Publish_Twice_IsRefused()
    {
        Stage stage = Stage.Published();

        stage.Ask("exp", new ExportPublish("seg", "S2", null)).Codes().Should().Equal(RSMERR_SEG_ALREADY_PUBLISHED);
    }

    [Theory]
    [InlineData("S1", RSMERR_SEGID_IN_USE)]
    [InlineData("S2", RSM_SUCCESS)]
    [InlineData("auto:S3", RSM_SUCCESS)]
    [InlineData("=0x1", RSMERR_RESERVED_SEGID)]
    [InlineData("=0x80000000", RSMERR_RESERVED_SEGID)]
    [InlineData("null", RSMERR_BAD_SEGID)]
    public void Publish_Id_GivesTheResult(string id, RsmError expected)
    {
        Stage stage = Stage.Published();
        stage.Do("exp", new ExportCreate("ctl", OutputRef.Parse("other"), "mem", "1p", ExportFlags.None));

        stage.Ask("exp", new ExportPublish("other", id, null)).Codes().Should().Equal(expected);
    }

    [Fact]
    public void Publish_AssignedId_CanBeConnectedByItsSymbol()
    {
        var stage = new Stage();
        stage.Exported();
        stage.Do("exp", new ExportPublish("seg", "auto:S3", null));
        stage.Importer();

        stage.Ask("imp", Stage.Connect(segment: "S3")).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Theory]
    [InlineData("0777", true)]
    [InlineData("01000", true)]
    [InlineData("0666", false)]
    public void Publish_ModeWithBitsThatMeanNothing_MayBeRefused(string mode, bool refused)
    {
        var stage = new Stage();
        stage.Exported();

        stage.Ask("exp", new ExportPublish("seg", "S1", [new AccessEntry("A", mode)])).Codes()
            .Contains(RSMERR_BAD_ACL).Should().Be(refused);
    }

    [Fact]
    public void Publish_OddDigit_GrantsNothingByIt()
    {
        var stage = new Stage();
        stage.Exported();
        stage.Do("exp", new ExportPublish("seg", "S1", [new AccessEntry("A", "0511")]));
        stage.Importer();

        stage.Ask("imp", Stage.Connect("0400")).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", Stage.Connect("0600")).Codes().Should().Equal(RSMERR_PERM_DENIED);
    }

    [Fact]
    public void Publish_NullListWithALength_IsABadList()
    {
        var stage = new Stage();
        stage.Exported();

        stage.Ask("exp", new ExportPublish("seg", "S1", null, 1)).Codes().Should().Contain(RSMERR_BAD_ACL).And.NotContain(RSM_SUCCESS);
    }

    [Fact]
    public void Publish_TooLongAList_IsABadList()
    {
        var stage = new Stage();
        stage.Exported();
        Sequence<AccessEntry> list = [.. Enumerable.Repeat(new AccessEntry("A", "0600"), 65)];

        stage.Ask("exp", new ExportPublish("seg", "S1", list)).Codes().Should().Equal(RSMERR_BAD_ACL);
    }

    [Theory]
    [InlineData("seg")]
    [InlineData("null")]
    public void Unpublish_NotPublishedOrNull_IsRefused(string handle)
    {
        var stage = new Stage();
        stage.Exported();

        stage.Ask("exp", new ExportUnpublish(HandleRef.Parse(handle))).Codes()
            .Should().Equal(handle == "null" ? RSMERR_BAD_SEG_HNDL : RSMERR_SEG_NOT_PUBLISHED);
    }

    [Fact]
    public void Destroy_PollfdHeld_IsRefused()
    {
        Stage stage = Stage.Published();
        stage.Do("exp", new GetPollfd("seg", OutputRef.Parse("fd")));

        stage.Ask("exp", new ExportDestroy("seg")).Codes().Should().Equal(RSMERR_POLLFD_IN_USE);
    }

    [Fact]
    public void Destroy_Published_EndsPublicationAndLinks()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportDestroy("seg"));

        stage.State.Published.Count.Should().Be(0);
        stage.State.Imports.Values.Single().Link.Should().Be(LinkState.Withdrawn);
        stage.Ask("imp", Stage.Connect(output: "late")).Codes().Should().Equal(RSMERR_SEG_NOT_PUBLISHED);
    }

    [Fact]
    public void Rebind_WithoutTheRight_IsRefused()
    {
        var stage = new Stage();
        stage.Exported();
        stage.Do("exp", new ExportCreate("ctl", OutputRef.Parse("fixed"), "mem", "1p", ExportFlags.None));

        stage.Ask("exp", new ExportRebind("fixed", "mem", "1p")).Codes().Should().Equal(RSMERR_REBIND_NOT_ALLOWED);
        stage.Ask("exp", new ExportRebind("seg", "mem", "1p")).Codes().Should().Equal(RSMERR_BAD_LENGTH);
    }

    [Fact]
    public void Signal_Posted_IsWaitedForOnce()
    {
        Stage stage = Stage.Linked();
        stage.Ask("exp", new SignalWait("seg", -1)).Transitions.Should().BeEmpty("the call goes on waiting");
        stage.Ask("exp", new SignalWait("seg", 5)).Codes().Should().Equal(RSMERR_TIMEOUT);
        stage.Do("imp", new SignalPost("link", 0));

        stage.Ask("exp", new SignalWait("seg", -1)).Codes().Should().Equal(RSM_SUCCESS);
        stage.Do("exp", new SignalWait("seg", -1));
        stage.Ask("exp", new SignalWait("seg", 5)).Codes().Should().Equal(RSMERR_TIMEOUT);
    }

    [Fact]
    public void Signal_PostedByTheExporter_ReachesEveryImport()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Stage.Connect(output: "other"));
        stage.Do("exp", new SignalPost("seg", 0));

        stage.Ask("imp", new SignalWait("link", -1)).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", new SignalWait("other", -1)).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void SignalWait_Interrupted_Ends()
    {
        Stage stage = Stage.Linked();
        CallKey key = stage.Begin("imp", new SignalWait("link", -1));
        stage.Happen(new Stimulus.Interrupt(key));

        stage.Ask(key).Codes().Should().Equal(RSMERR_INTERRUPTED);
    }

    [Fact]
    public void Barrier_OpenOrderCloseDestroy_Succeed()
    {
        Stage stage = Stage.Linked();
        foreach (ApiCall call in (ApiCall[])[new OpenBarrier("bar"), new OrderBarrier("bar"), new CloseBarrier("bar"), new DestroyBarrier("bar")])
        {
            stage.Ask("imp", call).Codes().Should().Equal(RSM_SUCCESS);
            stage.Do("imp", call);
        }

        stage.Ask("imp", new OpenBarrier("bar")).Accepted("hardened").Should().NotContain(t => t.Code() == 0);
    }

    [Fact]
    public void CloseBarrier_AfterUnpublishWhileOpen_IsAborted()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", new OpenBarrier("bar"));
        stage.Do("exp", new ExportUnpublish("seg"));

        stage.Ask("imp", new CloseBarrier("bar")).Codes().Should().Contain(RSMERR_CONN_ABORTED).And.NotContain(RSM_SUCCESS);
    }

    [Fact]
    public void Mode_SetAndGet_Succeed()
    {
        Stage stage = Stage.Linked();

        stage.Ask("imp", new SetMode("link", (BarrierMode)7)).Codes().Should().Equal(RSMERR_BAD_MODE);
        stage.Ask("imp", new GetMode("link", OutputRef.Parse("mode"))).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Spawn_AfterTheEnd_StartsWithNothing()
    {
        Stage stage = Stage.Linked();
        stage.Happen(new Stimulus.Exit("imp"));
        stage.Happen(new Stimulus.Spawn(new SceneProcess("imp", "A", Stage.Owner, "0")));

        stage.State.Processes["imp"].Handles.Count.Should().Be(0);
        stage.State.Imports.Count.Should().Be(0);
        stage.Ask("imp", new ImportDisconnect("link")).Codes().Should().Equal(RSMERR_BAD_SEG_HNDL);
    }
}
