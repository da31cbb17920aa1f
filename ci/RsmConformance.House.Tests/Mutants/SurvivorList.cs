namespace RsmConformance.House.Tests.Mutants;

/// <summary>A survivor that somebody looked at.</summary>
/// <param name="Mutant">Which.</param>
/// <param name="Class">Why it is none of the suite's business, in a word that conformance/README.md explains.</param>
/// <param name="Why">The same in a sentence.</param>
internal sealed record ListedSurvivor(Survivor Mutant, string Class, string Why);

/// <summary>The survivors that are known: one a line of <c>survivors.tsv</c>, below its head.</summary>
internal static class SurvivorList
{
    public static IReadOnlyList<ListedSurvivor> Read(string path) =>
        [.. File.ReadAllLines(path).Select((text, at) => (text, at)).Skip(1).Select(l => Parse(l.text, $"{path}:{l.at + 1}"))];

    private static ListedSurvivor Parse(string line, string place) => line.Split('\t') switch
    {
        [var file, var mutator, var begins, var original, var replacement, var word, var why] =>
            new ListedSurvivor(new Survivor(file, mutator, begins, original, replacement), word, why),
        var fields => throw new FormatException($"{place}: {fields.Length} fields instead of 7, which a tab parts"),
    };
}
