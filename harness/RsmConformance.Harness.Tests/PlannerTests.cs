using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Tests;

public class PlannerTests
{
    private static readonly Specification Spec = Specification.Load();
    private static readonly HashSet<string> OneNode = ["node:A", "identity:owner"];

    private static readonly IReadOnlyList<Case> Suite =
    [
        Make("connect.error.bad-addr/one", "A", "strict"),
        Make("connect.error.bad-addr/two", "B", "strict"),
        Make("disconnect.error.bad-seg-hndl/stale", "A", "hardened"),
    ];

    private static Case Make(string id, string node, string profile) => new(
        CaseId.Parse(id), "1.0.0", "Ensure that x.", [CaseId.Parse(id).Assertion], [profile], [new Role("p", node, IdentityClass.Owner, "022")],
        [new Step("s", "p", "main", StepPart.Act, new StepAction.SetUmask("022"))], []);

    private static Plan Plan(string[]? cases = null, string[]? skip = null, string[]? assertions = null, string profile = "strict") => Planner.Make(
        Suite,
        new CaseSelection(Patterns(cases), Patterns(skip), Patterns(assertions)),
        Spec.Profiles.First(p => p.Name.Value == profile),
        OneNode);

    private static CasePattern[] Patterns(string[]? texts) => [.. (texts ?? []).Select(t => new CasePattern(t))];

    [Fact]
    public void Make_EveryCase_IsPlayableUnplayableOrExcluded()
    {
        Plan plan = Plan();

        plan.Playable.Select(c => c.Id.Text).Should().Equal("connect.error.bad-addr/one");
        plan.Unplayable.Single().Missing.Should().Equal("node:B");
        plan.Excluded.Single().Why.Should().Be("not demanded by profile strict");
        plan.Planned.Should().HaveCount(2, "what cannot be played still needs a verdict");
    }

    [Fact]
    public void Make_SkippedCase_IsExcludedWithThePattern() =>
        Plan(skip: ["**/one"]).Excluded.Should().Contain(e => e.Why == "left out by --skip **/one");

    [Fact]
    public void Make_AssertionAskedFor_ExcludesTheOthers() =>
        Plan(assertions: ["disconnect.**"], profile: "hardened").Playable.Select(c => c.Id.Text).Should().Equal("disconnect.error.bad-seg-hndl/stale");

    [Theory]
    [InlineData("connect.nothing/**")]
    [InlineData("one")]
    public void Make_PatternThatMatchesNothing_IsTheUsersError(string pattern)
    {
        Action act = () => Plan(cases: [pattern]);

        act.Should().Throw<UsageException>().Which.Message.Should().Contain(pattern);
    }
}
