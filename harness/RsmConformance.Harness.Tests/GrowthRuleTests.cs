using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests;

public class GrowthRuleTests
{
    private static bool? Judge(params (int Cycles, long Value)[] points)
    {
        var rule = new GrowthRule(new Dictionary<string, int> { ["s"] = 3 });
        bool? last = null;
        foreach ((int cycles, long value) in points)
        {
            last = rule.Add(new StepAction.Measure(MeasureKind.Descriptors, "s", cycles), value);
        }

        return last;
    }

    [Fact]
    public void Add_OnePerCycle_IsGrowth() => Judge((0, 5), (20, 25), (40, 65)).Should().BeTrue();

    [Fact]
    public void Add_Level_IsSteady() => Judge((0, 5), (20, 5), (40, 5)).Should().BeFalse();

    [Fact]
    public void Add_CacheThatFillsOnce_IsSteady() => Judge((0, 5), (20, 40), (40, 40)).Should().BeFalse();

    [Fact]
    public void Add_EverySecondCycle_IsGrowth() => Judge((0, 0), (20, 10), (40, 30)).Should().BeTrue();

    [Fact]
    public void Add_EverySeventeenthCycle_IsGrowth() => Judge((0, 0), (20, 1), (40, 3)).Should().BeTrue();

    [Fact]
    public void Add_OneMoreNowAndThen_IsSteady() => Judge((0, 5), (20, 6), (40, 7)).Should().BeFalse();

    [Fact]
    public void Add_TwoPoints_SaysNothingYet() => Judge((0, 0), (20, 20)).Should().BeNull();
}
