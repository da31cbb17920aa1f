namespace RsmConformance.Spec;

/// <summary>One outcome or behaviour that an interpretation tells apart, permitted by some profile or tolerated.</summary>
/// <param name="Id">The name, which begins with that of the interpretation.</param>
/// <param name="Statement">What an implementation of this reading does.</param>
public sealed record Reading(ReadingId Id, string Statement);
