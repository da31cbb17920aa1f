namespace RsmConformance.Harness.Repro;

/// <summary>A part of the story of a failure.</summary>
/// <param name="Title">What it tells.</param>
/// <param name="Lines">The sentences, statements or commands.</param>
public sealed record Chapter(string Title, IReadOnlyList<string> Lines);

/// <summary>The story of one failure, for somebody who knows C and not this project.</summary>
/// <param name="Chapters">Its parts, in the order in which they are told; none is empty.</param>
public sealed record Story(IReadOnlyList<Chapter> Chapters);
