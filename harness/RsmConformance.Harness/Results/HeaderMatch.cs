using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Says in what two runs differ.</summary>
internal static class HeaderMatch
{
    private const int Digits = 12;

    /// <summary>The first difference between two runs of the same cases; null when the one can go on for the other.</summary>
    public static string? Difference(ResultLine.Header stored, ResultLine.Header wanted) =>
        SubjectDifference(stored, wanted)
        ?? (Word(stored.Shard) != Word(wanted.Shard) ? $"shard {Word(stored.Shard)}, not {Word(wanted.Shard)}" : null)
        ?? (stored.Planned.SequenceEqual(wanted.Planned) ? null : $"{SelectionWords(stored, wanted)}");

    /// <summary>The first difference in suite, implementation, bed or profile; null when there is none.</summary>
    public static string? SubjectDifference(ResultLine.Header one, ResultLine.Header other) =>
        one.Schema != other.Schema ? $"format {one.Schema}, not {other.Schema}"
        : Differ("suite", one.SuiteDigest, other.SuiteDigest)
        ?? Differ("implementation", one.IutDigest, other.IutDigest)
        ?? Differ("bed", one.BedDigest, other.BedDigest)
        ?? (one.Profile != other.Profile ? $"profile {one.Profile}, not {other.Profile}" : null)
        ?? Differ("profile", one.ProfileDigest ?? "", other.ProfileDigest ?? "");

    private static string? Differ(string what, string one, string other) =>
        one == other ? null : $"{what} with digest {Short(one)}, not {Short(other)}";

    private static string Short(string digest) => digest.Length > Digits ? digest[..Digits] : digest;

    private static string Word(ShardNote? shard) => shard is null ? "none" : $"{shard.Index}/{shard.Count}";

    private static string SelectionWords(ResultLine.Header stored, ResultLine.Header wanted)
    {
        CaseId[] odd = [.. stored.Planned.Except(wanted.Planned).Concat(wanted.Planned.Except(stored.Planned))];
        return odd.Length > 0
            ? $"other cases are selected ({odd[0]}{(odd.Length > 1 ? $" and {odd.Length - 1} more" : "")} in one of the two only)"
            : "the bed or agent has other means than it had";
    }
}
