using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>What stands where a call is told to store its result.</summary>
public enum OutputRefKind
{
    /// <summary>A cell, poisoned and framed by canaries before the call; what is stored gets a name.</summary>
    Cell,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>An address that can be read but not written.</summary>
    Unwritable,

    /// <summary>An address where nothing is mapped.</summary>
    Unmapped,

    /// <summary>A writable cell at an address not aligned for a pointer.</summary>
    Misaligned,
}

/// <summary>
/// An output parameter. Text: <c>imp</c> (a cell whose result is named <c>imp</c>), <c>null</c>, <c>unwritable</c>,
/// <c>unmapped</c>, <c>misaligned:imp</c>.
/// </summary>
[JsonConverter(typeof(TextConverter<OutputRef>))]
public readonly record struct OutputRef : IText<OutputRef>
{
    private const string MisalignedPrefix = "misaligned:";

    private OutputRef(OutputRefKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>What kind of address is passed.</summary>
    public OutputRefKind Kind { get; }

    /// <summary>The symbol that the stored value gets; empty where nothing can be stored.</summary>
    public string Name { get; }

    /// <summary>Whether the address can be written.</summary>
    public bool IsWritable => Kind is OutputRefKind.Cell or OutputRefKind.Misaligned;

    /// <inheritdoc/>
    public string Text => Kind switch
    {
        OutputRefKind.Null => "null",
        OutputRefKind.Unwritable => "unwritable",
        OutputRefKind.Unmapped => "unmapped",
        OutputRefKind.Misaligned => MisalignedPrefix + Name,
        _ => Name,
    };

    /// <inheritdoc/>
    public static OutputRef Parse(string text) => text switch
    {
        "null" => new OutputRef(OutputRefKind.Null, ""),
        "unwritable" => new OutputRef(OutputRefKind.Unwritable, ""),
        "unmapped" => new OutputRef(OutputRefKind.Unmapped, ""),
        _ when text.StartsWith(MisalignedPrefix, StringComparison.Ordinal) =>
            new OutputRef(OutputRefKind.Misaligned, SymbolName.Check(text[MisalignedPrefix.Length..])),
        _ => new OutputRef(OutputRefKind.Cell, SymbolName.Check(text)),
    };

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator OutputRef(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
