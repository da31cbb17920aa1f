namespace RsmConformance.Iut.Tests;

/// <summary>The folder <c>conformance/iut</c> that these tests were built from.</summary>
internal static class IutFolder
{
    public static string Library => Path.Combine(Root, "librsm");

    public static string Programs => Path.Combine(Root, "tests");

    public static string Zoo => Path.Combine(Root, "zoo");

    private static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RsmConformance.sln")))
            {
                folder = folder.Parent;
            }

            return folder is null
                ? throw new InvalidOperationException("the tests do not run inside the repository")
                : Path.Combine(folder.FullName, "conformance", "iut");
        }
    }
}
