using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>What must hold of what the cases state from the page.</summary>
public sealed class ExpectationTests
{
    private static readonly Specification Page = Specification.Load();
    private static readonly HashSet<string> Assertions = [.. Page.Assertions.Select(a => a.Id.Value)];
    private static readonly HashSet<string> Readings = [.. Page.Interpretations.SelectMany(i => i.Readings).Select(r => r.Id.Value)];
    private static readonly HashSet<string> Deviations = [.. Page.Deviations.Select(d => d.Id.Value)];

    [Fact]
    public void Case_Assertions_AreOfTheSpecification() => EveryCase.Satisfies(testCase =>
    {
        testCase.Assertions.Should().OnlyHaveUniqueItems();
        testCase.Assertions[0].Should().Be(testCase.Id.Assertion);
        testCase.Assertions.Should().BeSubsetOf(Assertions);
        RequiredMeans.Flatten(testCase.Script).Select(s => s.About).OfType<string>().Should().BeSubsetOf(testCase.Assertions);
    });

    [Fact]
    public void Case_Profiles_AreThoseThatDemandTheAssertion() => EveryCase.Satisfies(testCase =>
    {
        Assertion main = Page.Assertions.Single(a => a.Id.Value == testCase.Id.Assertion);
        testCase.Profiles.Should().BeSubsetOf(main.Profiles.Select(p => p.Value));
        testCase.Profiles.Should().Contain("hardened");
    });

    [Fact]
    public void Expected_Steps_AreActsOrFrames() => EveryCase.Satisfies(testCase =>
    {
        Dictionary<StepId, Step> steps = RequiredMeans.Flatten(testCase.Script).ToDictionary(s => s.Id);
        testCase.Expected.Should().NotBeEmpty();
        testCase.Expected.Select(e => (e.Step, e.Value)).Should().OnlyHaveUniqueItems();
        foreach (Expectation expected in testCase.Expected)
        {
            steps[expected.Step].Part.Should().BeOneOf(StepPart.Act, StepPart.Frame);
            expected.Outcomes.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        }
    });

    [Fact]
    public void Expected_Outcomes_AreWordsReadingsAndDeviationsThatExist() => EveryCase.Satisfies(testCase =>
    {
        foreach (PermittedOutcome outcome in testCase.Expected.SelectMany(e => e.Outcomes))
        {
            (outcome.Outcome is OutcomeName.Data or OutcomeName.AnyData or OutcomeName.Done or OutcomeName.Fault
                or OutcomeName.Steady or OutcomeName.Growth or OutcomeName.Killed or OutcomeName.Exited || Enum.IsDefined(typeof(RsmError), outcome.Outcome))
                .Should().BeTrue("{0} is an outcome", outcome.Outcome);
            (outcome.Reading is null || Readings.Contains(outcome.Reading)).Should().BeTrue("{0} is a reading", outcome.Reading);
            (outcome.Deviation is null || Deviations.Contains(outcome.Deviation)).Should().BeTrue("{0} is a deviation", outcome.Deviation);
        }
    });

    [Fact]
    public void Expected_UnderEveryProfileOfTheCase_LeavesSomething() => EveryCase.Satisfies(testCase =>
    {
        foreach (Profile profile in Page.Profiles.Where(p => testCase.Profiles.Contains(p.Name.Value)))
        {
            foreach (Expectation expected in testCase.Expected)
            {
                expected.Outcomes.Should().Contain(
                    o => o.Reading == null || profile.Accepts(new ReadingId(o.Reading)),
                    "{0} of {1} must be able to pass under {2}", expected.Step, testCase.Id, profile.Name);
            }
        }
    });

    [Fact]
    public void Act_ThatMustFail_HasAControlOrAWrittenExemption() => EveryCase.Satisfies(testCase =>
    {
        Step[] steps = [.. RequiredMeans.Flatten(testCase.Script)];
        bool mustFail = testCase.Expected
            .Where(e => steps.Single(s => s.Id == e.Step).Part == StepPart.Act)
            .Any(e => e.Outcomes.All(o => o.Outcome.StartsWith("RSMERR_", StringComparison.Ordinal)));
        bool controlled = steps.Any(s => s.Part == StepPart.Control);
        if (mustFail && !controlled)
        {
            Exemptions.FromControl.Should().Contain(e => testCase.Id.Text.StartsWith(e.Prefix, StringComparison.Ordinal), "{0} has an act that must fail", testCase.Id);
        }
    });

    [Fact]
    public void Exemptions_All_AreNeeded()
    {
        foreach ((string prefix, string why) in Exemptions.FromControl)
        {
            Catalogue.All.Should().Contain(c => c.Id.Text.StartsWith(prefix, StringComparison.Ordinal));
            why.Should().NotBeEmpty();
        }
    }
}
