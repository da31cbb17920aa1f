using System.Text;
using System.Text.Json;
using RsmConformance.Contract;

namespace RsmConformance.Harness.Reports;

/// <summary>What <c>results.jsonl</c> holds.</summary>
/// <param name="Header">The first line.</param>
/// <param name="Results">The verdicts, in the order of the file.</param>
/// <param name="Excluded">The cases that are not part of the run.</param>
/// <param name="Summary">The last line; null when the run did not get that far.</param>
/// <param name="IsTorn">Whether the last line was torn and left out.</param>
public sealed record StoredResults(
    ResultLine.Header Header,
    IReadOnlyList<ResultLine.Ruled> Results,
    IReadOnlyList<ResultLine.Excluded> Excluded,
    ResultLine.Summary? Summary,
    bool IsTorn);

/// <summary>Reads the verdicts of a run back.</summary>
public static class ResultsFile
{
    private const string Mend = $"give the {RunService.ResultsName} that a run wrote";

    /// <summary>Reads results.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its lines; a last line that the writer did not finish is left out.</returns>
    /// <exception cref="UsageException">The file cannot be read or holds no results.</exception>
    public static StoredResults Read(string path)
    {
        ResultLine.Header? header = null;
        ResultLine.Summary? summary = null;
        var results = new List<ResultLine.Ruled>();
        var excluded = new List<ResultLine.Excluded>();
        string[] lines = Lines(path);
        for (int i = 0; i < lines.Length - 1; i++)
        {
            switch (Parse(path, i, lines[i]))
            {
                case ResultLine.Header line:
                    header = line;
                    break;
                case ResultLine.Ruled line:
                    results.Add(line);
                    break;
                case ResultLine.Excluded line:
                    excluded.Add(line);
                    break;
                case ResultLine.Summary line:
                    summary = line;
                    break;
                case { } line:
                    throw new InvalidOperationException($"no such line: {line}");
            }
        }

        return header is null
            ? throw new UsageException($"{path}:1: no header; {Mend}")
            : new StoredResults(header, results, excluded, summary, lines[^1].Length > 0);
    }

    /// <summary>Whether the writer of a file of lines died in the middle of the last one.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether the file does not end with a line end.</returns>
    internal static bool IsTorn(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    // Every line is written together with its end: what follows the last line feed is torn, even where it reads well.
    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllText(path, Encoding.UTF8).Split('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read ({e.Message}); {Mend}", e);
        }
    }

    private static ResultLine Parse(string path, int index, string text)
    {
        try
        {
            return Protocol.Read<ResultLine>(text);
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}:{index + 1}: no line of results ({e.Message}); {Mend}", e);
        }
    }
}
