using System.CommandLine;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Harness.Reports;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Inputs;

/// <summary>A failure of a stored run.</summary>
/// <param name="Folder">The folder of the run.</param>
/// <param name="Case">The case.</param>
/// <param name="Result">Its verdict.</param>
/// <param name="Profile">The profile of the run.</param>
/// <param name="Header">What was run.</param>
internal sealed record Failure(string Folder, Case Case, ResultLine.Ruled Result, Profile Profile, ResultLine.Header Header);

/// <summary>Finds the failure that the user names.</summary>
internal static class FailureInput
{
    private const int Suggestions = 3;

    public static Argument<string> Results() => new("RESULT") { Description = $"A {RunService.ResultsName}, or the folder that a run wrote." };

    public static Argument<string> Case() => new("CASE") { Description = "The id of a case that failed there." };

    /// <summary>Loads it.</summary>
    /// <exception cref="UsageException">The results cannot be read, are of another suite, or the case did not fail there.</exception>
    public static Failure Load(string path, string id, Suite suite)
    {
        StoredResults stored = ResultsInput.Load(path, suite);
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        ResultLine.Ruled[] failed = [.. stored.Results.Where(r => VerdictName.Parse(r.Verdict) is Verdict.Fail or Verdict.Crash or Verdict.Hang)];
        ResultLine.Ruled result = failed.FirstOrDefault(r => r.Case.Text == id) ?? throw new UsageException(NotFailed(path, id, stored, failed));
        Case testCase = suite.Cases.First(c => c.Id == result.Case);
        return ProfileName.TryParse(stored.Header.Profile, out ProfileName name) && suite.Specification.Find(name) is { } profile
            ? new Failure(folder, testCase, result, profile, stored.Header)
            : throw new UsageException($"{path}:1: the run used a profile '{stored.Header.Profile}' of the user's own, which is not at hand");
    }

    private static string NotFailed(string path, string id, StoredResults stored, ResultLine.Ruled[] failed)
    {
        if (stored.Results.FirstOrDefault(r => r.Case.Text == id) is { } other)
        {
            return $"{path}: {id} did not fail there, it is {other.Verdict}; give a case that is FAIL, CRASH or HANG";
        }

        IReadOnlyList<string> near = Nearest.Of(id, failed.Select(r => r.Case.Text), Suggestions);
        return failed.Length == 0
            ? $"{path}: nothing failed there"
            : $"{path}: there is no verdict on '{id}'; " + (near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : $"{failed[0].Case} failed there");
    }
}
