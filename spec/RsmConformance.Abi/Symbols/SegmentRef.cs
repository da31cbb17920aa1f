using System.Globalization;
using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>
/// A segment id. Text: <c>S1</c> (bound by the bed to an id of its range), <c>=0x400000</c> (this very id),
/// <c>auto:S1</c> (publish asks the system for an id, which is then called S1), <c>null</c> (publish gets no pointer),
/// <c>$id</c> (the value of a sweep).
/// </summary>
[JsonConverter(typeof(TextConverter<SegmentRef>))]
public readonly record struct SegmentRef : IText<SegmentRef>
{
    private const string AutoPrefix = "auto:";

    private SegmentRef(string text) => Text = text;

    /// <inheritdoc/>
    public string Text { get; }

    /// <summary>The variable of a sweep that stands here, or null.</summary>
    public string? Variable => Text[0] == '$' ? Text[1..] : null;

    /// <summary>The literal id, or null.</summary>
    public uint? Literal => Text[0] == '='
        ? uint.Parse(Text.AsSpan(3), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether a NULL pointer stands for the id (publish only).</summary>
    public bool IsNull => Text == "null";

    /// <summary>Whether publish is to choose the id.</summary>
    public bool IsAssigned => Text.StartsWith(AutoPrefix, StringComparison.Ordinal);

    /// <summary>The symbol, or null for literals, variables and NULL.</summary>
    public string? Name => Text[0] is '=' or '$' || IsNull ? null : IsAssigned ? Text[AutoPrefix.Length..] : Text;

    /// <summary>This very id.</summary>
    /// <param name="id">The number.</param>
    /// <returns>The reference.</returns>
    public static SegmentRef Of(uint id) => new($"=0x{id:X}");

    /// <inheritdoc/>
    public static SegmentRef Parse(string text)
    {
        if (text.StartsWith("=0x", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(3), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _))
        {
            return new SegmentRef(text);
        }

        SymbolName.Check(text.StartsWith('$') ? text[1..]
            : text.StartsWith(AutoPrefix, StringComparison.Ordinal) ? text[AutoPrefix.Length..]
            : text);
        return new SegmentRef(text);
    }

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator SegmentRef(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
