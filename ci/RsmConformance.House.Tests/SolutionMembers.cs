using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests;

/// <summary>
/// Every project is in the solution and has its lock file. A test project outside the solution would never run; a
/// locked restore writes a lock file that is missing instead of refusing it.
/// </summary>
internal static partial class SolutionMembers
{
    public static IEnumerable<Finding> Check(IReadOnlyList<RepositoryFile> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet();
        var projects = files.Where(file => file.Is(".csproj")).ToArray();
        var solution = files.Single(file => file.Is(".sln"));
        var listed = ProjectPath().Matches(solution.Text)
            .Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();

        return
        [
            .. projects.Where(project => !listed.Contains(project.Path))
                .Select(project => project.At(0, $"not in {solution.Path}: dotnet sln add {project.Path}")),
            .. listed.Where(path => !paths.Contains(path))
                .Select(path => solution.At(0, $"{path} does not exist")),
            .. projects.Where(project => !paths.Contains($"{project.Folder}/packages.lock.json"))
                .Select(project => project.At(0, "has no packages.lock.json: run dotnet restore and add it")),
        ];
    }

    [GeneratedRegex("""^Project\(.*, "(?<path>[^"]*\.csproj)", """, RegexOptions.Multiline)]
    private static partial Regex ProjectPath();
}
