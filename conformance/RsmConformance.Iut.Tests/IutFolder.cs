namespace RsmConformance.Iut.Tests;

/// <summary>The folder <c>conformance/iut</c> that these tests were built from.</summary>
internal static class IutFolder
{
    public static string Library => Path.Combine(Root, "librsm");

    public static string Programs => Path.Combine(Root, "tests");

    public static string Zoo => Path.Combine(Root, "zoo");

    /// <summary>The script that runs the suite on each defect.</summary>
    public static string Hunt => Path.Combine(Root, "hunt");

    /// <summary>The bed of the library where it is built in its own folder.</summary>
    public static string Bed => Path.Combine(Root, "..", "beds", "librsm.yaml");

    /// <summary>The bed descriptions.</summary>
    public static string Beds => Path.Combine(Root, "..", "beds");

    /// <summary>The sources of the agent.</summary>
    public static string Agent => Path.Combine(Root, "..", "..", "harness", "agent");

    /// <summary>The program that <c>ci/build</c> makes.</summary>
    public static string Suite =>
        Path.Combine(Root, "..", "..", "harness", "RsmConformance.Cli", "bin", "Release", "net10.0", "rsm-conformance");

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
