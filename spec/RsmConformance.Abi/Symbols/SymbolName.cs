namespace RsmConformance.Abi;

/// <summary>The one rule for symbolic names: a letter, then letters, digits, <c>-</c> or <c>_</c>.</summary>
public static class SymbolName
{
    /// <summary>Checks a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The same name.</returns>
    /// <exception cref="FormatException">It is empty or has another character.</exception>
    public static string Check(string name)
    {
        bool good = name.Length > 0 && char.IsAsciiLetter(name[0]);
        foreach (char c in name)
        {
            good &= char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
        }

        return good ? name : throw new FormatException($"'{name}' is not a symbol: a letter, then letters, digits, - or _");
    }
}
