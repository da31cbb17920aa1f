namespace RsmConformance.Spec.Tests;

public sealed class UserProfileTests
{
    private const string Acme =
        """
        name: acme
        summary: Our own.
        assertions: strict
        readings:
          A04: [A04.bad-addr]
        tolerated:
          - { deviation: D01, readings: [A04.crash], why: Until the next release. }
        """;

    [Fact]
    public void LoadProfile_OfAUsersFile_IsReadAgainstTheSpecification()
    {
        using var folder = new TemporaryFolder();
        var specification = new SmallSpecification().Read();

        var profile = specification.LoadProfile(folder.Write("acme.yaml", Acme));

        profile.Accepts(new ReadingId("A04.bad-addr")).Should().BeTrue();
        profile.Accepts(new ReadingId("A04.crash")).Should().BeFalse();
        profile.Tolerates(new ReadingId("A04.crash"))!.Why.Should().Be("Until the next release.");
        profile.Tolerates(new DeviationId("D01"))!.Deviation.Should().Be(new DeviationId("D01"));
        specification.AssertionsOf(profile).Should().HaveCount(2);
        specification.Find(new ProfileName("acme")).Should().BeNull("the user's profile is not part of the specification");
    }

    [Fact]
    public void LoadProfile_OfOneTextInTwoPlaces_HasOneDigest()
    {
        using var folder = new TemporaryFolder();
        var specification = new SmallSpecification().Read();

        var first = specification.LoadProfile(folder.Write("acme.yaml", Acme)).Digest;

        specification.LoadProfile(folder.Write("copy.yaml", Acme)).Digest.Should().Be(first);
        specification.LoadProfile(folder.Write("other.yaml", Acme + "# more")).Digest.Should().NotBe(first);
    }

    [Fact]
    public void LoadProfile_WithTheNameOfAShippedOne_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.yaml", Acme.Replace("name: acme", "name: strict", StringComparison.Ordinal));

        FluentActions.Invoking(() => new SmallSpecification().Read().LoadProfile(path)).Should().Throw<SpecificationException>()
            .WithMessage($"{path}:1: the specification has a profile 'strict' of its own; give this one another name*");
    }

    [Fact]
    public void LoadProfile_WithAnUnknownReading_NamesTheUsersFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("mine.yaml", Acme.Replace("[A04.bad-addr]", "[A04.x]", StringComparison.Ordinal));

        FluentActions.Invoking(() => new SmallSpecification().Read().LoadProfile(path)).Should().Throw<SpecificationException>()
            .WithMessage($"{path}:5: reading 'A04.x' is not declared in interpretation A04; use one of A04.bad-addr, A04.crash");
    }

    [Fact]
    public void LoadProfile_ThatIsNotThere_NamesThePath() =>
        FluentActions.Invoking(() => new SmallSpecification().Read().LoadProfile("no/such.yaml")).Should().Throw<SpecificationException>()
            .WithMessage("no/such.yaml: the file does not exist; check the path");

    [Fact]
    public void LoadProfile_OfAFolder_SaysThatItCannotBeRead()
    {
        using var folder = new TemporaryFolder();

        FluentActions.Invoking(() => new SmallSpecification().Read().LoadProfile(folder.Path)).Should().Throw<SpecificationException>()
            .WithMessage($"{folder.Path}: the file cannot be read; *");
    }
}
