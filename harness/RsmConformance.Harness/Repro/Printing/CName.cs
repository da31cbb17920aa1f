using System.Collections.Frozen;

namespace RsmConformance.Harness.Repro;

/// <summary>Names of C from the names of a scenario.</summary>
internal static class CName
{
    private static readonly FrozenSet<string> Taken = FrozenSet.Create(
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float", "for",
        "goto", "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct",
        "switch", "typedef", "union", "unsigned", "void", "volatile", "while", "main", "code", "cycle", "shared", "status", "bed", "counted");

    /// <summary>The name of a variable or function.</summary>
    public static string Of(string name)
    {
        string text = name.Replace('-', '_');
        return Taken.Contains(text) ? text + "_" : text;
    }

    /// <summary>The name of a constant.</summary>
    public static string Constant(string name) => name.Replace('-', '_').ToUpperInvariant();

    /// <summary>A text between quotes.</summary>
    public static string Quoted(string text) => "\"" + Escaped(text) + "\"";

    /// <summary>A text as it stands between quotes.</summary>
    public static string Escaped(string text) =>
        text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
