using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>The evidence of one case: what its symbols stood for and everything that happened.</summary>
/// <param name="Case">The case.</param>
/// <param name="Setup">What its symbols stood for.</param>
/// <param name="Events">What happened, in the order of the session.</param>
/// <param name="Fault">What the harness or agent itself failed at; null when nothing.</param>
public sealed record RecordedCase(CaseId Case, SessionSetup Setup, IReadOnlyList<TraceEvent> Events, string? Fault);
