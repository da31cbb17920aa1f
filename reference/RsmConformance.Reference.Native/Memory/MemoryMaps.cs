using System.Globalization;

namespace RsmConformance.Reference.Native;

/// <summary>What the kernel says about addresses of this process.</summary>
internal static class MemoryMaps
{
    private const string Source = "/proc/self/maps";

    /// <summary>The mappings that a range touches; null if a part of it is not mapped.</summary>
    public static List<MemoryMap>? Covering(nint address, long length)
    {
        ulong start = (ulong)address;
        ulong end = start + Math.Min((ulong)length, ulong.MaxValue - start);
        List<MemoryMap> found = [.. Touching(start, end)];
        ulong covered = start;
        foreach (MemoryMap map in found)
        {
            if (map.Start > covered)
            {
                return null;
            }

            covered = map.End;
        }

        return covered >= end && found.Count > 0 ? found : null;
    }

    /// <summary>The mappings that a range touches, in order.</summary>
    public static IEnumerable<MemoryMap> Touching(ulong start, ulong end)
    {
        foreach (string line in File.ReadLines(Source))
        {
            MemoryMap map = MemoryMap.Parse(line);
            if (map.Start >= end)
            {
                yield break;
            }

            if (map.End > start)
            {
                yield return map;
            }
        }
    }
}

/// <summary>A line of the kernel's list of mappings.</summary>
internal sealed record MemoryMap(ulong Start, ulong End, string Rights, long Inode, string Name)
{
    public MemoryAccess Access =>
        (Rights[0] == 'r' ? MemoryAccess.Read : MemoryAccess.None) | (Rights[1] == 'w' ? MemoryAccess.Write : MemoryAccess.None);

    /// <summary>Memory of this process alone whose pages may be others without anybody noticing.</summary>
    public bool IsMovable => Rights[3] == 'p' && !Name.StartsWith("[stack", StringComparison.Ordinal)
        && !Name.StartsWith("/anon_hugepage", StringComparison.Ordinal);

    /// <summary>Reads <c>START-END RIGHTS OFFSET DEVICE INODE NAME</c>.</summary>
    public static MemoryMap Parse(string line)
    {
        string[] fields = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        int dash = fields[0].IndexOf('-', StringComparison.Ordinal);
        return new MemoryMap(
            ulong.Parse(fields[0].AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            ulong.Parse(fields[0].AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            fields[1],
            long.Parse(fields[4], CultureInfo.InvariantCulture),
            fields.Length > 5 ? fields[5].Trim() : "");
    }
}
