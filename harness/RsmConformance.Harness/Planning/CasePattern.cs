using System.Text;
using System.Text.RegularExpressions;

namespace RsmConformance.Harness;

/// <summary>
/// A pattern of ids: <c>*</c> stands for any characters but <c>/</c> and <c>.</c>, <c>**</c> for any at all. The whole id must
/// match, so that no pattern takes more than it says.
/// </summary>
public sealed class CasePattern
{
    private readonly Regex _regex;

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">Its text.</param>
    /// <exception cref="UsageException">The text is empty.</exception>
    public CasePattern(string text)
    {
        Text = text.Length > 0 ? text : throw new UsageException("an empty pattern matches nothing; use ** for everything");
        var regex = new StringBuilder("^");
        for (int i = 0; i < text.Length; i++)
        {
            bool doubled = text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*';
            regex.Append(doubled ? ".*" : text[i] == '*' ? "[^/.]*" : Regex.Escape(text[i].ToString()));
            i += doubled ? 1 : 0;
        }

        _regex = new Regex(regex.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether an id matches.</summary>
    /// <param name="id">The id.</param>
    public bool Matches(string id) => _regex.IsMatch(id);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
