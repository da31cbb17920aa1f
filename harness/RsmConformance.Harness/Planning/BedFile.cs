using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RsmConformance.Abi;
using RsmConformance.Contract;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RsmConformance.Harness;

/// <summary>Reads bed descriptions. Whatever is wrong with a file is said in one line with its place and the mend.</summary>
public static class BedFile
{
    /// <summary>Reads a bed description from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The description.</returns>
    /// <exception cref="AdapterException">The file cannot be read: there is no bed.</exception>
    /// <exception cref="UsageException">The file is wrong.</exception>
    public static BedDescription Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AdapterException($"{path}: cannot be read ({e.Message}); give --bed the path of a bed description", e);
        }
    }

    /// <summary>Reads a bed description.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>The description.</returns>
    /// <exception cref="UsageException">The text is wrong.</exception>
    public static BedDescription Parse(string yaml, string name)
    {
        try
        {
            IDeserializer reader = new DeserializerBuilder()
                .WithNamingConvention(UnderscoredNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .WithEnforceRequiredMembers()
                .Build();
            BedDocument document = reader.Deserialize<BedDocument>(yaml) ?? throw new FormatException("the file is empty");
            return document.ToDescription(Digest(yaml), Path.GetDirectoryName(Path.GetFullPath(name)) ?? "");
        }
        catch (YamlException e)
        {
            string what = e.InnerException?.Message ?? e.Message;
            throw new UsageException($"{name}:{e.Start.Line}: {FirstLine(what)}; see conformance/beds/reference.yaml for the form", e);
        }
        catch (FormatException e)
        {
            throw new UsageException($"{name}: {e.Message}; see conformance/beds/reference.yaml for the form", e);
        }
    }

    private static string Digest(string yaml) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
