using System.Reflection;
using System.Text.RegularExpressions;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>A project that this program carries as files, with the DLLs that it builds against.</summary>
/// <param name="kind">Which.</param>
/// <param name="libraries">The assemblies of this program that go with it.</param>
internal sealed partial class Skeleton(string kind, IReadOnlyList<Assembly> libraries)
{
    private const string Root = "skeletons/";
    private const string Suffix = ".template";
    private const string NameMark = "@NAME@";
    private const string LibraryFolder = "lib";

    /// <summary>Writes the project.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The files.</returns>
    /// <exception cref="UsageException">Something is there already, or nothing can be written there.</exception>
    public IReadOnlyList<string> Write(string folder)
    {
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                throw new UsageException($"{folder}: is there and not empty; nothing is overwritten: give a folder that is new or empty");
            }

            List<string> files = WriteFiles(folder);
            return libraries.Count == 0 ? files : [.. files, .. WriteLibraries(Path.Combine(folder, LibraryFolder))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{folder}: cannot be written ({e.Message}); give a folder that can be", e);
        }
    }

    private List<string> WriteFiles(string folder)
    {
        string name = NameOf(folder);
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        Assembly program = typeof(Skeleton).Assembly;
        string prefix = $"{Root}{kind}/";
        foreach (string resource in program.GetManifestResourceNames().Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(resource)!);
            string file = Path.Combine(folder, resource[prefix.Length..^Suffix.Length].Replace(NameMark, name));
            File.WriteAllText(file, reader.ReadToEnd().Replace(NameMark, name));
            written.Add(file);
        }

        return written;
    }

    private List<string> WriteLibraries(string folder)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (string source in libraries.SelectMany(l => (string[])[l.Location, Path.ChangeExtension(l.Location, ".xml")]).Where(File.Exists))
        {
            string target = Path.Combine(folder, Path.GetFileName(source));
            File.Copy(source, target);
            written.Add(target);
        }

        return written;
    }

    // The name of the folder as far as it can be the name of a namespace.
    private static string NameOf(string folder)
    {
        string name = Unfit().Replace(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), "");
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "MyRsm" + name;
    }

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex Unfit();
}
