namespace RsmConformance.House.Tests;

public class SolutionMembersTests
{
    private static readonly RepositoryFile Solution = new("House.sln", """
        Project("{1}") = "A", "room\A\A.csproj", "{2}"
        EndProject
        """);

    private static readonly RepositoryFile[] Complete =
        [Solution, new("room/A/A.csproj", ""), new("room/A/packages.lock.json", "")];

    [Fact]
    public void Check_EveryProjectListedAndLocked_IsSilent() => SolutionMembers.Check(Complete).Should().BeEmpty();

    [Fact]
    public void Check_ProjectOutsideTheSolution_IsFound() =>
        SolutionMembers.Check([.. Complete, new("room/B/B.csproj", ""), new("room/B/packages.lock.json", "")])
            .Should().ContainSingle().Which.Path.Should().Be("room/B/B.csproj");

    [Fact]
    public void Check_ListedProjectWithoutAFile_IsFound() =>
        SolutionMembers.Check([Solution]).Should().ContainSingle().Which.Words.Should().Contain("does not exist");

    [Fact]
    public void Check_ProjectWithoutALockFile_IsFound() =>
        SolutionMembers.Check(Complete[..2]).Should().ContainSingle()
            .Which.Words.Should().Contain("packages.lock.json");
}
