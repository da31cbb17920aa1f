namespace RsmConformance.House.Tests;

public class ProjectReferencesTests
{
    [Theory]
    [InlineData("Abi", "Spec")]
    [InlineData("Reference", "Spec")]
    [InlineData("Conformance", "Reference")]
    [InlineData("Harness", "Adapters.Reference")]
    [InlineData("Adapters.Agent", "Reference")]
    [InlineData("Cli", "Spec.Tests")]
    public void Check_ForbiddenArrow_IsFound(string from, string to) =>
        ProjectReferences.Check([Project(from, to)]).Should().ContainSingle()
            .Which.Words.Should().Be($"{from} may not reference {to}");

    [Theory]
    [InlineData("Spec", "Abi")]
    [InlineData("Defects", "Reference")]
    [InlineData("Adapters.Reference", "Reference")]
    [InlineData("Adapters.Agent", "Contract")]
    [InlineData("Cli", "Adapters.Agent")]
    [InlineData("Spec.Tests", "Reference")]
    public void Check_AllowedArrow_IsSilent(string from, string to) =>
        ProjectReferences.Check([Project(from, to)]).Should().BeEmpty();

    [Fact]
    public void Check_UnknownProject_IsFound() =>
        ProjectReferences.Check([Project("Newcomer", "Abi")]).Should().ContainSingle()
            .Which.Words.Should().StartWith("Newcomer is not in the list");

    [Fact]
    public void Check_ReferenceInASharedFile_IsFound() =>
        ProjectReferences.Check([Project("Spec", "Abi") with { Path = "Directory.Build.targets" }])
            .Should().ContainSingle();

    [Fact]
    public void Check_BackslashesInTheReference_AreUnderstood()
    {
        var project = Project("Reference", "Spec");
        var backslashes = project with { Text = project.Text.Replace("../", @"..\").Replace("Spec/", @"Spec\") };
        ProjectReferences.Check([backslashes]).Should().ContainSingle();
    }

    private static RepositoryFile Project(string from, string to) => new(
        $"room/RsmConformance.{from}/RsmConformance.{from}.csproj",
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <ProjectReference Include="../RsmConformance.{to}/RsmConformance.{to}.csproj" />
          </ItemGroup>
        </Project>
        """);
}
