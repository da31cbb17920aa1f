using RsmConformance.Contract;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness.Repro;

/// <summary>Where a replay parts from its recording.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">The step; null when the recording has more steps than the replay, or the harness failed.</param>
/// <param name="Then">What the recording shows there; null when it shows nothing.</param>
/// <param name="Now">What the replay shows there; null when it shows nothing.</param>
/// <param name="Before">The states of the model before it.</param>
/// <param name="Fault">What the harness or agent failed at.</param>
public sealed record Difference(
    CaseId Case, Step? Step, TraceEvent? Then, TraceEvent? Now, IReadOnlyList<WorldState> Before, string? Fault = null);
