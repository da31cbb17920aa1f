using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Repro;

/// <summary>The comment at the top of a program: what is broken, where that is written, what to expect, how to build and run it.</summary>
internal static class HeaderComment
{
    private const int Width = 100;

    public static IEnumerable<string> Lines(Shrunk shrunk, Assertion? assertion, Decision decision, Operator bed, bool needsRoot)
    {
        yield return "/*";
        foreach (string line in Body(shrunk, assertion, decision, bed, needsRoot))
        {
            yield return line.Length > 0 ? " * " + line.Replace("*/", "* /", StringComparison.Ordinal) : " *";
        }

        yield return " */";
    }

    private static IEnumerable<string> Body(Shrunk shrunk, Assertion? assertion, Decision decision, Operator bed, bool needsRoot)
    {
        foreach (string line in assertion is null ? [] : Wrap(assertion.Statement, "").Append(""))
        {
            yield return line;
        }

        yield return "Assertion: " + (shrunk.Assertion ?? "none is named");
        if (assertion is not null)
        {
            yield return $"Source:    {assertion.Source}";
        }

        yield return "Expected:  " + decision.Expected;
        yield return "Seen:      " + decision.Observed;
        yield return "";
        foreach (string line in Wrap($"Reduced from the case {shrunk.Original.Id}: {shrunk.Words}.", ""))
        {
            yield return line;
        }

        yield return "";
        yield return "Build:  cc -std=c11 -pthread -I DIR_OF_RSMAPI_H THIS.c -o repro -L DIR_OF_LIBRSM -lrsm -Wl,-rpath,DIR_OF_LIBRSM";
        (IReadOnlyList<string> before, IReadOnlyList<string> after) = bed.Around;
        foreach (string command in before)
        {
            yield return $"Before: cd {bed.Folder} && {command}";
        }

        yield return "Run:    ./repro" + (needsRoot ? ", as root: its processes become different users, who must be able to read the library" : "");
        foreach (string command in after)
        {
            yield return $"After:  cd {bed.Folder} && {command}";
        }

        yield return "Exit:   0 the library does as expected; 1 it does not; 2 the scene could not be set";
    }

    private static IEnumerable<string> Wrap(string text, string indent)
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

        yield return line;
    }
}
