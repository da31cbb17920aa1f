using RsmConformance.Contract;

namespace RsmConformance.Harness.Discrimination;

/// <summary>An implementation that is wrong in one known way, to see whether the suite notices.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Sentence">What is wrong with it.</param>
/// <param name="Rule">Which decision of the implementation was replaced.</param>
/// <param name="Shows">How the defect shows, in a word.</param>
/// <param name="Breaks">The assertions that it breaks, the primary one first. Only a verdict for one of these is a kill.</param>
/// <param name="Hangs">Whether a call of it may never return; its steps then get a short limit.</param>
/// <param name="Excuse">Why no case can catch it; null where one must.</param>
/// <param name="Open">Opens it.</param>
public sealed record Mutant(
    string Id,
    string Sentence,
    string Rule,
    string Shows,
    IReadOnlyList<string> Breaks,
    bool Hangs,
    string? Excuse,
    Func<IAdapter> Open);
