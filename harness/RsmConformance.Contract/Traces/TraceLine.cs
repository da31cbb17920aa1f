using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>A line of <c>trace.jsonl</c>, the evidence of a run.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Header), "header")]
[JsonDerivedType(typeof(Session), "session")]
[JsonDerivedType(typeof(Event), "event")]
[JsonDerivedType(typeof(End), "end")]
[JsonDerivedType(typeof(Footer), "footer")]
public abstract record TraceLine
{
    /// <summary>The version of the format.</summary>
    public const int SchemaVersion = 1;

    private TraceLine()
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
    /// <param name="Run">The id of the run.</param>
    /// <param name="Planned">The ids of the cases that are to be run.</param>
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
        ShardNote? Shard = null) : TraceLine;

    /// <summary>A case begins.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Setup">What its symbols stand for.</param>
    public sealed record Session(CaseId Case, SessionSetup Setup) : TraceLine;

    /// <summary>Something happened.</summary>
    /// <param name="What">What.</param>
    public sealed record Event(TraceEvent What) : TraceLine;

    /// <summary>A case is over.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Fault">What the harness or agent itself failed at; null when nothing.</param>
    public sealed record End(CaseId Case, string? Fault) : TraceLine;

    /// <summary>The last line; a trace without it was cut off.</summary>
    /// <param name="Cases">The number of cases that ended.</param>
    /// <param name="Interrupted">Whether the run was interrupted.</param>
    public sealed record Footer(int Cases, bool Interrupted) : TraceLine;
}
