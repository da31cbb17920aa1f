using System.Globalization;
using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>
/// A node. Text: <c>A</c> (bound by the bed), <c>=77</c> (this very id), <c>$node</c> (the value of a sweep).
/// The name <c>unknown</c> is bound by every bed to an id that its topology does not have.
/// </summary>
[JsonConverter(typeof(TextConverter<NodeRef>))]
public readonly record struct NodeRef : IText<NodeRef>
{
    /// <summary>The name that every bed binds to a node id that is not in its topology.</summary>
    public const string Unknown = "unknown";

    private NodeRef(string text) => Text = text;

    /// <inheritdoc/>
    public string Text { get; }

    /// <summary>The variable of a sweep that stands here, or null.</summary>
    public string? Variable => Text[0] == '$' ? Text[1..] : null;

    /// <summary>The literal id, or null for a name.</summary>
    public uint? Literal => Text[0] == '=' ? uint.Parse(Text.AsSpan(1), CultureInfo.InvariantCulture) : null;

    /// <inheritdoc/>
    public static NodeRef Parse(string text)
    {
        switch (text.Length > 0 ? text[0] : '\0')
        {
            case '=' when uint.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _):
                return new NodeRef(text);
            case '$':
                SymbolName.Check(text[1..]);
                return new NodeRef(text);
            default:
                return new NodeRef(SymbolName.Check(text));
        }
    }

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator NodeRef(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
