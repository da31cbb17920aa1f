using System.Globalization;
using System.Text;

namespace RsmConformance.Cli.Rendering;

/// <summary>Makes text of an implementation or a file fit for a terminal: what comes from outside must not steer it.</summary>
internal static class SafeText
{
    /// <summary>The text with every character that is not to be printed written as <c>\uXXXX</c>; always one line.</summary>
    public static string Of(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (char letter in text)
        {
            if (IsPlain(letter))
            {
                safe.Append(letter);
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            }
        }

        return safe.ToString();
    }

    private static bool IsPlain(char letter) =>
        !char.IsControl(letter) && char.GetUnicodeCategory(letter) is not
            (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
