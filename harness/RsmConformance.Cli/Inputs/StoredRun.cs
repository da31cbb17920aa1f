using System.Text.Json;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Inputs;

/// <summary>A case of a stored run with its evidence and the verdict on it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Recorded">The evidence.</param>
/// <param name="Judgement">The verdict.</param>
internal sealed record JudgedCase(Case Case, RecordedCase Recorded, Judgement Judgement);

/// <summary>The evidence of a run, read back.</summary>
/// <param name="Header">What it is the evidence of.</param>
/// <param name="Cases">The cases that were begun.</param>
/// <param name="Footer">How the run ended; null when the trace was cut off.</param>
internal sealed record StoredRun(TraceLine.Header Header, IReadOnlyList<RecordedCase> Cases, TraceLine.Footer? Footer)
{
    /// <summary>Reads a trace that was made with this very suite.</summary>
    /// <exception cref="UsageException">The file is no trace, or one of another suite.</exception>
    public static StoredRun Load(string path, Suite suite)
    {
        if (Directory.Exists(path))
        {
            path = Path.Combine(path, TraceFile.Name);
        }

        (TraceLine.Header header, IReadOnlyList<RecordedCase> cases) = TraceFile.Read(path);
        if (header.Schema != TraceLine.SchemaVersion)
        {
            throw new UsageException(
                $"{path}:1: the trace has format {header.Schema} and this program reads {TraceLine.SchemaVersion}; "
                + "judge it with the program that wrote it");
        }

        if (header.SuiteDigest != suite.UnderUse.Digest)
        {
            throw new UsageException(
                $"{path}:1: the trace is of suite {header.Suite} with digest {Short(header.SuiteDigest)} and this is suite {suite.UnderUse.Version} "
                + $"with digest {Short(suite.UnderUse.Digest)}; judge it with the program that wrote it, or run again");
        }

        HashSet<CaseId> known = [.. suite.Cases.Select(c => c.Id)];
        return cases.FirstOrDefault(c => !known.Contains(c.Case)) is { } stranger
            ? throw new UsageException($"{path}: the suite has no case {stranger.Case}; give the {TraceFile.Name} as the run wrote it")
            : new StoredRun(header, cases, ReadFooter(path));
    }

    /// <summary>Judges every case again.</summary>
    public IReadOnlyList<JudgedCase> Judge(Suite suite, Profile profile)
    {
        var judge = new Judge(profile);
        var byId = suite.Cases.ToDictionary(c => c.Id);
        return [.. Cases.Select(recorded => new JudgedCase(byId[recorded.Case], recorded, Rule(judge, byId[recorded.Case], recorded)))];
    }

    // A case that the harness stumbles over is one HARNESS_ERROR here too, as it was in the run.
    private static Judgement Rule(Judge judge, Case testCase, RecordedCase recorded)
    {
        try
        {
            return judge.Rule(testCase, recorded);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Judgement(
                testCase.Id, Verdict.HarnessError, [.. testCase.Assertions], ReasonCode.HarnessFault,
                $"{e.GetType().Name}: {e.Message}", null, null, [], null, [], []);
        }
    }

    private static TraceLine.Footer? ReadFooter(string path)
    {
        try
        {
            return Protocol.Read<TraceLine>(File.ReadLines(path).Last()) as TraceLine.Footer;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Short(string digest) => Rendering.SafeText.Of(digest.Length > 12 ? digest[..12] : digest);
}
