namespace RsmConformance.Spec.Tests;

public sealed class LoadingTests
{
    [Fact]
    public void Load_ComparedWithTheFolder_IsTheSameSpecification()
    {
        var embedded = Specification.Load();
        var folder = Specification.LoadFrom(SourceTree.SpecificationFolder);

        folder.Digest.Should().Be(embedded.Digest);
        folder.Assertions.Should().BeEquivalentTo(embedded.Assertions, options => options.WithStrictOrdering());
        folder.Interpretations.Should().BeEquivalentTo(embedded.Interpretations, options => options.WithStrictOrdering());
        folder.Deviations.Should().BeEquivalentTo(embedded.Deviations, options => options.WithStrictOrdering());
        folder.Profiles.Should().BeEquivalentTo(embedded.Profiles, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Digest_WhenOneCharacterChanges_IsAnother()
    {
        var small = new SmallSpecification();
        var changed = small.Replacing(SmallSpecification.AssertionsPath, "Success is 0.", "Success is 0!");

        changed.Read().Digest.Should().NotBe(small.Read().Digest);
        small.Read().Digest.Value.Should().MatchRegex("^[0-9a-f]{64}$");
        small.Read().Digest.ToString().Should().Be("sha256:" + small.Read().Digest.Value);
    }

    [Fact]
    public void LoadFrom_FilesWithOtherLineEnds_HasTheSameDigest()
    {
        using var unix = new TemporaryFolder();
        using var dos = new TemporaryFolder();
        var small = new SmallSpecification();
        small.WriteTo(unix.Path);
        small.With(SmallSpecification.ProfilePath, small[SmallSpecification.ProfilePath].Replace("\n", "\r\n", StringComparison.Ordinal)).WriteTo(dos.Path);

        Specification.LoadFrom(dos.Path).Digest.Should().Be(Specification.LoadFrom(unix.Path).Digest);
    }

    [Fact]
    public void LoadFrom_AFolderThatIsNotThere_NamesIt() =>
        FluentActions.Invoking(() => Specification.LoadFrom("no/such/folder")).Should().Throw<SpecificationException>()
            .WithMessage("no/such/folder: the folder does not exist; name the folder that holds assertions/*");

    [Theory]
    [InlineData(SmallSpecification.DeviationsPath, "deviations.yaml: the file does not exist; check the path")]
    [InlineData(SmallSpecification.ProfilePath, "profiles/: the folder does not exist; *")]
    public void LoadFrom_AFolderThatLacksAPart_NamesThePart(string missing, string message)
    {
        using var folder = new TemporaryFolder();
        new SmallSpecification().Without(missing).WriteTo(folder.Path);

        FluentActions.Invoking(() => Specification.LoadFrom(folder.Path)).Should().Throw<SpecificationException>().WithMessage(message);
    }

    [Fact]
    public void LoadFrom_AFileWithAnotherExtension_RefusesInsteadOfSkippingIt()
    {
        using var folder = new TemporaryFolder();
        new SmallSpecification().With("assertions/more.yml", "- id: x").WriteTo(folder.Path);

        FluentActions.Invoking(() => Specification.LoadFrom(folder.Path)).Should().Throw<SpecificationException>()
            .WithMessage("assertions/more.yml: the file does not end in .yaml; rename it*");
    }

    [Fact]
    public void LoadFrom_AFileThatIsNotText_SaysSo()
    {
        using var folder = new TemporaryFolder();
        new SmallSpecification().WriteTo(folder.Path);
        File.WriteAllBytes(Path.Combine(folder.Path, SmallSpecification.DeviationsPath), [0x2d, 0xff, 0xfe]);

        FluentActions.Invoking(() => Specification.LoadFrom(folder.Path)).Should().Throw<SpecificationException>()
            .WithMessage("deviations.yaml: the file is not UTF-8 text; save it as UTF-8");
    }
}
