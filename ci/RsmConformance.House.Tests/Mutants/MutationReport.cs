using System.Text.Json;

namespace RsmConformance.House.Tests.Mutants;

/// <summary>What a run of Stryker says of the mutants that it tried; a run may have tried a part only.</summary>
/// <param name="Survived">Those that the suite did not notice.</param>
/// <param name="Killed">Those that it did, also by never coming to an end.</param>
/// <param name="Unfinished">Those of which the run cannot say.</param>
internal sealed record MutationReport(
    IReadOnlyList<Survivor> Survived, IReadOnlyList<Survivor> Killed, IReadOnlyList<Survivor> Unfinished)
{
    private const string Folder = "RsmConformance.Reference/";

    /// <summary>Reads a report in the schema of mutation testing elements.</summary>
    public static MutationReport Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        (string Status, Survivor Mutant)[] mutants =
        [
            .. from file in document.RootElement.GetProperty("files").EnumerateObject()
               let text = file.Value.GetProperty("source").GetString()!
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               select (mutant.GetProperty("status").GetString()!, Read(file.Name, text, mutant)),
        ];
        return new MutationReport(
            [.. mutants.Where(m => m.Status is "Survived" or "NoCoverage").Select(m => m.Mutant)],
            [.. mutants.Where(m => m.Status is "Killed" or "Timeout").Select(m => m.Mutant)],
            [.. mutants.Where(m => m.Status is "Pending" or "RuntimeError").Select(m => m.Mutant)]);
    }

    /// <summary>What does not agree with the list, in words: survivors that are not on it, and mutants on it that were killed.</summary>
    public IEnumerable<string> Differences(IReadOnlyList<ListedSurvivor> list)
    {
        ILookup<Survivor, ListedSurvivor> listed = list.ToLookup(l => l.Mutant);
        ILookup<Survivor, Survivor> killed = Killed.ToLookup(k => k);
        ILookup<Survivor, Survivor> survived = Survived.ToLookup(s => s);
        foreach (IGrouping<Survivor, Survivor> mutant in survived)
        {
            if (mutant.Count() > listed[mutant.Key].Count())
            {
                yield return $"survived and is not listed: {mutant.Key}";
            }
        }

        foreach (Survivor mutant in Unfinished)
        {
            yield return $"was not tested to its end: {mutant}";
        }

        foreach (IGrouping<Survivor, ListedSurvivor> line in listed)
        {
            if (killed.Contains(line.Key) && survived[line.Key].Count() < line.Count())
            {
                yield return $"is listed and was killed: {line.Key}";
            }
        }
    }

    private static Survivor Read(string file, string text, JsonElement mutant)
    {
        string[] lines = text.Split('\n');
        JsonElement location = mutant.GetProperty("location");
        (int start, int line) = Place(lines, location.GetProperty("start"));
        (int end, _) = Place(lines, location.GetProperty("end"));
        return new Survivor(
            file[(file.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..],
            mutant.GetProperty("mutatorName").GetString()!,
            Survivor.OneLine(lines[line]),
            Survivor.OneLine(text[start..end]),
            Survivor.OneLine(mutant.GetProperty("replacement").GetString()!));
    }

    // Lines and columns count from 1.
    private static (int Offset, int Line) Place(string[] lines, JsonElement place)
    {
        int line = place.GetProperty("line").GetInt32() - 1;
        return (lines.Take(line).Sum(l => l.Length + 1) + place.GetProperty("column").GetInt32() - 1, line);
    }
}
