using RsmConformance.Harness;

namespace RsmConformance.Cli.Rendering;

/// <summary>Writes a text into a file that the user chose, or that stands beside the results.</summary>
internal static class TextOutput
{
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string file, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be written ({e.Message}); give --output a file that can be", e);
        }
    }
}
