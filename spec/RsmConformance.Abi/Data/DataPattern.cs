namespace RsmConformance.Abi;

/// <summary>
/// The data that cases write: byte <c>i</c> of pattern <c>seed</c> is a function of the two alone, so that a reader knows what
/// must arrive without seeing what was sent. Seed 0 is zeroes.
/// </summary>
public static class DataPattern
{
    /// <summary>One byte of a pattern.</summary>
    /// <param name="seed">The pattern.</param>
    /// <param name="index">The position.</param>
    public static byte ByteAt(uint seed, long index)
    {
        if (seed == 0)
        {
            return 0;
        }

        unchecked
        {
            // A multiply and two shifts spread seed and index over all bits; simple enough for C.
            ulong x = ((ulong)seed * 0x9E3779B97F4A7C15) + ((ulong)index * 0xD1B54A32D192ED03);
            x ^= x >> 29;
            x *= 0xBF58476D1CE4E5B9;
            return (byte)(x >> 56);
        }
    }

    /// <summary>Fills memory with a pattern.</summary>
    /// <param name="target">The memory.</param>
    /// <param name="seed">The pattern.</param>
    /// <param name="start">The position that the first byte has in the pattern.</param>
    public static void Fill(Span<byte> target, uint seed, long start = 0)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = ByteAt(seed, start + i);
        }
    }
}
