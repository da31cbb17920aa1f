namespace RsmConformance.Harness;

/// <summary>An entry of a list of known failures.</summary>
/// <param name="Pattern">The cases that are expected to fail; every one of them that is planned must.</param>
/// <param name="Reason">Why they fail, in the words of whoever listed them; never empty.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record KnownFailure(CasePattern Pattern, string Reason, int Line);

/// <summary>A line of a list of known failures as it stands in the file.</summary>
/// <param name="Text">The line.</param>
/// <param name="Entry">What it lists; null for a comment or a blank line.</param>
public sealed record KnownFailuresLine(string Text, KnownFailure? Entry);
