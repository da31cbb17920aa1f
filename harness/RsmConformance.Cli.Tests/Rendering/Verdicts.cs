using RsmConformance.Contract;
using RsmConformance.Harness;

namespace RsmConformance.Cli.Tests.Rendering;

/// <summary>Makes verdicts to print.</summary>
internal static class Verdicts
{
    public static ResultLine.Ruled Of(string id, Verdict verdict, string? words = null) => new(
        CaseId.Parse(id), [], VerdictName.Of(verdict), Disposition.Ok, null, words, null, null, null, null, null, 0);
}
