using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>Finds the bed: the file that the user names, or the bed of the reference, which this program carries.</summary>
internal static class BedInput
{
    private const string ReferenceBed = "beds/reference.yaml";

    /// <summary>Loads a bed description.</summary>
    /// <param name="path">The user's file; null for the bed of the reference.</param>
    /// <exception cref="AdapterException">The file cannot be read.</exception>
    /// <exception cref="UsageException">The file is wrong.</exception>
    public static BedDescription Load(string? path)
    {
        if (path is not null)
        {
            return BedFile.Load(path);
        }

        using Stream stream = typeof(BedInput).Assembly.GetManifestResourceStream(ReferenceBed)
            ?? throw new InvalidOperationException($"{ReferenceBed} is not in the program");
        using var reader = new StreamReader(stream);
        return BedFile.Parse(reader.ReadToEnd(), ReferenceBed);
    }
}
