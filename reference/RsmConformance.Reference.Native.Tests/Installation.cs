namespace RsmConformance.Reference.Native.Tests;

/// <summary>What <c>ci/native</c> has installed, and the sources beside the tests.</summary>
internal static class Installation
{
    public static string Root { get; } = FindRoot();

    public static string Programs { get; } = Path.Combine(Root, "reference", "RsmConformance.Reference.Native.Tests", "programs");

    public static string Prefix { get; } = Path.Combine(Root, "out", "native");

    public static string Include { get; } = Path.Combine(Prefix, "include");

    public static string Libraries { get; } = Path.Combine(Prefix, "lib");

    public static string Library { get; } = Existing(Path.Combine(Libraries, "librsm.so.2"));

    private static string Existing(string path) => File.Exists(path)
        ? path : throw new InvalidOperationException($"{path} is not there: run ci/native, which builds and installs it");

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "RsmConformance.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("these tests run inside the repository");
    }
}
