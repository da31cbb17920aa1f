using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RsmConformance.Iut.Tests;

/// <summary>A beast, as <c>zoo.yaml</c> tells it.</summary>
public sealed class BeastEntry
{
    public string Id { get; init; } = "";

    public string Strikes { get; init; } = "";

    public string Verdict { get; init; } = "";

    public List<string> Assertions { get; init; } = [];

    public string Sentence { get; init; } = "";
}

/// <summary>The table of the zoo.</summary>
internal static class ZooTable
{
    public static IReadOnlyList<BeastEntry> Entries { get; } = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .Build()
        .Deserialize<List<BeastEntry>>(File.ReadAllText(Path.Combine(IutFolder.Zoo, "zoo.yaml")));
}
