namespace RsmConformance.House.Tests;

/// <summary>The text files under the folder of RsmConformance.sln, without what .gitignore leaves out.</summary>
internal static class Repository
{
    private const string Solution = "RsmConformance.sln";

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<RepositoryFile> Files { get; } = Read(Root);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"no {Solution} above {AppContext.BaseDirectory}");
    }

    private static List<RepositoryFile> Read(string root)
    {
        string[] ignored = [".git", .. File.ReadAllLines(Path.Combine(root, ".gitignore"))];
        var folders = ignored.Select(line => line.TrimEnd('/')).ToHashSet();
        var endings = ignored.Where(line => line.StartsWith('*')).Select(line => line[1..]).ToArray();

        var files = new List<RepositoryFile>();
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(root)]);
        while (pending.TryPop(out var folder))
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (folders.Contains(entry.Name) || endings.Any(entry.Name.EndsWith) || entry.LinkTarget is not null)
                {
                    continue;
                }
                if (entry is DirectoryInfo inner)
                {
                    pending.Push(inner);
                }
                else if (File.ReadAllText(entry.FullName) is var text && !text.Contains('\0'))
                {
                    files.Add(new(Path.GetRelativePath(root, entry.FullName).Replace('\\', '/'), text));
                }
            }
        }
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
