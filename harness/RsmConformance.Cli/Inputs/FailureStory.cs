using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;

namespace RsmConformance.Cli.Inputs;

/// <summary>Puts together what a failure's story is told from.</summary>
internal static class FailureStory
{
    /// <exception cref="UsageException">The trace beside the results is damaged.</exception>
    public static Story Of(Failure failure, Suite suite)
    {
        string trace = Path.Combine(failure.Folder, TraceFile.Name);
        RecordedCase? recorded = null;
        if (File.Exists(trace))
        {
            (TraceLine.Header header, IReadOnlyList<RecordedCase> cases) = TraceFile.Read(trace);
            recorded = header.Run == failure.Header.Run ? cases.FirstOrDefault(c => c.Case == failure.Case.Id) : null;
        }

        return new StoryTeller(suite.Specification).Tell(
            failure.Case, recorded, failure.Result, failure.Profile,
            LikelyMistakes.Of(failure.Case, failure.Result, failure.Profile),
            $"rsm-conformance run --iut IUT [--bed FILE] --profile {failure.Profile.Name} --case {failure.Case.Id}   (the run was of {failure.Header.Iut})");
    }
}
