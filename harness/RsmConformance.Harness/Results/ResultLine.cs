using System.Text.Json.Serialization;
using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>A line of <c>results.jsonl</c>: the verdicts of a run. Reports derive from it and from the trace.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(Excluded), "excluded")]
[JsonDerivedType(typeof(Ruled), "verdict")]
[JsonDerivedType(typeof(Summary), "summary")]
public abstract record ResultLine
{
    private ResultLine()
    {
    }

    /// <summary>The first line.</summary>
    /// <param name="Schema">The version of the format.</param>
    /// <param name="Suite">The version of the suite.</param>
    /// <param name="SuiteDigest">A digest of its cases and specification.</param>
    /// <param name="Iut">What was tested.</param>
    /// <param name="IutDigest">A digest of it.</param>
    /// <param name="BedDigest">A digest of the bed description.</param>
    /// <param name="Profile">The profile.</param>
    /// <param name="Seed">The seed of the run.</param>
    /// <param name="Run">The id of the run; the trace has the same.</param>
    /// <param name="Planned">The ids that must have a verdict.</param>
    /// <param name="ProfileDigest">A digest of the profile, which tells profiles of the user's own apart.</param>
    /// <param name="Shard">Which part of a plan this is; null for the whole.</param>
    public sealed record Header(
        int Schema,
        string Suite,
        string SuiteDigest,
        string Iut,
        string IutDigest,
        string BedDigest,
        string Profile,
        string Seed,
        string Run,
        Sequence<CaseId> Planned,
        string? ProfileDigest = null,
        ShardNote? Shard = null) : ResultLine;

    /// <summary>A case that is not part of the run.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Why">Why, in words.</param>
    public sealed record Excluded(CaseId Case, string Why) : ResultLine;

    /// <summary>The verdict on a case.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Assertions">The assertions that it bears on.</param>
    /// <param name="Verdict">See <see cref="VerdictName"/>.</param>
    /// <param name="Disposition">How it counts.</param>
    /// <param name="Reason">See <see cref="ReasonCode"/>; null for PASS.</param>
    /// <param name="Words">The reason in words.</param>
    /// <param name="Assertion">The assertion that forbids what was seen.</param>
    /// <param name="Step">The step that decided.</param>
    /// <param name="Permitted">What was permitted there.</param>
    /// <param name="Observed">What was seen there.</param>
    /// <param name="Deviations">The historical deviations that were tolerated.</param>
    /// <param name="DurationUs">How long the case took, in microseconds.</param>
    public sealed record Ruled(
        CaseId Case,
        Sequence<string> Assertions,
        string Verdict,
        Disposition Disposition,
        string? Reason,
        string? Words,
        string? Assertion,
        StepId? Step,
        Sequence<string>? Permitted,
        string? Observed,
        Sequence<string>? Deviations,
        long DurationUs) : ResultLine;

    /// <summary>The last line; results without it were cut off.</summary>
    /// <param name="Planned">Cases planned.</param>
    /// <param name="Run">Cases with a verdict.</param>
    /// <param name="ExcludedCases">Cases left out.</param>
    /// <param name="Verdicts">How often each verdict was given.</param>
    /// <param name="Interrupted">Whether the run was interrupted.</param>
    /// <param name="Exit">The exit code.</param>
    public sealed record Summary(
        int Planned,
        int Run,
        [property: JsonPropertyName("excluded")] int ExcludedCases,
        IReadOnlyDictionary<string, int> Verdicts,
        bool Interrupted,
        int Exit) : ResultLine;
}
