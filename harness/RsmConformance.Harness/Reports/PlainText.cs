using System.Buffers;
using System.Globalization;
using System.Text;

namespace RsmConformance.Harness.Reports;

/// <summary>
/// Text of an implementation under test, made fit to be shown: it can hold anything, since the implementation writes it.
/// Escaping for a format comes after and is the format's own.
/// </summary>
public static class PlainText
{
    /// <summary>How much of one text a report shows.</summary>
    public const int Limit = 2000;

    private const char Replacement = '\uFFFD';

    // Most text is this; what else there is gets the closer look.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    /// <summary>
    /// Replaces what XML forbids (control characters, lone surrogates, non-characters) and what turns the reading
    /// direction by U+FFFD, makes every line end a line feed, and cuts what is too long, with a note.
    /// </summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="limit">The greatest number of UTF-16 units that are kept.</param>
    /// <returns>The text that can be shown.</returns>
    public static string Clean(string? text, int limit = Limit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        string kept = text.Length > limit ? text[..limit] : text;
        return text.Length > limit
            ? Replace(kept) + string.Create(CultureInfo.InvariantCulture, $"… [cut; {text.Length} characters in all]")
            : IsClean(kept) ? kept : Replace(kept);
    }

    /// <summary>The same on one line: line feeds and tabs become spaces.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    /// <param name="limit">The greatest number of UTF-16 units that are kept.</param>
    /// <returns>The text that can be shown.</returns>
    public static string Line(string? text, int limit = Limit) =>
        Clean(text, limit).Replace('\n', ' ').Replace('\t', ' ');

    private static bool IsClean(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    private static string Replace(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(c).Append(text[++i]);
            }
            else if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    result.Append('\n');
                }
            }
            else
            {
                result.Append(IsHarmless(c) ? c : Replacement);
            }
        }

        return result.ToString();
    }

    private static bool IsHarmless(char c) =>
        c is '\n' or '\t' || !(char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || TurnsDirection(c));

    private static bool TurnsDirection(char c) => c is '\u061C' or (>= '\u200E' and <= '\u200F')
        or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
