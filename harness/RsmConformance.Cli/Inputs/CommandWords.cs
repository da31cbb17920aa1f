using System.Text;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Inputs;

/// <summary>Cuts a command into words as a shell does: at blanks, but for those in quotes.</summary>
internal static class CommandWords
{
    /// <param name="command">The command.</param>
    /// <param name="what">What errors call it.</param>
    /// <exception cref="UsageException">It has no words, or a quote without an end.</exception>
    public static IReadOnlyList<string> Split(string command, string what)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char quote = '\0';
        bool begun = false;
        foreach (char c in command)
        {
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                End();
            }
            else if (c is '\'' or '"' && (quote == '\0' || quote == c))
            {
                quote = quote == c ? '\0' : c;
                begun = true;
            }
            else
            {
                word.Append(c);
                begun = true;
            }
        }

        End();
        return quote != '\0' ? throw new UsageException($"{what}: the quote {quote} has no end")
            : words.Count > 0 ? words
            : throw new UsageException($"{what}: names no program");

        void End()
        {
            if (begun)
            {
                words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }
    }
}
