using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace RsmConformance.Spec;

/// <summary>The name of one reading of an interpretation, such as <c>A04.bad-addr</c>.</summary>
/// <remarks>Compares by its characters. A value that nobody constructed has no name and throws when asked for it.</remarks>
public readonly partial record struct ReadingId
{
    private readonly string? _value;

    /// <summary>Makes the name from its text.</summary>
    /// <param name="value">An interpretation id, a dot, and lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not of that form.</exception>
    public ReadingId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Form().IsMatch(value))
        {
            throw new ArgumentException(
                $"'{value}' is not a reading id: " +
                "write an interpretation id, a dot, and lower-case letters, digits and hyphens, such as 'A04.bad-addr'.",
                nameof(value));
        }

        _value = value;
    }

    /// <summary>The text of the name.</summary>
    /// <exception cref="InvalidOperationException">The value was never constructed.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This ReadingId was never constructed.");

    /// <summary>The interpretation that the reading belongs to.</summary>
    /// <exception cref="InvalidOperationException">The value was never constructed.</exception>
    public InterpretationId Interpretation => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    /// <summary>Makes the name from text that may not be one.</summary>
    /// <param name="text">The text; null is no name.</param>
    /// <param name="id">The name, when the text is one.</param>
    /// <returns>Whether the text is a reading id.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReadingId id)
    {
        var matches = text is not null && Form().IsMatch(text);
        id = matches ? new ReadingId(text!) : default;
        return matches;
    }

    /// <summary>The text of the name, or nothing when the value was never constructed.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value ?? string.Empty;

    // \z and not $: a trailing line break is no part of a name.
    [GeneratedRegex(@"^A[0-9]{2,3}\.[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
