using RsmConformance.Abi;

namespace RsmConformance.Contract.Tests;

public sealed class RequiredMeansTests
{
    private static readonly Role Exporter = new("exporter", "A", IdentityClass.Owner, "022");

    public static TheoryData<StepAction, string> Needs() => new()
    {
        { new StepAction.Call(new GetController("x1", "c")), "controller:A.x1" },
        { new StepAction.Call(new ImportConnect("c", "A", "S1", "0400", "unmapped")), "bad-address" },
        { new StepAction.Call(new ImportConnect("c", "A", "S1", "0400", "unwritable")), "bad-address" },
        { new StepAction.SetIdentity(IdentityClass.Other), "identity:other" },
        { new StepAction.InjectFault(new Fault.LinkDown(new("A", "x0"), new("B", "x0"))), "fault:link-down" },
        { new StepAction.InjectFault(new Fault.LinkDown(new("A", "x0"), new("B", "x0"))), "link:A.x0-B.x0" },
        { new StepAction.InjectFault(new Fault.NodeDown("A")), "fault:node-down" },
        { new StepAction.InjectFault(new Fault.ControllerAbsent("A", "x0")), "fault:controller-absent" },
        { new StepAction.InjectFault(new Fault.ResourceLimit("A")), "fault:resource-limit" },
        { new StepAction.HoldGate(GateNames.ConnectEntry, "exporter"), "gate:connect.entry" },
        { new StepAction.FailGate(GateNames.ConnectEntry, "exporter", RsmError.RSMERR_INSUFFICIENT_MEM), "gate:connect.entry" },
        { new StepAction.Interrupt("act"), "interrupt" },
        { new StepAction.FailAllocation(1), "fail-allocation" },
        { new StepAction.LimitDescriptors(0), "limit-descriptors" },
        { new StepAction.Measure(MeasureKind.HeapBlocks, "s", 0), "measure:heap-blocks" },
        { new StepAction.Fork("child"), "fork" },
        { new StepAction.Kill("exporter"), "kill" },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public void Of_AnActionThatNeedsAMeans_NamesIt(StepAction action, string word) =>
        RequiredMeans.Of(CaseOf(action)).Should().Contain(word);

    [Theory]
    [MemberData(nameof(Needs))]
    public void Of_TheSameActionInsideARepeat_NamesItToo(StepAction action, string word) =>
        RequiredMeans.Of(CaseOf(new StepAction.Repeat(2, [StepOf(action)]))).Should().Contain(word);

    [Fact]
    public void Of_PlainCalls_NamesTheNodeOnly() =>
        RequiredMeans.Of(CaseOf(new StepAction.Call(new GetController(ControllerDescription.Loopback, "c"))))
            .Should().Equal("node:A");

    [Fact]
    public void Of_AControllerThatIsNamedLiterally_NeedsNoController() =>
        RequiredMeans.Of(CaseOf(new StepAction.Call(new GetController("=nosuch0", "c")))).Should().Equal("node:A");

    [Fact]
    public void Of_ARoleOfAnotherClass_NamesTheIdentity()
    {
        Case testCase = CaseOf(new StepAction.Exit(0)) with
        {
            Roles = [Exporter, new Role("importer", "B", IdentityClass.Supplementary, "022")],
        };

        RequiredMeans.Of(testCase).Should().Equal("identity:supplementary", "node:A", "node:B");
    }

    private static Case CaseOf(StepAction action) => new(
        CaseId.Parse("connect.example/means"), "1.0.0", "Ensure that means are read off.", [], [], [Exporter], [StepOf(action)], []);

    private static Step StepOf(StepAction action) => new("act", Exporter.Name, Step.MainThread, StepPart.Act, action);
}
