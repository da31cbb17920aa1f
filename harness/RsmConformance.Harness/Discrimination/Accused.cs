using RsmConformance.Contract;

namespace RsmConformance.Harness.Discrimination;

/// <summary>A verdict against a mutant that names an assertion.</summary>
/// <param name="Case">The case.</param>
/// <param name="Profile">The profile it was judged by.</param>
/// <param name="Verdict">FAIL, CRASH or HANG.</param>
/// <param name="Assertion">The assertion that forbids what was seen.</param>
/// <param name="Words">What was seen, in words.</param>
public sealed record Accused(CaseId Case, string Profile, Verdict Verdict, string Assertion, string Words);
