using RsmConformance.Harness;

namespace RsmConformance.Cli.Rendering;

/// <summary>Writes a text into a file that the user chose, or that stands beside the results.</summary>
internal static class TextOutput
{
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string file, string text) => Do(file, () => File.WriteAllText(file, text));

    /// <summary>Tells before long work whether its result could be written; nothing is left behind.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Check(string file) => Do(file, () =>
    {
        bool isNew = !File.Exists(file);
        using (File.Open(file, FileMode.OpenOrCreate, FileAccess.Write))
        {
        }

        if (isNew)
        {
            File.Delete(file);
        }
    });

    private static void Do(string file, Action write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be written ({e.Message}); give --output a file that can be", e);
        }
    }
}
