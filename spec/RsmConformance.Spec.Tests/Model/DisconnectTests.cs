using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using static RsmConformance.Abi.RsmError;

namespace RsmConformance.Spec.Tests.Model;

public sealed class DisconnectTests
{
    private static readonly ImportDisconnect Disconnect = new("link");
    private static readonly ImportMap Map = new("link", OutputRef.Parse("map"), MapAttribute.None, "0600", "0", "1p");

    [Fact]
    public void Disconnect_FreshLink_SucceedsOnlyAndLeavesNothing()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0666")]);
        stage.Do("imp", Stage.Connect());

        Permitted permitted = stage.Ask("imp", Disconnect);

        permitted.Codes().Should().Equal(RSM_SUCCESS);
        permitted.Forgiven().Should().BeEmpty();
        permitted.Transitions.Single().Next.Imports.Count.Should().Be(0);
        permitted.Transitions.Single().Basis.Value.Should().Be("disconnect.effect.breaks-link");
    }

    [Fact]
    public void Disconnect_Null_IsABadHandle() =>
        Stage.Linked().Ask("imp", new ImportDisconnect("null")).Codes().Should().Equal(RSMERR_BAD_SEG_HNDL);

    [Theory]
    [InlineData("garbage", "disconnect.robustness.garbage-handle")]
    [InlineData("stale:link", "disconnect.robustness.stale-handle")]
    [InlineData("wrong-kind:x0", "disconnect.robustness.wrong-kind-handle")]
    public void Disconnect_BadHandle_IsUndefinedInStrictAndRefusedInHardened(string handle, string assertion)
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Disconnect);

        Permitted permitted = stage.Ask("imp", new ImportDisconnect(HandleRef.Parse(handle)));

        permitted.Strict().Should().Contain(t => t.Outcome is Outcome.Undefined);
        permitted.Accepted("hardened").Select(t => t.Code()).Should().Equal((int)RSMERR_BAD_SEG_HNDL);
        permitted.Blame.WrongCode(0).Value.Should().Be(assertion);
    }

    [Fact]
    public void Disconnect_StaleHandleOfANameUsedAgain_MeansTheValueBefore()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Disconnect);
        stage.Do("imp", Stage.Connect());

        stage.Ask("imp", new ImportDisconnect("stale:link")).Accepted("hardened").Select(t => t.Code())
            .Should().Equal((int)RSMERR_BAD_SEG_HNDL);
        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Disconnect_Mapped_IsRefusedAndHistoricallyUnmaps()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map);

        Permitted permitted = stage.Ask("imp", Disconnect);

        permitted.Codes().Should().Equal(RSMERR_SEG_STILL_MAPPED);
        permitted.Forgiven().Should().Equal(RSM_SUCCESS);
        permitted.Blame.WrongCode(0).Value.Should().Be("disconnect.error.seg-still-mapped");
        permitted.Strict().Single().Next.Should().Be(stage.State);
    }

    [Fact]
    public void Disconnect_PollfdHeld_IsRefusedUntilItIsReleased()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", new GetPollfd("link", OutputRef.Parse("fd")));

        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSMERR_POLLFD_IN_USE);
        stage.Do("imp", new ReleasePollfd("link"));
        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Disconnect_MappedAndPollfdHeld_MayReportEither()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map);
        stage.Do("imp", new GetPollfd("link", OutputRef.Parse("fd")));

        stage.Ask("imp", Disconnect).Codes().Should().BeEquivalentTo([RSMERR_SEG_STILL_MAPPED, RSMERR_POLLFD_IN_USE]);
        stage.Do("imp", new ImportUnmap("link"));
        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSMERR_POLLFD_IN_USE);
    }

    [Fact]
    public void Disconnect_AfterAGet_SucceedsAndHistoricallyMayBeRefused()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", new ImportGet("link", "0", "local", "8"));

        Permitted permitted = stage.Ask("imp", Disconnect);

        permitted.Codes().Should().Equal(RSM_SUCCESS);
        permitted.Forgiven().Should().Equal(RSMERR_SEG_STILL_MAPPED);
        permitted.Blame.WrongCode((int)RSMERR_SEG_STILL_MAPPED).Value.Should().Be("disconnect.effect.implicit-map-not-mapped");
    }

    [Fact]
    public void Disconnect_BarrierLeft_SucceedsAndTheBarrierIsOfNoUse()
    {
        Stage stage = Stage.Linked();

        stage.Ask("imp", Disconnect).ReadingsOf(RSM_SUCCESS).Should().Equal("A39.success");
        stage.Do("imp", Disconnect);
        stage.Ask("imp", new OpenBarrier("bar")).Codes().Should().NotContain(RSM_SUCCESS);
    }

    [Fact]
    public void Disconnect_AfterUnpublish_Succeeds()
    {
        Stage stage = Stage.Linked();
        stage.Do("exp", new ExportUnpublish("seg"));

        Permitted permitted = stage.Ask("imp", Disconnect);

        permitted.Codes().Should().Equal(RSM_SUCCESS);
        permitted.Forgiven().Should().BeEquivalentTo([RSMERR_CONN_ABORTED, RSMERR_REMOTE_NODE_UNREACHABLE]);
        permitted.Blame.WrongCode((int)RSMERR_CONN_ABORTED).Value.Should().Be("disconnect.effect.after-forced");
    }

    [Fact]
    public void Disconnect_AfterUnpublishWhileMapped_NeedsAnUnmapFirst()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Map);
        stage.Do("exp", new ExportUnpublish("seg"));

        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSMERR_SEG_STILL_MAPPED);
        stage.Do("imp", new ImportUnmap("link"));
        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Disconnect_NodeLost_Succeeds()
    {
        Stage stage = Stage.Linked();
        stage.Happen(new Stimulus.NodeDown("B"));

        stage.Ask("imp", Disconnect).Codes().Should().Equal(RSM_SUCCESS);
        stage.Ask("imp", Disconnect).Blame.WrongCode((int)RSMERR_REMOTE_NODE_UNREACHABLE).Value
            .Should().Be("disconnect.effect.after-node-loss");
    }

    [Fact]
    public void Disconnect_OneHandleTwiceAtOnce_SucceedsOnceAndIsRefusedOnce()
    {
        Stage stage = Stage.Linked();
        CallKey first = stage.Begin("imp", Disconnect);
        CallKey second = stage.Begin("imp", Disconnect);
        stage.Complete(second);

        Permitted permitted = stage.Ask(first);

        permitted.Accepted("hardened").Select(t => t.Code()).Should().Equal((int)RSMERR_BAD_SEG_HNDL);
        permitted.ReadingsOf(RSMERR_BAD_SEG_HNDL).Should().Equal("A33.one-success-one-bad-seg-hndl");
        permitted.Blame.WrongCode(0).Value.Should().Be("disconnect.robustness.same-handle-concurrent");
    }

    [Fact]
    public void Disconnect_Sibling_StaysLinked()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Stage.Connect(output: "sibling"));
        stage.Do("imp", Disconnect);

        stage.Ask("imp", new ImportDisconnect("sibling")).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Disconnect_FirstHandleOverwritten_TheNewOneIsMeant()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", Stage.Connect());
        stage.Do("imp", Disconnect);

        stage.State.Imports.Count.Should().Be(1);
    }

    [Fact]
    public void Disconnect_UnlistedCode_BreaksTheList() =>
        Stage.Linked().Ask("imp", Disconnect).Blame.WrongCode((int)RSMERR_SEG_NOT_MAPPED).Value
            .Should().Be("disconnect.return.listed-errors");

    [Fact]
    public void Disconnect_ControllerReleased_IsNotJudged()
    {
        Stage stage = Stage.Linked();
        stage.Do("imp", new ReleaseController("x0"));

        stage.Ask("imp", Disconnect).Strict().Select(t => t.Readings[^1].Value)
            .Should().BeEquivalentTo(["A41.undefined", "A41.success"]);
    }

    [Fact]
    public void Disconnect_FailureInjected_KeepsTheHandleAndHistoricallyMayNot()
    {
        Stage stage = Stage.Linked();
        CallKey key = stage.Begin("imp", Disconnect);
        stage.Happen(new Stimulus.FailureInjected(key, RSMERR_BAD_SEG_HNDL));

        Permitted permitted = stage.Ask(key);

        permitted.Strict().Single(t => t.Code() != 0).Next.Imports.Count.Should().Be(1);
        permitted.Strict().Single(t => t.Code() == 0).NoEffect.Should().BeTrue();
        permitted.Transitions.Single(t => t.Has("A38.half-destroyed")).Next.IsUndefined.Should().BeTrue();
    }
}
