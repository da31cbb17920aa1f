using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>
/// An address in the caller's memory. Text: <c>buf</c> (start of a buffer or map of that name), <c>buf@1p+8</c>
/// (so far into it), <c>null</c>, <c>unmapped</c>, <c>read-only</c>.
/// </summary>
[JsonConverter(typeof(TextConverter<AddressRef>))]
public readonly record struct AddressRef : IText<AddressRef>
{
    private AddressRef(string name, Extent offset)
    {
        Base = name;
        Offset = offset;
    }

    /// <summary>The NULL address.</summary>
    public static AddressRef Null { get; } = new("null", Extent.Zero);

    /// <summary>An address where nothing is mapped.</summary>
    public static AddressRef Unmapped { get; } = new("unmapped", Extent.Zero);

    /// <summary>Private memory of the caller that can only be read.</summary>
    public static AddressRef ReadOnly { get; } = new("read-only", Extent.Zero);

    /// <summary>The name of the buffer or map, or one of <c>null</c>, <c>unmapped</c>, <c>read-only</c>.</summary>
    public string Base { get; }

    /// <summary>How far into it.</summary>
    public Extent Offset { get; }

    /// <summary>Whether a buffer or map of the caller is meant.</summary>
    public bool IsNamed => Base is not ("null" or "unmapped" or "read-only");

    /// <inheritdoc/>
    public string Text => Offset == Extent.Zero ? Base : $"{Base}@{Offset}";

    /// <inheritdoc/>
    public static AddressRef Parse(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        string name = at < 0 ? text : text[..at];
        return new AddressRef(SymbolName.Check(name), at < 0 ? Extent.Zero : Extent.Parse(text[(at + 1)..]));
    }

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator AddressRef(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
