using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;
using RsmConformance.Reference;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests.Repro;

/// <summary>Failures of a deviating reference, reduced. With D11 connect grants the mode 0.</summary>
public class ShrinkerTests(RecordedSuite suite)
{
    private static readonly Behaviour Deviating = new(new Choices(), Deviations.Of(Reference.Deviation.D11));

    [Fact]
    public void Shrink_EveryFailingCase_FailsForTheSameAssertionWithNoMoreSteps()
    {
        using var adapter = new ReferenceAdapter(Deviating);
        Played[] failures = [.. Failures(adapter).Take(6)];
        failures.Should().NotBeEmpty();

        foreach (Played failure in failures)
        {
            Shrunk shrunk = Shrink(adapter, failure);

            shrunk.Failing.Should().NotBeNull("{0}: {1}", failure.Case.Id, string.Join("; ", shrunk.Notes));
            shrunk.Failing!.Judgement.Verdict.Should().Be(failure.Judgement.Verdict);
            shrunk.Failing.Case.Script.Count.Should().BeLessThanOrEqualTo(failure.Case.Script.Count);
            shrunk.Failing.Case.Script.Should().NotContain(s => s.Part == StepPart.Control, "what fails without the control needs none");
        }
    }

    [Fact]
    public void Shrink_RandomWalkThatFails_IsReducedToFewSteps()
    {
        using var adapter = new ReferenceAdapter(Deviating);
        Player player = PlayerOf(adapter);
        Played failure = Enumerable.Range(1, 200)
            .Select(seed => player.Play(Random(seed).ToCase()))
            .First(p => p.IsFailure);

        Shrunk shrunk = Shrink(adapter, failure);

        shrunk.Failing!.Case.Script.Count.Should().BeLessThanOrEqualTo(6, "{0}", shrunk.Words);
        shrunk.Failing.Case.Roles.Count.Should().Be(1);
    }

    [Fact]
    public void Shrink_SameFailureTwice_SameReductionAndSameProgram()
    {
        using var adapter = new ReferenceAdapter(Deviating);
        Played failure = Failures(adapter).First();
        var printer = new ProgramPrinter(suite.Specification, suite.Bed);

        string[] programs = [.. Enumerable.Range(0, 2).Select(_ => printer.Print(Shrink(adapter, failure)))];

        programs[1].Should().Be(programs[0]);
    }

    [Fact]
    public void Shrink_CaseThatDoesNotFail_SaysSo()
    {
        using var adapter = new ReferenceAdapter();
        Case passing = suite.Playable[0];

        Shrunk shrunk = new Shrinker(PlayerOf(adapter), null, ShrinkLimits.Usual).Shrink(passing, Verdict.Fail, passing.Assertions[0]);

        shrunk.Failing.Should().BeNull();
        shrunk.Notes.Should().ContainSingle().Which.Should().Contain("did not fail so again");
    }

    [Fact]
    public void Shrink_LimitOfPlaysReached_SaysThatASmallerOneMayExist()
    {
        using var adapter = new ReferenceAdapter(Deviating);
        Played failure = Failures(adapter).First();

        Shrunk shrunk = new Shrinker(PlayerOf(adapter), null, ShrinkLimits.Usual with { Plays = 2 })
            .Shrink(failure.Case, failure.Judgement.Verdict, failure.Judgement.Assertion);

        shrunk.Failing.Should().NotBeNull();
        shrunk.Notes.Should().Contain(n => n.Contains("stopped after 2 plays", StringComparison.Ordinal));
    }

    private static Walk Random(int seed)
    {
        var random = new Random(seed);
        return new Walk(seed, [.. Enumerable.Range(0, 60).Select(_ => new Move(random.Next(12), random.Next(390), random.Next(2), random.Next(720)))], 0);
    }

    private IEnumerable<Played> Failures(ReferenceAdapter adapter)
    {
        Player player = PlayerOf(adapter);
        return suite.Playable.Where(c => c.Profiles.Contains("strict")).Select(player.Play).Where(p => p.IsFailure);
    }

    private Shrunk Shrink(ReferenceAdapter adapter, Played failure)
    {
        using var sound = new ReferenceAdapter();
        return new Shrinker(PlayerOf(adapter), PlayerOf(sound), ShrinkLimits.Usual)
            .Shrink(failure.Case, failure.Judgement.Verdict, failure.Judgement.Assertion);
    }

    private Player PlayerOf(ReferenceAdapter adapter) => new(
        adapter, suite.Bed, suite.Specification.Profiles.First(p => p.Name.Value == "strict"), new RunSettings("test", RunSettings.DefaultStepLimit, 1));
}
