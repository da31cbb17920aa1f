using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Harness.Tests;

public class StepScheduleTests
{
    private static Step Step(string id, string role, string thread = "main", params string[]? after) =>
        new(id, role, thread, StepPart.Act, new StepAction.SetUmask("022"), after is null or [] ? null : [.. after.Select(a => (StepId)a)]);

    private static string[] Names(IEnumerable<Step> steps) => [.. steps.Select(s => s.Id.Text)];

    [Fact]
    public void TakeReady_StepsOfOneThread_GoOutTogether()
    {
        var schedule = new StepSchedule([Step("a", "p"), Step("b", "p"), Step("c", "q")]);

        Names(schedule.TakeReady()).Should().Equal("a", "b");
        Names(schedule.TakeReady()).Should().BeEmpty("c waits for b");
    }

    [Fact]
    public void TakeReady_AfterTheStepBefore_HandsOutTheNext()
    {
        var schedule = new StepSchedule([Step("a", "p"), Step("b", "q")]);
        schedule.TakeReady();

        schedule.TryComplete("a").Should().BeTrue();

        Names(schedule.TakeReady()).Should().Equal("b");
    }

    [Fact]
    public void TakeReady_TwoStepsAfterTheSame_RunSideBySide()
    {
        var schedule = new StepSchedule([Step("a", "p"), Step("held", "p", "t1", "a"), Step("other", "q", "main", "a"), Step("end", "p", "main", "held", "other")]);
        schedule.TakeReady();
        schedule.TryComplete("a");

        Names(schedule.TakeReady()).Should().Equal("held");
        Names(schedule.TakeReady()).Should().Equal("other");
        Names(schedule.InFlight).Should().Equal("held", "other");
        schedule.TryComplete("other");
        Names(schedule.TakeReady()).Should().BeEmpty("end waits for both");
        schedule.TryComplete("held");
        Names(schedule.TakeReady()).Should().Equal("end");
    }

    [Fact]
    public void TryComplete_StepThatWasNotHandedOut_IsRefused()
    {
        var schedule = new StepSchedule([Step("a", "p"), Step("b", "q")]);

        schedule.TryComplete("b").Should().BeFalse();
    }

    [Fact]
    public void Constructor_StepWaitsForALaterOne_Throws()
    {
        Action act = () => _ = new StepSchedule([Step("a", "p", "main", "b"), Step("b", "p")]);

        act.Should().Throw<ArgumentException>().WithMessage("*a waits for b*");
    }

    [Fact]
    public void Constructor_TwoStepsOfOneName_Throws()
    {
        Action act = () => _ = new StepSchedule([Step("a", "p"), Step("a", "q")]);

        act.Should().Throw<ArgumentException>().WithMessage("*called a*");
    }
}
