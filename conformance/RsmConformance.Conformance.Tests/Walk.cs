using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>One move of a walk: who does what with which of the few things there are. Numbers, so that any subset is a walk too.</summary>
/// <param name="Who">Which process.</param>
/// <param name="What">Which action.</param>
/// <param name="Which">Which handle.</param>
/// <param name="How">Everything else.</param>
internal sealed record Move(int Who, int What, int Which, int How);

/// <summary>A random sequence of calls and faults, and the choices of the reference that it is played on.</summary>
/// <param name="Choices">The seed of the choices.</param>
/// <param name="Moves">The moves.</param>
/// <param name="Lanes">0 for one after the other; else how many threads make them at once.</param>
internal sealed record Walk(int Choices, IReadOnlyList<Move> Moves, int Lanes)
{
    /// <summary>The walk as a case without expectations.</summary>
    public Case ToCase() => new WalkWriter(this).Write();

    /// <summary>The walks with fewer moves: without a stretch, from long stretches to single moves.</summary>
    public IEnumerable<Walk> Smaller()
    {
        for (int length = Moves.Count / 2; length >= 1; length /= 2)
        {
            for (int start = 0; start + length <= Moves.Count; start += length)
            {
                yield return this with { Moves = [.. Moves.Take(start), .. Moves.Skip(start + length)] };
            }
        }
    }

    /// <summary>The steps, one a line, as FsCheck prints a counterexample.</summary>
    public override string ToString() =>
        $"choices {Choices}\n" + string.Join('\n', ToCase().Script.Where(s => s.Part == StepPart.Frame)
            .Select(s => $"  {s.Id} {s.Role ?? "bed"}/{s.Thread}: {Protocol.Write(s.Action)}"));
}
