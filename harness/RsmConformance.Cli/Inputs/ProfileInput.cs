using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Inputs;

/// <summary>Finds the profile that the user names: one of the specification, or a file.</summary>
internal static class ProfileInput
{
    public const string Default = "strict";

    /// <summary>Finds a profile.</summary>
    /// <exception cref="UsageException">There is no such profile, or the file is faulty.</exception>
    public static Profile Find(Specification specification, string text)
    {
        if (ProfileName.TryParse(text, out ProfileName name) && specification.Find(name) is { } shipped)
        {
            return shipped;
        }

        string[] names = [.. specification.Profiles.Select(p => p.Name.Value)];
        if (!IsPath(text))
        {
            throw new UsageException(
                $"--profile: there is no profile '{text}'; use {string.Join(", ", names)} or the path of a profile's .yaml file");
        }

        try
        {
            return specification.LoadProfile(text);
        }
        catch (SpecificationException e)
        {
            throw new UsageException(e.Message, e);
        }
    }

    private static bool IsPath(string text) =>
        text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || text.EndsWith(".yaml", StringComparison.Ordinal) || text.EndsWith(".yml", StringComparison.Ordinal);
}
