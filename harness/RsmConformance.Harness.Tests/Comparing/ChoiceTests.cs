using RsmConformance.Contract;
using RsmConformance.Harness.Comparing;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Tests.Comparing;

public class ChoiceTests
{
    private static readonly Specification Specification = Specification.Load();
    private static readonly CaseId First = CaseId.Parse("connect.error.bad-addr/null");
    private static readonly CaseId Second = CaseId.Parse("connect.error.bad-addr/unwritable");

    private static readonly PermittedOutcome[] BadOutput =
        [new("RSMERR_BAD_ADDR", "A04.bad-addr"), new("RSMERR_BAD_SEG_HNDL", "A04.bad-seg-hndl"), new("killed", "A04.crash", "D01")];

    [Theory]
    [InlineData("RSMERR_BAD_ADDR", "A04.bad-addr")]
    [InlineData("killed", "A04.crash")]
    public void Sight_OneInterpretation_IsEvidenceOfTheReading(string outcome, string reading)
    {
        Sighting sighting = Sight(outcome, BadOutput)!;

        (sighting.Id, sighting.Answer).Should().Be(("A04", reading));
    }

    [Fact]
    public void Sight_OutcomeOfSeveralReadings_IsEvidenceOfNone() => Sight(
        "RSM_SUCCESS", new PermittedOutcome("RSM_SUCCESS", "A30.success-then-aborted"), new PermittedOutcome("RSM_SUCCESS", "A30.silent-dead-handle", "D17"))
        .Should().BeNull();

    [Fact]
    public void Sight_OutcomeThatTheCaseDoesNotName_IsNoEvidence() => Sight("RSM_SUCCESS", BadOutput).Should().BeNull();

    [Fact]
    public void Sight_SeveralConditions_IsTheChoiceBetweenThem()
    {
        Sighting sighting = Sight("RSMERR_BAD_ADDR", [.. BadOutput, new PermittedOutcome("RSMERR_BAD_CTLR_HNDL")])!;

        sighting.Should().Be(new Sighting("", "which of RSMERR_BAD_ADDR, RSMERR_BAD_CTLR_HNDL, RSMERR_BAD_SEG_HNDL", "RSMERR_BAD_ADDR", First));
    }

    [Fact]
    public void Differs_OtherAnswersInOtherCases_IsNoDifference()
    {
        Choice apart = Of([Seen("a", First)], [Seen("b", Second)], []);

        apart.Differs.Should().BeFalse();
        Enumerable.Range(0, 3).Select(apart.Words).Should().Equal("a in 1 case", "b in 1 case", "not seen");
    }

    [Fact]
    public void Differs_OtherAnswersInOneCase_IsADifferenceHoweverTheCountsAre()
    {
        Of([Seen("a", First), Seen("b", Second)], [Seen("b", First), Seen("a", Second)]).Differs.Should().BeTrue();
        Of([Seen("a", First), Seen("a", First), Seen("b", First)], [Seen("b", First), Seen("a", First)]).Differs.Should().BeFalse();
    }

    private static Sighting? Sight(string outcome, params PermittedOutcome[] permitted) =>
        ChoiceEvidence.Sight(First, new Expectation("connect", null, [.. permitted]), outcome, Specification);

    private static Sighting Seen(string answer, CaseId id) => new("A04", "which", answer, id);

    private static Choice Of(params IReadOnlyList<Sighting>[] seen) => new("A04", "which", seen);
}
