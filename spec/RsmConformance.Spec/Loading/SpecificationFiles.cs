using System.Reflection;

namespace RsmConformance.Spec.Loading;

/// <summary>Finds the files of the specification, inside the assembly or in a folder, always in the same order.</summary>
internal static class SpecificationFiles
{
    public const string Assertions = "assertions/";
    public const string Interpretations = "interpretations/";
    public const string Profiles = "profiles/";
    public const string Deviations = "deviations.yaml";

    private const string ResourcePrefix = "spec/";

    private static readonly (string Folder, string Extension)[] Folders =
        [(Assertions, ".yaml"), (Interpretations, ".md"), (Profiles, ".yaml")];

    public static IReadOnlyList<SpecificationFile> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return SpecificationFile.Read(name[ResourcePrefix.Length..], stream);
            })
            .ToArray();
    }

    public static IReadOnlyList<SpecificationFile> In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SourcePosition(folder, null).Fault(
                "the folder does not exist", "name the folder that holds assertions/, interpretations/, profiles/ and deviations.yaml");
        }

        return Folders.SelectMany(f => FilesOf(folder, f.Folder, f.Extension))
            .Append(SpecificationFile.ReadFrom(Path.Combine(folder, Deviations), Deviations))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();
    }

    private static IEnumerable<SpecificationFile> FilesOf(string root, string folder, string extension)
    {
        var location = Path.Combine(root, folder);
        if (!Directory.Exists(location))
        {
            throw new SourcePosition(folder, null).Fault(
                "the folder does not exist", "a specification has assertions/, interpretations/, profiles/ and deviations.yaml");
        }

        foreach (var file in Directory.EnumerateFiles(location))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith('.'))
            {
                continue;
            }

            // A misspelt extension must not make a file's statements vanish.
            if (Path.GetExtension(name) != extension)
            {
                throw new SourcePosition(folder + name, null).Fault(
                    $"the file does not end in {extension}", "rename it, or move it out of the folder");
            }

            yield return SpecificationFile.ReadFrom(file, folder + name);
        }
    }
}
