namespace RsmConformance.House.Tests;

public class HouseRulesTests
{
    [Fact]
    public void ProjectReferences_ThisRepository_FollowTheDesign() => Obeys(ProjectReferences.Check);

    [Fact]
    public void SolutionMembers_ThisRepository_AreComplete() => Obeys(SolutionMembers.Check);

    [Fact]
    public void NativeRooms_ThisRepository_HoldAllPointers() => Obeys(NativeRooms.Check);

    [Fact]
    public void DocumentLinks_ThisRepository_LeadSomewhere() => Obeys(DocumentLinks.Check);

    [Fact]
    public void Tidiness_ThisRepository_IsKept() => Obeys(Tidiness.Check);

    [Fact]
    public void MachinePaths_ThisRepository_AreAbsent() => Obeys(MachinePaths.Check);

    [Fact]
    public void Files_ThisRepository_AreReadWithoutBuildOutput()
    {
        var paths = Repository.Files.Select(file => file.Path).ToArray();
        paths.Should().Contain(["RsmConformance.sln", "ci/test", "spec/RsmConformance.Abi/RsmConformance.Abi.csproj"]);
        paths.Should().NotContain(path => path.Contains("/obj/") || path.Contains("/bin/") || path.StartsWith(".git/"));
    }

    private static void Obeys(Func<IReadOnlyList<RepositoryFile>, IEnumerable<Finding>> check)
    {
        var findings = check(Repository.Files).ToArray();
        if (findings.Length > 0)
        {
            Assert.Fail(string.Join('\n', findings.Select(finding => finding.ToString())));
        }
    }
}
