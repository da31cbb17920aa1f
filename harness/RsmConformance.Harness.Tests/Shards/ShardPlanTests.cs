using RsmConformance.Contract;

namespace RsmConformance.Harness.Tests.Shards;

public class ShardPlanTests
{
    private static readonly Case[] Cases = [.. Enumerable.Range(0, 10).Select(n => new Case(Id(n), "1", "", ["a.one"], ["strict"], [], [], []))];

    private static CaseId Id(int number) => CaseId.Parse($"a.one/{number}");

    private static (Plan Plan, ShardNote Note)[] Split(int count, Plan whole, params CaseId[] probes) =>
    [
        .. Enumerable.Range(1, count)
            .Select(i => ShardPlan.Take(whole, new SuiteUnderUse("1", "d", Cases) { Probes = probes }, new Shard(i, count))),
    ];

    [Fact]
    public void Take_EveryShard_CoversThePlanOnceApartFromProbes()
    {
        var whole = new Plan([.. Cases[..7]], [new Unplayable(Cases[7], ["x"])], [new Exclusion(Id(8), "w"), new Exclusion(Id(9), "w")]);

        var shards = Split(3, whole, Id(4), Id(9));

        shards.Should().OnlyContain(s => s.Note.Probes.SequenceEqual(new[] { Id(4) }), "a probe that was not selected is none");
        shards.Should().OnlyContain(s => s.Plan.Planned.Contains(Id(4)) && s.Plan.Planned.Count() + s.Plan.Excluded.Count == Cases.Length);
        shards.SelectMany(s => s.Plan.Planned).Where(id => id != Id(4)).Should().BeEquivalentTo(whole.Planned.Where(id => id != Id(4)));
        shards[1].Plan.Unplayable.Should().ContainSingle();
    }

    [Fact]
    public void Take_NoProbeSelected_MakesTheFirstCaseOne()
    {
        var whole = new Plan([Cases[3]], [], []);

        Split(3, whole, Id(0)).Should().OnlyContain(s => s.Plan.Planned.SequenceEqual(new[] { Id(3) }) && s.Note.Probes.Contains(Id(3)));
    }

    [Fact]
    public void Take_ProbeThatIsNoCase_IsRefused()
    {
        Action act = () => Split(2, new Plan(Cases, [], []), CaseId.Parse("a.one/none"));

        act.Should().Throw<UsageException>().WithMessage("the probe a.one/none is no case of the suite*");
    }
}
