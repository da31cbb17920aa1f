namespace RsmConformance.Defects.Tests;

/// <summary>Where the repository is: the folder above the tests that holds the solution.</summary>
internal static class Repository
{
    public static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RsmConformance.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the repository");
        }
    }
}
