using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>
/// The stable id of a case: the assertion it is mainly about, a slash, and what is special about it, such as
/// <c>connect.error.seg-not-published/never-published</c>. Never reused.
/// </summary>
[JsonConverter(typeof(TextConverter<CaseId>))]
public readonly record struct CaseId : IText<CaseId>
{
    private CaseId(string text) => Text = text;

    /// <inheritdoc/>
    public string Text { get; }

    /// <summary>The assertion part, before the slash.</summary>
    public string Assertion => Text[..Text.IndexOf('/', StringComparison.Ordinal)];

    /// <inheritdoc/>
    public static CaseId Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        bool good = slash > 0 && slash < text.Length - 1;
        foreach (char c in text)
        {
            good &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '/' or ':';
        }

        return good ? new CaseId(text) : throw new FormatException($"'{text}' is not a case id such as connect.error.bad-addr/null");
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
