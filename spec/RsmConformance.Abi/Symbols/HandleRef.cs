using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>What stands where a handle is passed.</summary>
public enum HandleRefKind
{
    /// <summary>The handle that an earlier call stored under a name.</summary>
    Named,

    /// <summary>NULL.</summary>
    Null,

    /// <summary>A value that was never a handle.</summary>
    Garbage,

    /// <summary>A handle after its end: released, destroyed or disconnected.</summary>
    Stale,

    /// <summary>A valid handle of another kind.</summary>
    WrongKind,
}

/// <summary>
/// A handle by name. Text: <c>imp</c>, <c>null</c>, <c>garbage</c>, <c>stale:imp</c>, <c>wrong-kind:exp</c>.
/// </summary>
[JsonConverter(typeof(TextConverter<HandleRef>))]
public readonly record struct HandleRef : IText<HandleRef>
{
    private const string StalePrefix = "stale:";
    private const string WrongKindPrefix = "wrong-kind:";

    private HandleRef(HandleRefKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>NULL.</summary>
    public static HandleRef Null { get; } = new(HandleRefKind.Null, "");

    /// <summary>A value that was never a handle.</summary>
    public static HandleRef Garbage { get; } = new(HandleRefKind.Garbage, "");

    /// <summary>What kind of value is passed.</summary>
    public HandleRefKind Kind { get; }

    /// <summary>The symbol whose value is passed; empty for NULL and garbage.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public string Text => Kind switch
    {
        HandleRefKind.Null => "null",
        HandleRefKind.Garbage => "garbage",
        HandleRefKind.Stale => StalePrefix + Name,
        HandleRefKind.WrongKind => WrongKindPrefix + Name,
        _ => Name,
    };

    /// <summary>The handle stored under a name, after its end.</summary>
    /// <param name="name">The symbol.</param>
    /// <returns>The reference.</returns>
    public static HandleRef Stale(string name) => new(HandleRefKind.Stale, SymbolName.Check(name));

    /// <summary>The handle stored under a name, passed where another kind is expected.</summary>
    /// <param name="name">The symbol.</param>
    /// <returns>The reference.</returns>
    public static HandleRef WrongKind(string name) => new(HandleRefKind.WrongKind, SymbolName.Check(name));

    /// <inheritdoc/>
    public static HandleRef Parse(string text) => text switch
    {
        "null" => Null,
        "garbage" => Garbage,
        _ when text.StartsWith(StalePrefix, StringComparison.Ordinal) => Stale(text[StalePrefix.Length..]),
        _ when text.StartsWith(WrongKindPrefix, StringComparison.Ordinal) => WrongKind(text[WrongKindPrefix.Length..]),
        _ => new HandleRef(HandleRefKind.Named, SymbolName.Check(text)),
    };

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator HandleRef(string text) => Parse(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
