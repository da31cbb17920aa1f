using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.EndToEnd;

/// <summary>Reads the files of a run; a line that is no line of the file fails, but for a torn last one.</summary>
internal static class StoredLines
{
    public static IReadOnlyList<ResultLine> Results(string folder) => Read<ResultLine>(Path.Combine(folder, RunService.ResultsName));

    public static IReadOnlyList<TraceLine> Trace(string folder) => Read<TraceLine>(Path.Combine(folder, TraceFile.Name));

    private static List<T> Read<T>(string path)
    {
        string text = File.ReadAllText(path);
        string whole = text[..(text.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Protocol.Read<T>)];
    }
}
