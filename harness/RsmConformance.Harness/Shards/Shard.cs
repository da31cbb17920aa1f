using System.Globalization;

namespace RsmConformance.Harness;

/// <summary>A part of a plan, so that several machines can share a run.</summary>
/// <param name="Index">Which part, from 1.</param>
/// <param name="Count">Of how many.</param>
public sealed record Shard(int Index, int Count)
{
    private const int Most = 1000;

    /// <summary>Reads a shard.</summary>
    /// <param name="text">Such as <c>2/3</c>.</param>
    /// <exception cref="UsageException">It is none.</exception>
    public static Shard Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && index >= 1 && count is >= 1 and <= Most && index <= count
            ? new Shard(index, count)
            : throw new UsageException($"--shard: '{text}' is no part of a run; give I/N, from 1/N to N/N, such as 2/3 (N at most {Most})");
    }

    /// <summary>Whether a case falls to this shard.</summary>
    /// <param name="position">Its position in the catalogue, so that every shard counts alike whatever was selected.</param>
    public bool Takes(int position) => position % Count == Index - 1;

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}
