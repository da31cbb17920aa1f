using System.Text.RegularExpressions;

namespace RsmConformance.House.Tests.Mutants;

/// <summary>
/// A mutant that the suite did not notice, told by what stood there and not by where: a line that moves keeps its name. Texts are
/// without line breaks, and two mutants may be alike.
/// </summary>
/// <param name="File">The file, from the folder of the reference.</param>
/// <param name="Mutator">Stryker's name for the kind of change.</param>
/// <param name="Line">The line that the changed text begins on.</param>
/// <param name="Original">What was changed.</param>
/// <param name="Replacement">What it became.</param>
internal sealed partial record Survivor(string File, string Mutator, string Line, string Original, string Replacement)
{
    /// <summary>A text on one line, each gap a single space.</summary>
    public static string OneLine(string text) => Gap().Replace(text, " ").Trim();

    public override string ToString() => $"{File}: {Mutator}: {Original} => {Replacement} (in: {Line})";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gap();
}
