using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RsmConformance.Iut.Tests;

/// <summary>A defect of the C library, as <c>defects.yaml</c> tells it.</summary>
public sealed class DefectEntry
{
    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    public List<string> Assertions { get; init; } = [];

    public string Case { get; init; } = "";

    public string Profile { get; init; } = "strict";

    public string Sentence { get; init; } = "";
}

/// <summary>Where the defects of the C library are listed: as a table, in a header, and at the places where they are wrong.</summary>
internal static partial class DefectTable
{
    public static IReadOnlyList<DefectEntry> Entries { get; } = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .Build()
        .Deserialize<List<DefectEntry>>(File.ReadAllText(Path.Combine(IutFolder.Library, "defects.yaml")));

    public static IReadOnlyList<string> OfHeader { get; } =
        [.. Declared().Matches(File.ReadAllText(Path.Combine(IutFolder.Library, "defects.h"))).Select(match => match.Groups[1].Value)];

    public static IReadOnlyList<string> OfSources { get; } =
    [
        .. Directory.EnumerateFiles(IutFolder.Library, "*.c")
            .SelectMany(file => Used().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct(),
    ];

    [GeneratedRegex(@"^    DEFECT_(\w+),$", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bDEFECT\((\w+)\)")]
    private static partial Regex Used();
}
