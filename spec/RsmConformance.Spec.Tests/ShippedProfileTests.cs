namespace RsmConformance.Spec.Tests;

public sealed class ShippedProfileTests
{
    private static readonly Specification Shipped = Specification.Load();

    private static Profile Strict => Shipped.Find(new ProfileName("strict"))!;

    private static Profile Hardened => Shipped.Find(new ProfileName("hardened"))!;

    private static Profile Historical => Shipped.Find(new ProfileName("historical"))!;

    [Fact]
    public void Profiles_AreTheThree_AndTagTheirOwnAssertions()
    {
        Shipped.Profiles.Select(profile => profile.Name.Value).Should().Equal("hardened", "historical", "strict");
        Shipped.Profiles.Should().OnlyContain(profile => profile.Assertions == profile.Name);
        Shipped.Find(new ProfileName("lenient")).Should().BeNull();
    }

    [Fact]
    public void StrictAndHardened_TolerateNothing()
    {
        Strict.Tolerated.Should().BeEmpty();
        Hardened.Tolerated.Should().BeEmpty();
        Strict.Tolerates(new ReadingId("A02.granted")).Should().BeNull();
    }

    [Fact]
    public void Hardened_DemandsMoreThanStrict_AndAcceptsLess()
    {
        Shipped.AssertionsOf(Hardened).Should().HaveCount(Shipped.Assertions.Count);
        Shipped.AssertionsOf(Strict).Should().NotContain(assertion => assertion.Kind == AssertionKind.Robustness);

        var dropped = Strict.Readings.Values.SelectMany(list => list).Where(reading => !Hardened.Accepts(reading));
        dropped.Select(reading => reading.Value).Should().Equal("A07.undefined", "A33.undefined", "A34.undefined");
        Hardened.Readings.Values.SelectMany(list => list).Should().OnlyContain(reading => Strict.Accepts(reading));
    }

    [Fact]
    public void Historical_ForgivesWhateverStrictAccepts()
    {
        foreach (var reading in Strict.Readings.Values.SelectMany(list => list))
        {
            (Historical.Accepts(reading) || Historical.Tolerates(reading) is not null).Should().BeTrue("{0} conforms", reading);
        }
    }

    [Theory]
    [InlineData("A02.granted", "D11")]
    [InlineData("A04.crash", "D01")]
    [InlineData("A05.other", "D03")]
    [InlineData("A10.internal-error", "D07")]
    [InlineData("A11.internal-error", "D07")]
    [InlineData("A30.silent-dead-handle", "D17")]
    [InlineData("A31.perm-denied-instead", "D13")]
    [InlineData("A38.implicit-map-gone", "D36")]
    [InlineData("A43.bad-perms", "D26")]
    [InlineData("A43.owner-digit-map", "D24")]
    [InlineData("A23.override-no-map", "D25")]
    public void Historical_ToleratesAReading_AsItsDeviation(string reading, string deviation)
    {
        var id = new ReadingId(reading);

        Historical.Accepts(id).Should().BeFalse();
        Historical.Tolerates(id)!.Deviation.Should().Be(new DeviationId(deviation));
        Historical.Tolerates(new DeviationId(deviation))!.Readings.Should().Contain(id);
        Strict.Accepts(id).Should().BeFalse();
    }

    [Theory]
    [InlineData("A03.bad-perms")]
    [InlineData("A17.reserved-segid")]
    [InlineData("A40.conn-aborted")]
    public void Historical_ToleratesAFindingWithoutNumber_WithItsReason(string reading)
    {
        var tolerance = Historical.Tolerates(new ReadingId(reading));

        tolerance!.Deviation.Should().BeNull();
        tolerance.Why.Should().NotBeEmpty();
    }

    [Fact]
    public void Historical_NamesEveryDeviationThatAnImplementationCanShow()
    {
        // D42's window cannot be aimed at, D12 and D22 are what the page asks for or permits, D16 brings a machine down.
        string[] unseen = ["D12", "D16", "D22", "D42"];

        Shipped.Deviations.Where(deviation => Historical.Tolerates(deviation.Id) is null)
            .Select(deviation => deviation.Id.Value).Should().Equal(unseen);
    }

    [Fact]
    public void Find_OfADeviation_ReturnsItOrNull()
    {
        Shipped.Find(new DeviationId("D11"))!.Imitable.Should().BeTrue();
        Shipped.Find(new DeviationId("D16"))!.Class.Should().Be(DeviationClass.KernelHazard);
        Shipped.Find(new DeviationId("D99")).Should().BeNull();
    }
}
