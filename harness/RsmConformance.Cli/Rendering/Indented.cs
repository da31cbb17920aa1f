namespace RsmConformance.Cli.Rendering;

/// <summary>Writes running text within a width, every line indented.</summary>
internal static class Indented
{
    private const int Width = 100;

    /// <summary>Breaks text into lines at its spaces; a longer word stands on a line of its own.</summary>
    public static IEnumerable<string> Lines(string text, string indent)
    {
        string line = indent;
        foreach (string word in text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = indent;
            }

            line += line.Length > indent.Length ? " " + word : word;
        }

        if (line.Length > indent.Length)
        {
            yield return line;
        }
    }

    /// <summary>Writes text after a label; its further lines are indented as far as the label is long.</summary>
    public static void WriteLabelled(TextWriter to, string label, string text)
    {
        string indent = new(' ', label.Length);
        bool first = true;
        foreach (string line in Lines(text, indent))
        {
            to.WriteLine(first ? label + line[label.Length..] : line);
            first = false;
        }
    }
}
