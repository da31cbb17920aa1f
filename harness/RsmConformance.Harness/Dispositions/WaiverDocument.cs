using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RsmConformance.Harness;

/// <summary>The YAML form of waivers. It is read node by node, so that every error names its line.</summary>
internal sealed class WaiverDocument(string name)
{
    private static readonly string[] Required = ["pattern", "owner", "reason", "expires"];
    private static readonly string[] Keys = [.. Required, "link"];

    public IReadOnlyList<Waiver> Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new UsageException($"{name}:{e.Start.Line}: {e.Message.Split('\n')[0].Trim()}; write a YAML list of waivers", e);
        }

        return stream.Documents.Count == 0 ? []
            : stream.Documents[0].RootNode is YamlSequenceNode list ? [.. list.Children.Select(ToWaiver)]
            : throw Wrong(stream.Documents[0].RootNode, "is no list", "begin each waiver with '- pattern: ...'");
    }

    private Waiver ToWaiver(YamlNode node)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((YamlNode key, YamlNode value) in (node as YamlMappingNode)?.Children ?? throw Wrong(node, "is no waiver", "give it " + Listed(Required)))
        {
            string word = (key as YamlScalarNode)?.Value ?? "";
            values[Keys.Contains(word) ? word : throw Wrong(key, $"'{word}' is no part of a waiver", "use " + Listed(Keys))] =
                value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)
                    ? text.Trim()
                    : throw Wrong(value, $"'{word}' is empty", "give it a text");
        }

        return Required.FirstOrDefault(key => !values.ContainsKey(key)) is { } missing
            ? throw Wrong(node, $"the waiver has no {missing}", "give it " + Listed(Required))
            : new Waiver(
                new CasePattern(values["pattern"]), values["owner"], values["reason"], Date(node, values["expires"]),
                values.GetValueOrDefault("link"), node.Start.Line);
    }

    private DateOnly Date(YamlNode node, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Wrong(node, $"expires '{text}' is no date", "give the last day on which the waiver holds, such as 2027-01-31");

    private UsageException Wrong(YamlNode node, string what, string mend) => new($"{name}:{node.Start.Line}: {what}; {mend}");

    private static string Listed(string[] words) => string.Join(", ", words);
}
