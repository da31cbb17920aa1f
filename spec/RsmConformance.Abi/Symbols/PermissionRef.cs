using System.Text.Json.Serialization;

namespace RsmConformance.Abi;

/// <summary>A permission argument. Text: <c>0400</c> (octal) or <c>$perm</c> (the value of a sweep).</summary>
[JsonConverter(typeof(TextConverter<PermissionRef>))]
public readonly record struct PermissionRef : IText<PermissionRef>
{
    private PermissionRef(string text) => Text = text;

    /// <inheritdoc/>
    public string Text { get; }

    /// <summary>The variable of a sweep that stands here, or null.</summary>
    public string? Variable => Text[0] == '$' ? Text[1..] : null;

    /// <summary>The value.</summary>
    /// <exception cref="FormatException">A variable still stands here.</exception>
    public Permission Value => Permission.Parse(Text);

    /// <inheritdoc/>
    public static PermissionRef Parse(string text)
    {
        if (text.StartsWith('$'))
        {
            SymbolName.Check(text[1..]);
            return new PermissionRef(text);
        }

        return new PermissionRef(Permission.Parse(text).Text);
    }

    /// <summary>Reads the text form, so that cases read like calls.</summary>
    /// <param name="text">The text form.</param>
    public static implicit operator PermissionRef(string text) => Parse(text);

    /// <summary>A literal permission.</summary>
    /// <param name="value">The permission.</param>
    public static implicit operator PermissionRef(Permission value) => new(value.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
