using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>
/// The contents of a stretch of memory, as runs of patterns: as small for a gigabyte as for a page. Two images with the same
/// known bytes from the same patterns are equal.
/// </summary>
public sealed record MemoryImage
{
    private MemoryImage(long length, Sequence<MemoryRun> runs)
    {
        Length = length;
        Runs = runs;
    }

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>The runs, in order and without gaps; neighbours that continue each other are one.</summary>
    public Sequence<MemoryRun> Runs { get; }

    /// <summary>Whether every byte is known.</summary>
    public bool IsKnown
    {
        get
        {
            foreach (MemoryRun run in Runs)
            {
                if (run.Seed is null)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Memory that holds a pattern.</summary>
    /// <param name="length">Bytes.</param>
    /// <param name="seed">The pattern.</param>
    /// <param name="start">The position in the pattern of the first byte.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static MemoryImage Filled(long length, uint seed, long start = 0) => Of(length, seed, start);

    /// <summary>Memory of which nothing is known.</summary>
    /// <param name="length">Bytes.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static MemoryImage Unknown(long length) => Of(length, null, 0);

    /// <summary>Part of the memory, as an image of its own.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside.</exception>
    public MemoryImage Slice(long offset, long length)
    {
        CheckInside(offset, length);
        if (length == Length)
        {
            return this;
        }

        var runs = new List<MemoryRun>();
        Append(runs, this, offset, offset + length, 0);
        return new MemoryImage(length, [.. runs]);
    }

    /// <summary>The memory after bytes were copied into it.</summary>
    /// <param name="offset">Where.</param>
    /// <param name="source">The bytes.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentOutOfRangeException">They do not fit.</exception>
    public MemoryImage Write(long offset, MemoryImage source)
    {
        CheckInside(offset, source.Length);
        if (source.Length == 0)
        {
            return this;
        }

        var runs = new List<MemoryRun>(Runs.Count + source.Runs.Count + 1);
        Append(runs, this, 0, offset, 0);
        Append(runs, source, 0, source.Length, offset);
        Append(runs, this, offset + source.Length, Length, offset + source.Length);
        return new MemoryImage(Length, [.. runs]);
    }

    /// <summary>The hash by which a trace names part of the memory.</summary>
    /// <param name="offset">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    /// <returns>What <see cref="DataHash"/> says of the bytes; null when one of them is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside.</exception>
    public string? Hash(long offset, long length)
    {
        MemoryImage part = Slice(offset, length);
        return part.IsKnown ? DataHash.Of(part.ToBytes()) : null;
    }

    /// <summary>The bytes; unknown ones read as zero.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Length];
        foreach (MemoryRun run in Runs)
        {
            run.CopyTo(bytes.AsSpan((int)run.Offset, (int)run.Length));
        }

        return bytes;
    }

    private static MemoryImage Of(long length, uint? seed, long start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new MemoryImage(length, length == 0 ? [] : [MemoryRun.Of(0, length, seed, start)]);
    }

    private static void Append(List<MemoryRun> runs, MemoryImage source, long from, long to, long target)
    {
        foreach (MemoryRun run in source.Runs)
        {
            long first = Math.Max(from, run.Offset);
            long end = Math.Min(to, run.End);
            if (first >= end)
            {
                continue;
            }

            MemoryRun part = run.Part(first, end, target + (first - from));
            if (runs.Count > 0 && runs[^1].IsContinuedBy(part))
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + part.Length };
            }
            else
            {
                runs.Add(part);
            }
        }
    }

    private void CheckInside(long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset, nameof(length));
    }
}
