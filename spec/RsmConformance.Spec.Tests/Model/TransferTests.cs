using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using static RsmConformance.Abi.RsmError;

namespace RsmConformance.Spec.Tests.Model;

public sealed class TransferTests
{
    private static readonly ImportGet Get = new("link", "8", "local", "16");
    private static readonly ImportPut Put = new("link", "8", "local", "16");

    public static TheoryData<ApiCall> Widths() => new()
    {
        new ImportGet8("link", "16", "local", 16),
        new ImportGet16("link", "16", "local", 8),
        new ImportGet32("link", "16", "local", 4),
        new ImportGet64("link", "16", "local", 2),
    };

    [Theory]
    [MemberData(nameof(Widths))]
    public void Get_AnyWidth_BringsTheSameBytes(ApiCall call)
    {
        Permitted permitted = Stage.Linked().Ask("imp", call);

        var returned = (Outcome.CallReturns)permitted.Strict().Single(t => t.Code() == 0).Outcome;
        returned.Delivered!.Hash(0, 16).Should().Be(MemoryImage.Filled(Stage.PageSize, 1).Hash(16, 16));
    }

    [Fact]
    public void Put_ThenLoadByTheExporter_SeesTheBytes()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Put);

        var data = (Outcome.Data)stage.Ask(new Stimulus.Load("exp", "mem", "1p")).Transitions.Single().Outcome;

        data.Image.Slice(8, 16).Should().Be(MemoryImage.Filled(16, 7));
        data.Image.Slice(0, 8).Should().Be(MemoryImage.Filled(8, 1));
    }

    [Theory]
    [InlineData("0400", true, "connect.permission.read-rights")]
    [InlineData("0200", false, "connect.permission.write-rights")]
    public void Transfer_LinkWithOneRight_WorksOneWayOnly(string perm, bool reads, string assertion)
    {
        Stage stage = Stage.Linked(perm);

        Permitted allowed = stage.Ask("imp", reads ? Get : Put);
        Permitted refused = stage.Ask("imp", reads ? Put : Get);

        allowed.Codes().Should().Equal(RSM_SUCCESS);
        allowed.Forgiven().Should().Equal(RSMERR_BAD_PERMS);
        allowed.Blame.WrongCode((int)RSMERR_PERM_DENIED).Value.Should().Be(assertion);
        refused.Codes().Should().Equal(RSMERR_PERM_DENIED);
        refused.Blame.WrongCode(0).Value.Should().Be(assertion);
    }

    [Fact]
    public void Transfer_LinkOfModeZero_GivesNothing()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0666")]);
        stage.Happen(new Stimulus.AllocateBuffer("imp", "local", "1p", 0));
        stage.State = stage.Ask("imp", Stage.Connect("0")).Transitions.Single(t => t.Code() == 0).Next;

        stage.Ask("imp", Get).Transitions.Should().NotContain(t => t.Code() == 0);
        stage.Ask("imp", Put).Transitions.Should().NotContain(t => t.Code() == 0);
    }

    [Theory]
    [InlineData("0", "local", 3ul, RSM_SUCCESS)]
    [InlineData("2", "local", 1ul, RSMERR_BAD_MEM_ALIGNMENT)]
    [InlineData("0", "local@2", 1ul, RSMERR_BAD_MEM_ALIGNMENT)]
    [InlineData("2p", "local", 1ul, RSMERR_BAD_OFFSET)]
    [InlineData("-4", "local", 1ul, RSMERR_BAD_OFFSET)]
    [InlineData("0", "local", ulong.MaxValue, RSMERR_BAD_LENGTH)]
    [InlineData("0", "null", 1ul, RSMERR_BAD_ADDR)]
    public void Get32_Arguments_GiveTheError(string offset, string data, ulong count, RsmError expected) =>
        Stage.Linked().Ask("imp", new ImportGet32("link", offset, data, count)).Codes().Should().Contain(expected);

    [Fact]
    public void Get_ImplicitModeWithoutABarrier_MayBeRefused()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0666")]);
        stage.Happen(new Stimulus.AllocateBuffer("imp", "local", "1p", 0));
        stage.Do("imp", Stage.Connect());

        stage.Ask("imp", Get).Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_BARRIER_UNINITIALIZED]);
        stage.Do("imp", new SetMode("link", BarrierMode.Explicit));
        stage.Ask("imp", Get).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Get_AfterUnpublishInImplicitMode_IsAborted()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportUnpublish("seg"));

        Permitted permitted = stage.Ask("imp", Get);

        permitted.Codes().Should().Equal(RSMERR_CONN_ABORTED);
        permitted.Blame.WrongCode(0).Value.Should().Be("connect.effect.forced-disconnect");
    }

    [Fact]
    public void Put_AfterUnpublishInExplicitMode_ReachesNothing()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", new SetMode("link", BarrierMode.Explicit));
        stage.Do("exp", new ExportUnpublish("seg"));
        stage.Do("imp", Put);

        ((Outcome.Data)stage.Ask(new Stimulus.Load("exp", "mem", "1p")).Transitions.Single().Outcome).Image
            .Should().Be(MemoryImage.Filled(Stage.PageSize, 1));
        stage.Ask("imp", Put).Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_CONN_ABORTED]);
    }

    [Fact]
    public void Get_AfterRepublication_StaysAborted()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportUnpublish("seg"));
        stage.Do("exp", new ExportPublish("seg", "S1", null));

        stage.Ask("imp", Get).Codes().Should().Equal(RSMERR_CONN_ABORTED);
    }

    [Fact]
    public void Get_PathLostAndBack_WorksOrIsAbortedForGood()
    {
        Stage stage = Stage.Linked();
        var a = new LinkEnd("A", "x0");
        var b = new LinkEnd("B", "x0");
        stage.Happen(new Stimulus.LinkDown(a, b));
        stage.Ask("imp", Get).Codes().Should().NotContain(RSM_SUCCESS);
        stage.Happen(new Stimulus.LinkUp(a, b));

        stage.Ask("imp", Get).Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_CONN_ABORTED, RSMERR_BARRIER_FAILURE]);
        stage.Fail("imp", Get, RSMERR_CONN_ABORTED);
        stage.Ask("imp", Get).Codes().Should().NotContain(RSM_SUCCESS);
    }

    [Fact]
    public void Get_SilentlyDead_NeverHasToTell()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0666")]);
        stage.Happen(new Stimulus.AllocateBuffer("imp", "local", "1p", 0));
        CallKey key = stage.Begin("imp", Stage.Connect());
        stage.Do("exp", new ExportUnpublish("seg"));
        stage.State = stage.Ask(key).Transitions.Single(t => t.Has("A30.silent-dead-handle")).Next;

        stage.Ask("imp", Get).Codes().Should().Contain([RSM_SUCCESS, RSMERR_CONN_ABORTED]);
    }

    [Fact]
    public void Get_LinkRepublished_FailureBreaksThePromiseOfRepublish()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportRepublish("seg", [new AccessEntry("A", "0")]));

        stage.Ask("imp", Get).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", Get).Blame.WrongCode((int)RSMERR_CONN_ABORTED).Value.Should().Be("connect.effect.survives-republish");
    }

    [Fact]
    public void Get_AfterRebind_BringsTheNewMemory()
    {
        Stage stage = Stage.Linked();
        stage.Happen(new Stimulus.AllocateBuffer("exp", "new", "2p", 9));
        stage.Do("exp", new ExportRebind("seg", "new", "2p"));

        var returned = (Outcome.CallReturns)stage.Ask("imp", Get).Transitions.First(t => t.Code() == 0).Outcome;
        returned.Delivered.Should().Be(MemoryImage.Filled(16, 9, 8));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("wrong-kind:x0")]
    [InlineData("stale:link")]
    public void Get_BadHandle_IsRefusedInHardened(string handle)
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", new ImportDisconnect("link"));

        stage.Ask("imp", Get with { Memseg = HandleRef.Parse(handle) }).Accepted("hardened").Select(t => t.Code())
            .Should().Equal((int)RSMERR_BAD_SEG_HNDL);
    }

    [Fact]
    public void Get_ReportsALoss_MayHaveBroughtAnything()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportUnpublish("seg"));
        stage.Fail("imp", Get, RSMERR_CONN_ABORTED);

        ((Outcome.Data)stage.Ask(new Stimulus.Load("imp", "local", "16")).Transitions.Single().Outcome).Image
            .Should().Be(MemoryImage.Unknown(16));
        ((Outcome.Data)stage.Ask(new Stimulus.Load("imp", "local@16", "16")).Transitions.Single().Outcome).Image
            .Should().Be(MemoryImage.Filled(16, 7, 16));
    }

    [Fact]
    public void Put_WithdrawnOnItsWay_MayHaveMovedAPart()
    {
        Stage stage = Stage.Linked();
        CallKey key = stage.Begin("imp", Put);
        stage.Do("exp", new ExportUnpublish("seg"));
        stage.State = stage.Ask(key).Strict().Single(t => t.Code() == (int)RSMERR_CONN_ABORTED).Next;

        ((Outcome.Data)stage.Ask(new Stimulus.Load("exp", "mem", "1p")).Transitions.Single().Outcome).Image
            .Should().Be(MemoryImage.Filled(Stage.PageSize, 1).Write(8, MemoryImage.Unknown(16)));
    }

    [Fact]
    public void Put_AfterTheWithdrawal_MovedNothing()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportUnpublish("seg"));
        stage.Fail("imp", Put, RSMERR_CONN_ABORTED);

        ((Outcome.Data)stage.Ask(new Stimulus.Load("exp", "mem", "1p")).Transitions.Single().Outcome).Image.IsKnown
            .Should().BeTrue();
    }

    [Fact]
    public void Put_PathLostOnItsWay_MayHaveMovedAPart()
    {
        Stage stage = Stage.Linked();
        CallKey key = stage.Begin("imp", Put);
        stage.Happen(new Stimulus.NodeDown("B"));
        stage.State = stage.Ask(key).Strict().First(t => t.Code() == (int)RSMERR_CONN_ABORTED).Next;

        ((Outcome.Data)stage.Ask(new Stimulus.Load("exp", "mem", "1p")).Transitions.Single().Outcome).Image.IsKnown
            .Should().BeFalse();
    }
}
