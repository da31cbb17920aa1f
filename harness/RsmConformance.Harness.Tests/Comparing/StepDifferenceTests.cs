using RsmConformance.Contract;
using RsmConformance.Harness.Comparing;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Tests.Reports;

namespace RsmConformance.Harness.Tests.Comparing;

public class StepDifferenceTests
{
    private static readonly ReportInput Run = GeneratedRun.Of(1, Verdict.Pass);
    private static readonly RecordedCase Recorded = Run.Evidence.Values.Single();
    private static readonly Case Played = Run.Cases[Recorded.Case];

    [Fact]
    public void First_TimesOrderAndChosenNumbers_AreNoDifference()
    {
        RecordedCase other = Change("create", e => e with { Outputs = [Id("0x600002")], Why = "later" });
        RecordedCase one = Change("create", e => e with { Outputs = [Id("0x600001")], Allocation = new AllocationSeen(3, false) });

        First(one, other with { Events = [.. other.Events.Reverse().Select(e => e with { TimeNs = e.TimeNs * 2 })] }).Should().BeNull();
    }

    [Fact]
    public void First_SeveralDifferences_NamesTheFirstOfTheScript()
    {
        RecordedCase other = Change("control", e => e with { Code = 27 });
        other = other with { Events = [.. other.Events.Where(e => e.Step != "disconnect" || !e.EndsStep).Reverse()] };

        StepDifference first = First(Recorded, other)!;

        first.Step.Id.Should().Be(StepId.Parse("control"));
        (first.Base, first.Other).Should().Be(("RSM_SUCCESS, imp stored", "RSMERR_PERM_DENIED, imp stored"));
    }

    [Fact]
    public void First_StepThatDidNotEnd_SawNothing()
    {
        StepDifference first = First(Recorded, Recorded with { Events = [.. Recorded.Events.Where(e => e.Step != "disconnect")] })!;

        (first.Step.Id, first.Base, first.Other).Should().Be((StepId.Parse("disconnect"), "RSM_SUCCESS", null));
    }

    [Fact]
    public void First_OutputOrMode_IsADifference()
    {
        RecordedCase untouched = Change("connect", e => e with { Outputs = [new OutputSeen("imp", OutputState.Untouched, null, null, true)] });

        First(Recorded, untouched)!.Other.Should().EndWith("imp untouched");
        First(Change("create", e => e with { Outputs = [Id("1")] }), Change("create", e => e with { Outputs = [Id("2")] })).Should().NotBeNull();
    }

    private static OutputSeen Id(string value) => new("exp", OutputState.Stored, value, null, true);

    private static RecordedCase Change(StepId step, Func<TraceEvent, TraceEvent> change) =>
        Recorded with { Events = [.. Recorded.Events.Select(e => e.Step == step && e.EndsStep ? change(e) : e)] };

    private static StepDifference? First(RecordedCase one, RecordedCase other) => StepDifference.First(Played, one, other);
}
