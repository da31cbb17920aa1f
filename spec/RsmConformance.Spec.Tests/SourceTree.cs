namespace RsmConformance.Spec.Tests;

/// <summary>Finds the data files that these tests were built from.</summary>
internal static class SourceTree
{
    public static string SpecificationFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "RsmConformance.sln")))
            {
                folder = folder.Parent
                    ?? throw new InvalidOperationException("These tests run inside the source tree; RsmConformance.sln was not found above them.");
            }

            return Path.Combine(folder.FullName, "spec");
        }
    }
}
