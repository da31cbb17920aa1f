using RsmConformance.Abi;
using RsmConformance.Spec.Model;
using static RsmConformance.Abi.RsmError;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>Each error that the page of connect lists, and what the interpretations leave open.</summary>
public sealed class ConnectErrorTests
{
    private static readonly Sequence<AccessEntry> Everything = [new AccessEntry("A", "0666")];

    [Fact]
    public void Connect_NothingAgainstIt_SucceedsOnly()
    {
        Permitted permitted = Stage.Published(Everything).Ask("imp", Stage.Connect());

        permitted.Codes().Should().Equal(RSM_SUCCESS);
        permitted.Forgiven().Should().BeEmpty();
        permitted.Transitions.Single().Outcome.Should().Be(new Outcome.CallReturns(0, OutputEffect.Stored));
        permitted.Transitions.Single().Basis.Value.Should().Be("connect.permission.read-write");
    }

    [Fact]
    public void Connect_Fails_LeavesTheStateAndNullOrTheOldValue()
    {
        Stage stage = Stage.Published(Everything);

        Permitted permitted = stage.Ask("imp", Stage.Connect(segment: "S2"));

        permitted.Strict().Select(t => ((Outcome.CallReturns)t.Outcome).Output)
            .Should().Equal(OutputEffect.Null, OutputEffect.Untouched);
        permitted.Transitions.Should().OnlyContain(t => t.Next == stage.State);
        permitted.Transitions.Should().Contain(t => t.Has("A05.other") && t.Deviations.Contains(new DeviationId("D03")));
    }

    [Theory]
    [InlineData("null", "x0", "B", "S1", "0600", "link", RSMERR_BAD_CTLR_HNDL)]
    [InlineData("x0", "x0", "B", "S2", "0600", "link", RSMERR_SEG_NOT_PUBLISHED)]
    [InlineData("x0", "x0", "B", "=0x0", "0600", "link", RSMERR_SEG_NOT_PUBLISHED)]
    [InlineData("x0", "x0", "unknown", "S1", "0600", "link", RSMERR_REMOTE_NODE_UNREACHABLE)]
    [InlineData("x0", "x0", "=64", "S1", "0600", "link", RSMERR_REMOTE_NODE_UNREACHABLE)]
    [InlineData("x0", "x0", "D", "S1", "0600", "link", RSMERR_REMOTE_NODE_UNREACHABLE)]
    [InlineData("x0", "x0", "B", "S1", "0", "link", RSMERR_PERM_DENIED)]
    [InlineData("x0", "x0", "B", "S1", "0700", "link", RSMERR_PERM_DENIED)]
    [InlineData("x0", "x0", "B", "S1", "0644", "link", RSMERR_PERM_DENIED)]
    public void Connect_OneConditionOneError_ReportsIt(
        string handle, string controller, string node, string segment, string perm, string output, RsmError error)
    {
        Stage stage = Stage.Published(Everything, controller: controller);

        Permitted permitted = stage.Ask(
            "imp",
            new ImportConnect(HandleRef.Parse(handle), node, segment, perm, OutputRef.Parse(output)));

        permitted.Codes().Should().Equal(error);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("unwritable")]
    [InlineData("unmapped")]
    public void Connect_UnusableOutput_IsABadAddressOrHandleAndHistoricallyDeath(string output)
    {
        Permitted permitted = Stage.Published(Everything).Ask("imp", Stage.Connect(output: output));

        permitted.Codes().Should().BeEquivalentTo([RSMERR_BAD_ADDR, RSMERR_BAD_SEG_HNDL]);
        permitted.Strict().Should().OnlyContain(t => ((Outcome.CallReturns)t.Outcome).Output == OutputEffect.None);
        Transition death = permitted.Transitions.Single(t => t.Outcome is Outcome.Dies);
        death.Deviations.Should().Equal(new DeviationId("D01"));
        death.Next.Processes.Contains("imp").Should().BeFalse();
    }

    [Fact]
    public void Connect_MisalignedOutput_SucceedsOrIsABadAddress() =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(output: "misaligned:link")).Codes()
            .Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_BAD_ADDR]);

    [Theory]
    [InlineData("0", RSM_SUCCESS)]
    [InlineData("0700", RSMERR_BAD_PERMS)]
    public void Connect_ModeNotOfTheThree_HistoricallyEndsOtherwise(string perm, RsmError forgiven) =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(perm)).Forgiven().Should().Equal(forgiven);

    [Theory]
    [InlineData("garbage")]
    [InlineData("wrong-kind:link")]
    [InlineData("stale:x1")]
    public void Connect_BadController_IsUndefinedInStrictAndRefusedInHardened(string handle)
    {
        Stage stage = Stage.Published(Everything);
        stage.Do("imp", Stage.Connect());
        stage.Do("imp", new ReleaseController("x1"));

        Permitted permitted = stage.Ask("imp", Stage.Connect(controller: handle, output: "other"));

        permitted.Strict().Should().Contain(t => t.Outcome is Outcome.Undefined && t.Next.IsUndefined);
        permitted.Accepted("hardened").Select(t => (RsmError?)t.Code()).Distinct()
            .Should().BeEquivalentTo(new RsmError?[] { RSMERR_BAD_CTLR_HNDL, RSMERR_CTLR_NOT_PRESENT });
        permitted.Blame.WrongCode(0).Value.Should().Be("connect.robustness.bad-controller");
    }

    [Fact]
    public void Connect_ControllerGone_IsNotPresentOrABadHandle()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.ControllerAbsent("A", "x0"));

        stage.Ask("imp", Stage.Connect()).Codes()
            .Should().Contain([RSMERR_CTLR_NOT_PRESENT, RSMERR_BAD_CTLR_HNDL]).And.NotContain(RSM_SUCCESS);
    }

    [Fact]
    public void Connect_LoopbackToAnotherNode_IsNotPresentOrUnreachable() =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(controller: "loopback")).Codes()
            .Should().BeEquivalentTo([RSMERR_CTLR_NOT_PRESENT, RSMERR_REMOTE_NODE_UNREACHABLE]);

    [Fact]
    public void Connect_UnknownNode_HistoricallyIsAnInternalError() =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(node: "unknown")).Forgiven()
            .Should().Equal(RSMERR_INTERNAL_ERROR);

    [Fact]
    public void Connect_NodeNotOnThisController_FailsInOneOfThreeWays() =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(controller: "x1")).Codes()
            .Should().BeEquivalentTo([RSMERR_REMOTE_NODE_UNREACHABLE, RSMERR_CTLR_NOT_PRESENT, RSMERR_SEG_NOT_PUBLISHED]);

    [Fact]
    public void Connect_ExportedThroughAnotherController_FailsInOneOfThreeWaysAndHistoricallySucceeds()
    {
        Permitted permitted = Stage.Published(Everything, controller: "x1").Ask("imp", Stage.Connect());

        permitted.Codes().Should().BeEquivalentTo(
            [RSMERR_SEG_NOT_PUBLISHED, RSMERR_SEG_NOT_PUBLISHED_TO_NODE, RSMERR_REMOTE_NODE_UNREACHABLE]);
        permitted.Forgiven().Should().Equal(RSM_SUCCESS);
        permitted.Blame.WrongCode(0).Value.Should().Be("connect.effect.physical-connection");
    }

    [Theory]
    [InlineData("x0", new[] { RSM_SUCCESS })]
    [InlineData("x1", new[] { RSM_SUCCESS, RSMERR_SEG_NOT_PUBLISHED })]
    [InlineData("loopback", new[] { RSM_SUCCESS, RSMERR_SEG_NOT_PUBLISHED })]
    public void Connect_OwnNode_ThroughAnotherControllerMayFail(string controller, RsmError[] expected) =>
        Stage.Published([new AccessEntry("B", "0666")]).Ask("near", Stage.Connect(controller: controller)).Codes()
            .Should().BeEquivalentTo(expected);

    [Fact]
    public void Connect_LinkDown_IsUnreachableAndHistoricallyAborted()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.LinkDown(new LinkEnd("B", "x0"), new LinkEnd("A", "x0")));

        stage.Ask("imp", Stage.Connect()).Codes().Should().Equal(RSMERR_REMOTE_NODE_UNREACHABLE);
        stage.Ask("imp", Stage.Connect()).Forgiven().Should().Equal(RSMERR_CONN_ABORTED);
        stage.Happen(new Stimulus.LinkUp(new LinkEnd("A", "x0"), new LinkEnd("B", "x0")));
        stage.Ask("imp", Stage.Connect()).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Connect_NodeDown_IsUnreachable()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.NodeDown("B"));

        stage.Ask("imp", Stage.Connect()).Codes().Should().Equal(RSMERR_REMOTE_NODE_UNREACHABLE);
        stage.Ask("near", Stage.Connect()).Codes().Should().Equal(RSMERR_SEG_NOT_PUBLISHED_TO_NODE);
    }

    [Fact]
    public void Connect_NodeNotListed_IsNotPublishedToNode() =>
        Stage.Published([new AccessEntry("C", "0666")]).Ask("imp", Stage.Connect()).Codes()
            .Should().Equal(RSMERR_SEG_NOT_PUBLISHED_TO_NODE);

    [Fact]
    public void Connect_NodeNotListedAndClassDenied_MayReportEither() =>
        Stage.Published([new AccessEntry("C", "0400")]).Ask("imp", Stage.Connect()).Codes()
            .Should().BeEquivalentTo([RSMERR_SEG_NOT_PUBLISHED_TO_NODE, RSMERR_PERM_DENIED]);

    [Fact]
    public void Connect_NodeListedWithNothing_IsDeniedOrNotPublishedToNode() =>
        Stage.Published([new AccessEntry("A", "0"), new AccessEntry("A", "0666")]).Ask("imp", Stage.Connect()).Codes()
            .Should().BeEquivalentTo([RSMERR_PERM_DENIED, RSMERR_SEG_NOT_PUBLISHED_TO_NODE]);

    [Fact]
    public void Connect_ReservedId_HistoricallyIsASegmentIdError() =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(segment: "=0x1")).Forgiven()
            .Should().BeEquivalentTo([RSMERR_RESERVED_SEGID, RSMERR_BAD_SEGID]);

    [Fact]
    public void Connect_NoDescriptors_IsAShortageOrShowsNothing()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.DescriptorsLimited("imp", 0));

        Permitted permitted = stage.Ask("imp", Stage.Connect());

        permitted.Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_INSUFFICIENT_RESOURCES, RSMERR_INSUFFICIENT_MEM]);
        permitted.Transitions.Where(t => t.Code() == 0).Should().OnlyContain(t => t.NoEffect);
    }

    [Fact]
    public void Connect_FewDescriptors_MayBeEnough()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.DescriptorsLimited("imp", 1));

        Permitted permitted = stage.Ask("imp", Stage.Connect());

        permitted.Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_INSUFFICIENT_RESOURCES, RSMERR_INSUFFICIENT_MEM]);
        permitted.Transitions.Should().OnlyContain(t => !t.NoEffect);
    }

    [Fact]
    public void Connect_NodeFull_IsAShortage()
    {
        Stage stage = Stage.Published(Everything);
        stage.Happen(new Stimulus.ResourceLimit("A", true));

        stage.Ask("imp", Stage.Connect()).Codes().Should().Contain(RSMERR_INSUFFICIENT_RESOURCES);
        stage.Happen(new Stimulus.ResourceLimit("A", false));
        stage.Ask("imp", Stage.Connect()).Codes().Should().Equal(RSM_SUCCESS);
    }

    [Fact]
    public void Connect_ManyImports_MayMeetALimit()
    {
        Stage stage = Stage.Published(Everything);
        for (int i = 0; i < 64; i++)
        {
            stage.Do("imp", Stage.Connect(output: $"link{i}"));
        }

        Permitted permitted = stage.Ask("imp", Stage.Connect());

        permitted.Codes().Should().BeEquivalentTo([RSM_SUCCESS, RSMERR_INSUFFICIENT_RESOURCES, RSMERR_INSUFFICIENT_MEM]);
        permitted.Transitions.Where(t => t.Code() == 0).Should().OnlyContain(t => !t.NoEffect);
    }

    [Fact]
    public void Connect_SeveralConditions_MayReportAnyOfThem()
    {
        Permitted permitted = Stage.Published(Everything).Ask(
            "imp",
            new ImportConnect("null", "B", "S2", "0700", OutputRef.Parse("null")));

        permitted.Codes().Should().BeEquivalentTo(
            [RSMERR_BAD_CTLR_HNDL, RSMERR_BAD_ADDR, RSMERR_BAD_SEG_HNDL, RSMERR_PERM_DENIED, RSMERR_SEG_NOT_PUBLISHED]);
        permitted.Blame.WrongCode(0).Value.Should().Be("connect.error.any-holding");
        permitted.Blame.WrongCode(12).Value.Should().Be("connect.return.listed-errors");
    }

    [Fact]
    public void Connect_NullControllerAndUnknownNode_MayReportEither() =>
        Stage.Published(Everything).Ask("imp", Stage.Connect(controller: "null", node: "unknown")).Codes()
            .Should().BeEquivalentTo([RSMERR_BAD_CTLR_HNDL, RSMERR_REMOTE_NODE_UNREACHABLE]);

    [Theory]
    [InlineData(RSMERR_SEG_NOT_PUBLISHED, "connect.effect.links-that-node")]
    [InlineData(RSMERR_SEG_NOT_PUBLISHED_TO_NODE, "connect.permission.node-entry")]
    [InlineData(RSMERR_REMOTE_NODE_UNREACHABLE, "connect.effect.physical-connection")]
    [InlineData(RSMERR_INTERRUPTED, "connect.error.interrupted")]
    [InlineData(RSMERR_CONN_ABORTED, "connect.return.listed-errors")]
    [InlineData((RsmError)9, "connect.return.listed-errors")]
    public void Connect_SuccessDue_AWrongErrorBreaks(RsmError seen, string assertion) =>
        Stage.Published(Everything).Ask("imp", Stage.Connect()).Blame.WrongCode((int)seen).Value.Should().Be(assertion);

    [Fact]
    public void Connect_AnyEnd_BlamesOutputAndCanary()
    {
        Blame blame = Stage.Published(Everything).Ask("imp", Stage.Connect()).Blame;

        blame.WrongOutput(0).Value.Should().Be("connect.effect.creates-segment");
        blame.WrongOutput(7).Value.Should().Be("connect.effect.failure-leaves-output");
        blame.Canary.Value.Should().Be("connect.effect.handle-through-memseg");
        blame.Distinct.Value.Should().Be("connect.effect.distinct-handles");
    }

    [Fact]
    public void Connect_EveryListedError_IsReachable()
    {
        string[] assertions = [.. Stage.Specification.Assertions.Select(a => a.Id.Value).Where(a => a.StartsWith("connect.error.", StringComparison.Ordinal))];

        DocumentedErrors.OfConnect.Select(e => new Stimulus.FailureInjected(new CallKey("c"), e)).Should().OnlyContain(s => Injected(s).Contains(s.Error));
        assertions.Should().HaveCount(12);
    }

    private static RsmError[] Injected(Stimulus.FailureInjected injected)
    {
        Stage stage = Stage.Published(Everything);
        CallKey key = stage.Begin("imp", Stage.Connect());
        stage.Happen(injected with { Key = key });
        return [.. stage.Ask(key).Codes()];
    }
}
