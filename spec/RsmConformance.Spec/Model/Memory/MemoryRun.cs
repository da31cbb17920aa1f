using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>A stretch of memory that holds part of one pattern, or is unknown.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Seed">The pattern; null when the contents are unknown.</param>
/// <param name="Start">The position in the pattern of its first byte; 0 where every position is alike.</param>
public readonly record struct MemoryRun(long Offset, long Length, uint? Seed, long Start)
{
    internal long End => Offset + Length;

    // Zeroes and unknown bytes are the same at every position.
    private bool IsUniform => Seed is null or 0;

    internal static MemoryRun Of(long offset, long length, uint? seed, long start) =>
        new(offset, length, seed, seed is null or 0 ? 0 : start);

    internal MemoryRun Part(long from, long to, long movedTo) =>
        Of(movedTo, to - from, Seed, IsUniform ? 0 : Start + (from - Offset));

    internal bool IsContinuedBy(MemoryRun next) =>
        next.Seed == Seed && (IsUniform || next.Start == Start + Length);

    internal void CopyTo(Span<byte> target)
    {
        if (Seed is { } seed)
        {
            DataPattern.Fill(target, seed, Start);
        }
    }
}
