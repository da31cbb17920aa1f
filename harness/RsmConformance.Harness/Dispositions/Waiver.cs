namespace RsmConformance.Harness;

/// <summary>An authority's permission that cases fail for a while.</summary>
/// <param name="Pattern">The cases; every one of them that is planned must need it.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why it was given.</param>
/// <param name="Expires">The last day on which it holds, in UTC.</param>
/// <param name="Link">Where more is said about it; null when nowhere.</param>
/// <param name="Line">The line of the file where it begins, from 1.</param>
public sealed record Waiver(CasePattern Pattern, string Owner, string Reason, DateOnly Expires, string? Link, long Line);
