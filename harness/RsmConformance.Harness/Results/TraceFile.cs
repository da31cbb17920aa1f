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
        var words = new SharedText();
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
                    cases[session.Case] = new Evidence(session.Case, session.Setup);
                    break;
                case TraceLine.Event what:
                    Evidence of = Of(what.What.Case);
                    of.Events.Add(words.Of(what.What, of.Case));
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
            : (header, [.. cases.Values.Select(c => c.ToRecord())]);
    }

    // One line at a time: a trace is many times as large as what stays of it.
    private static IEnumerable<TraceLine> Lines(string path)
    {
        using StreamReader file = Open(path);
        int number = 0;
        string? text = Next(path, file);
        while (text is not null)
        {
            string? following = Next(path, file);
            number++;
            if (Parse(path, number, text, isLast: following is null) is { } line)
            {
                yield return line;
            }

            text = following;
        }
    }

    private static TraceLine? Parse(string path, int number, string text, bool isLast)
    {
        try
        {
            return Protocol.Read<TraceLine>(text);
        }
        catch (JsonException) when (isLast && number > 1)
        {
            return null; // The writer died in the middle of its last line: what stands before it is whole.
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}:{number}: no line of a trace ({e.Message}); give the {Name} that a run wrote", e);
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    private static string? Next(string path, StreamReader file)
    {
        try
        {
            return file.ReadLine();
        }
        catch (IOException e)
        {
            throw Unreadable(path, e);
        }
    }

    private static UsageException Unreadable(string path, Exception e) =>
        new($"{path}: cannot be read ({e.Message}); give the {Name} that a run wrote", e);

    private sealed class Evidence(CaseId id, SessionSetup setup)
    {
        public CaseId Case => id;

        public List<TraceEvent> Events { get; } = [];

        public string? Fault { get; set; }

        public bool Ended { get; set; }

        public RecordedCase ToRecord() =>
            new(id, setup, Events, Fault ?? (Ended ? null : "the trace ends in the middle of the case"));
    }
}
