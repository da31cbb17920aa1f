using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RsmConformance.Spec.Loading;

/// <summary>Where a piece of YAML stands: its file, and the lines above it when it is the head of another file.</summary>
internal sealed record YamlPlace(string File, int LinesAbove)
{
    public static YamlPlace In(SpecificationFile file) => new(file.Path, 0);

    /// <summary>Parses the one document of the text.</summary>
    public YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (YamlException e)
        {
            throw At(e.Start).Fault($"the YAML is not well formed: {e.Message.TrimEnd('.')}", "correct the line", e);
        }
        catch (Exception e)
        {
            // The parser meets some texts, such as a list that is not closed, with other exceptions, which know no place.
            var last = parser.Current?.End ?? Mark.Empty;
            throw At(last).Fault("the YAML is not well formed", "correct this line or the next", e);
        }

        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new SourcePosition(File, LinesAbove + 1).Fault(
                $"{stream.Documents.Count} YAML documents were found", "write exactly one");
    }

    public SourcePosition Of(YamlNode node) => At(node.Start);

    public Scalar Text(YamlNode node, string what)
    {
        var where = Of(node);
        return node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)
            ? new Scalar(text, where)
            : throw where.Fault($"{what} is not a text, or is empty", "write a text");
    }

    public IReadOnlyList<YamlNode> Items(YamlNode node, string what) =>
        node is YamlSequenceNode { Children.Count: > 0 } list
            ? [.. list.Children]
            : throw Of(node).Fault($"{what} is not a list, or is empty", "write a list with at least one entry, or leave the key out where it is optional");

    public IReadOnlyList<Scalar> Texts(YamlNode node, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Items(node, what)
            .Select(item => Text(item, $"an entry of {what}"))
            .Select(text => seen.Add(text.Text)
                ? text
                : throw text.Where.Fault($"'{text.Text}' stands twice in {what}", "remove one of the two"))
            .ToArray();
    }

    private SourcePosition At(Mark mark) => new(File, checked((int)mark.Line) + LinesAbove);
}
