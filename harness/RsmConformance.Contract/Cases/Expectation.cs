using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>One outcome that the page leaves open, and under which reading or historical deviation.</summary>
/// <param name="Outcome">See <see cref="OutcomeName"/>.</param>
/// <param name="Reading">The reading that permits it, such as <c>A04.bad-addr</c>; null when every reading does.</param>
/// <param name="Deviation">The documented deviation that shows it, such as <c>D11</c>; tolerated at most.</param>
public sealed record PermittedOutcome(string Outcome, string? Reading = null, string? Deviation = null);

/// <summary>What a step may show, stated from the page and nothing else.</summary>
/// <param name="Step">The step.</param>
/// <param name="Value">The value of the sweep for which this holds; null for all.</param>
/// <param name="Outcomes">The permitted outcomes.</param>
public sealed record Expectation(StepId Step, string? Value, Sequence<PermittedOutcome> Outcomes);
