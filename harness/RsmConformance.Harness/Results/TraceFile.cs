using System.Text.Json;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Reads a stored trace back, so that it can be judged again.</summary>
public static class TraceFile
{
    /// <summary>The name of the file in an output folder.</summary>
    public const string Name = "trace.jsonl";

    /// <summary>Reads a trace.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The header and the evidence of every case that was begun; a torn last line is left out.</returns>
    /// <exception cref="UsageException">The file cannot be read or is no trace.</exception>
    public static (TraceLine.Header Header, IReadOnlyList<RecordedCase> Cases) Read(string path)
    {
        TraceLine.Header? header = null;
        var cases = new Dictionary<CaseId, Evidence>();
        Evidence Of(CaseId id) => cases.TryGetValue(id, out Evidence? begun)
            ? begun
            : throw new UsageException($"{path}: something of case {id} comes before its session; give the {Name} that a run wrote, unchanged");

        foreach (TraceLine line in Lines(path))
        {
            switch (line)
            {
                case TraceLine.Header first:
                    header = first;
                    break;
                case TraceLine.Session session:
                    cases[session.Case] = new Evidence(session.Setup);
                    break;
                case TraceLine.Event what:
                    Of(what.What.Case).Events.Add(what.What);
                    break;
                case TraceLine.End end:
                    Of(end.Case).Fault = end.Fault;
                    Of(end.Case).Ended = true;
                    break;
                case TraceLine.Footer:
                    break;
                default:
                    throw new InvalidOperationException($"no such line: {line}");
            }
        }

        return header is null
            ? throw new UsageException($"{path}:1: no header; give the {Name} that a run wrote")
            : (header, [.. cases.Select(c => c.Value.ToRecord(c.Key))]);
    }

    private static IEnumerable<TraceLine> Lines(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be read ({e.Message}); give the {Name} that a run wrote", e);
        }

        for (int i = 0; i < lines.Length; i++)
        {
            TraceLine? line = null;
            try
            {
                line = Protocol.Read<TraceLine>(lines[i]);
            }
            catch (JsonException e) when (i < lines.Length - 1 || i == 0)
            {
                throw new UsageException($"{path}:{i + 1}: no line of a trace ({e.Message}); give the {Name} that a run wrote", e);
            }
            catch (JsonException)
            {
                // The writer died in the middle of its last line: what stands before it is whole.
            }

            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private sealed class Evidence(SessionSetup setup)
    {
        public List<TraceEvent> Events { get; } = [];

        public string? Fault { get; set; }

        public bool Ended { get; set; }

        public RecordedCase ToRecord(CaseId id) =>
            new(id, setup, Events, Fault ?? (Ended ? null : "the trace ends in the middle of the case"));
    }
}
