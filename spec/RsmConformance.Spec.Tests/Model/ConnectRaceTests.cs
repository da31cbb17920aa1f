using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using static RsmConformance.Abi.RsmError;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>What may become of a connect when something happens while it is pending.</summary>
public sealed class ConnectRaceTests
{
    private readonly Stage _stage = Stage.Published([new AccessEntry("A", "0666")]);

    [Fact]
    public void Connect_Interrupted_EndsOrGoesOn()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Happen(new Stimulus.Interrupt(key));

        Permitted permitted = _stage.Ask(key);

        permitted.Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_INTERRUPTED]);
        permitted.ReadingsOf(RSM_SUCCESS).Should().Equal("A27.normal-result");
        permitted.Transitions.Where(t => t.Code() == (int)RSMERR_INTERRUPTED).Should().OnlyContain(t => t.Next.Imports.Count == 0);
    }

    [Fact]
    public void Connect_AllocationFailed_IsAShortageOrDoneWithout()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Happen(new Stimulus.AllocationFailed(key));

        Permitted permitted = _stage.Ask(key);

        permitted.Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_INSUFFICIENT_MEM, RSMERR_INSUFFICIENT_RESOURCES]);
        permitted.Transitions.Single(t => t.Code() == 0).NoEffect.Should().BeFalse();
    }

    [Fact]
    public void Connect_PathLostForGood_IsUnreachableOrInterrupted()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Happen(new Stimulus.LinkDown(new LinkEnd("A", "x0"), new LinkEnd("B", "x0")));

        Permitted permitted = _stage.Ask(key);

        permitted.Codes().Should().BeEquivalentTo([RSMERR_REMOTE_NODE_UNREACHABLE, RSMERR_INTERRUPTED]);
        permitted.Forgiven().Should().BeEquivalentTo([RSMERR_CONN_ABORTED, RSMERR_TIMEOUT]);
    }

    [Fact]
    public void Connect_PathLostAndBack_MaySucceed()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Happen(new Stimulus.NodeDown("B"));
        _stage.Happen(new Stimulus.NodeUp("B"));

        _stage.Ask(key).Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_REMOTE_NODE_UNREACHABLE, RSMERR_INTERRUPTED]);
    }

    [Fact]
    public void Connect_OtherPathLost_IsNotDisturbed()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Happen(new Stimulus.LinkDown(new LinkEnd("A", "x1"), new LinkEnd("C", "x0")));

        _stage.Ask(key).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Theory]
    [InlineData("unpublish")]
    [InlineData("destroy")]
    [InlineData("kill")]
    public void Connect_TargetWithdrawn_FailsOrLinksAndLosesIt(string how)
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        Withdraw(how);

        Permitted permitted = _stage.Ask(key);

        permitted.Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_SEG_NOT_PUBLISHED, RSMERR_INTERRUPTED]);
        permitted.Forgiven().Should().Equal(RSMERR_CONN_ABORTED);
        permitted.Transitions.Where(t => t.Code() == 0).Select(t => t.Next.Imports.Values.Single().Link)
            .Should().BeEquivalentTo([LinkState.Withdrawn, LinkState.SilentlyDead]);
        permitted.Strict().Single(t => t.Code() == 0).Has("A30.success-then-aborted").Should().BeTrue();
    }

    [Fact]
    public void Connect_TargetWithdrawnAndDenied_CannotSucceed()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0400")]);
        CallKey key = stage.Begin("imp", Stage.Connect());
        stage.Do("exp", new ExportUnpublish("seg"));

        stage.Ask(key).Codes().Should().BeEquivalentTo([RSMERR_SEG_NOT_PUBLISHED, RSMERR_INTERRUPTED, RSMERR_PERM_DENIED]);
    }

    [Fact]
    public void Connect_CompletedBeforeTheWithdrawal_IsLinkedAndLosesIt()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Complete(key);
        _stage.Do("exp", new ExportUnpublish("seg"));

        _stage.State.Imports.Values.Single().Link.Should().Be(LinkState.Withdrawn);
    }

    [Fact]
    public void Connect_ProcessKilled_LeavesNothingPendingAndNoLink()
    {
        _stage.Do("imp", Stage.Connect());
        _stage.Begin("imp", Stage.Connect(output: "other"));
        _stage.Happen(new Stimulus.Kill("imp"));

        _stage.State.Pending.Count.Should().Be(0);
        _stage.State.Imports.Count.Should().Be(0);
        _stage.State.Processes.Contains("imp").Should().BeFalse();
    }

    [Fact]
    public void Connect_ReleaseOfItsControllerMeanwhile_IsNoWorseThanABadHandle()
    {
        CallKey key = _stage.Begin("imp", Stage.Connect());
        _stage.Do("imp", new ReleaseController("x0"));

        _stage.Ask(key).Transitions.Should().Contain(t => t.Outcome is Outcome.Undefined);
    }

    [Fact]
    public void Connect_Republished_IsJudgedByTheNewListAndOldLinksStay()
    {
        _stage.Do("imp", Stage.Connect());
        _stage.Do("exp", new ExportRepublish("seg", [new AccessEntry("C", "0666")]));

        Permitted permitted = _stage.Ask("imp", Stage.Connect(output: "late"));

        _stage.State.Imports.Values.Single().Link.Should().Be(LinkState.Alive);
        permitted.Codes().Should().Equal(RSMERR_SEG_NOT_PUBLISHED_TO_NODE);
        permitted.Forgiven().Should().Equal(RSMERR_PERM_DENIED);
        permitted.Blame.WrongCode(0).Value.Should().Be("connect.effect.survives-republish");
        _stage.Ask("imp", Stage.Connect("0", output: "late")).Forgiven().Should().Contain(RSM_SUCCESS);
    }

    private void Withdraw(string how)
    {
        switch (how)
        {
            case "unpublish":
                _stage.Do("exp", new ExportUnpublish("seg"));
                break;
            case "destroy":
                _stage.Do("exp", new ExportDestroy("seg"));
                break;
            default:
                _stage.Happen(new Stimulus.Kill("exp"));
                break;
        }
    }
}
