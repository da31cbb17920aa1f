using System.Globalization;

namespace RsmConformance.Spec.Tests;

public sealed class ShippedInterpretationTests
{
    private static readonly Specification Shipped = Specification.Load();

    [Fact]
    public void Interpretations_AreNumberedFromOneToFiftyWithoutGap() =>
        Shipped.Interpretations.Select(interpretation => interpretation.Id.Value)
            .Should().Equal(Enumerable.Range(1, 50).Select(n => "A" + n.ToString("D2", CultureInfo.InvariantCulture)));

    [Fact]
    public void Interpretations_AllHaveContextDecisionAndConsequences()
    {
        foreach (var interpretation in Shipped.Interpretations)
        {
            interpretation.Body.Should().ContainAll("## Context", "## Decision", "## Consequences");
            interpretation.Body.Should().StartWith($"# {interpretation.Id}: {interpretation.Title}");
        }
    }

    [Fact]
    public void Readings_AreAllAcceptedOrToleratedBySomeProfile() =>
        Shipped.Interpretations.SelectMany(interpretation => interpretation.Readings)
            .Should().OnlyContain(reading => Shipped.Profiles.Any(p => p.Accepts(reading.Id) || p.Tolerates(reading.Id) != null));

    [Fact]
    public void Find_OfAReading_ReturnsItsStatementOrNull()
    {
        Shipped.Find(new ReadingId("A04.bad-addr"))!.Statement.Should().Contain("RSMERR_BAD_ADDR");
        Shipped.Find(new ReadingId("A04.success")).Should().BeNull();
        Shipped.Find(new InterpretationId("A04"))!.Readings.Should().HaveCount(3);
        Shipped.Find(new InterpretationId("A99")).Should().BeNull();
    }
}
