using RsmConformance.Contract;

namespace RsmConformance.Harness.Repro;

/// <summary>What <c>repro</c> left of a failure beside the results of its run.</summary>
/// <param name="Program">The C program that shows it; null where none does.</param>
/// <param name="Story">Its story.</param>
public sealed record StoredRepro(string? Program, string? Story)
{
    private const string Folder = "repro";

    /// <summary>Where the program of a case stands.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="id">The case.</param>
    public static string ProgramPath(string folder, CaseId id) => PathOf(folder, id, ".c");

    /// <summary>Where the story of a case stands.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="id">The case.</param>
    public static string StoryPath(string folder, CaseId id) => PathOf(folder, id, ".txt");

    /// <summary>Reads what is there for the failures of a run.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="results">Its verdicts.</param>
    public static IReadOnlyDictionary<CaseId, StoredRepro> Read(string folder, IEnumerable<ResultLine.Ruled> results)
    {
        var found = new Dictionary<CaseId, StoredRepro>();
        if (!Directory.Exists(Path.Combine(folder, Folder)))
        {
            return found;
        }

        foreach (ResultLine.Ruled result in results.Where(r => VerdictName.Parse(r.Verdict) is Verdict.Fail or Verdict.Crash or Verdict.Hang))
        {
            string? program = Text(ProgramPath(folder, result.Case));
            string? story = Text(StoryPath(folder, result.Case));
            if (program is not null || story is not null)
            {
                found[result.Case] = new StoredRepro(program, story);
            }
        }

        return found;
    }

    private static string? Text(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read ({e.Message}); make it readable, or remove it", e);
        }
    }

    private static string PathOf(string folder, CaseId id, string ending) =>
        Path.Combine(folder, Folder, id.Text.Replace('/', '_').Replace(':', '_') + ending);
}
