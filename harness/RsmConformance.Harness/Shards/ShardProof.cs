using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// Proves that shards are parts of one run: of one suite, implementation, bed, profile and selection, each there once, together
/// complete, and disjoint apart from the probes, which must have gone alike everywhere.
/// </summary>
internal static class ShardProof
{
    /// <exception cref="UsageException">They are not; the message names the folder and the mend.</exception>
    public static void Demand(IReadOnlyList<StoredShard> shards)
    {
        StoredShard first = shards[0];
        foreach (StoredShard shard in shards)
        {
            DemandSameRun(first, shard);
        }

        DemandEachOnce(shards);
        DemandSameSelection(shards);
        DemandDisjoint(shards);
    }

    private static void DemandSameRun(StoredShard first, StoredShard shard)
    {
        string? difference = HeaderMatch.SubjectDifference(shard.Header, first.Header)
            ?? (shard.Note.Count != first.Note.Count ? $"one of {shard.Note.Count} shards, not {first.Note.Count}" : null)
            ?? (shard.Note.Probes.SequenceEqual(first.Note.Probes) ? null : "other probes");
        if (difference is not null)
        {
            throw new UsageException($"{shard.Folder}: is no shard of the run of {first.Folder}: {difference}; run it again with the same options");
        }
    }

    private static void DemandEachOnce(IReadOnlyList<StoredShard> shards)
    {
        int count = shards[0].Note.Count;
        for (int index = 1; index <= count; index++)
        {
            StoredShard[] here = [.. shards.Where(s => s.Note.Index == index)];
            if (here.Length == 0)
            {
                throw new UsageException($"report merge: shard {index}/{count} is missing; give its folder too");
            }

            if (here.Length > 1)
            {
                throw new UsageException($"{here[1].Folder}: shard {index}/{count} is in {here[0].Folder} already; give one of the two");
            }
        }
    }

    // What one shard leaves out for another reason than that it falls to another shard, every shard leaves out.
    private static void DemandSameSelection(IReadOnlyList<StoredShard> shards)
    {
        HashSet<CaseId> taken = [.. shards.SelectMany(s => s.Header.Planned)];
        HashSet<(CaseId, string)>? left = null;
        foreach (StoredShard shard in shards)
        {
            if (shard.Results.Excluded.FirstOrDefault(e => e.Why == ShardPlan.Elsewhere && !taken.Contains(e.Case)) is { } missing)
            {
                throw new UsageException($"{shard.Folder}: {missing.Case} is left to another shard, and none has it; run the shards again");
            }

            HashSet<(CaseId, string)> mine =
                [.. shard.Results.Excluded.Where(e => e.Why != ShardPlan.Elsewhere).Select(e => (e.Case, e.Why))];
            left ??= mine;
            if (!left.SetEquals(mine))
            {
                left.SymmetricExceptWith(mine);
                throw new UsageException(
                    $"{shard.Folder}: another selection than {shards[0].Folder} ({left.First().Item1}: {left.First().Item2}); "
                    + "run it again with the same --case, --skip, --assertion and --failed-in");
            }
        }
    }

    private static void DemandDisjoint(IReadOnlyList<StoredShard> shards)
    {
        HashSet<CaseId> probes = [.. shards[0].Note.Probes];
        var verdicts = new Dictionary<CaseId, (StoredShard Shard, ResultLine.Ruled Result)>();
        foreach (StoredShard shard in shards)
        {
            HashSet<CaseId> planned = [.. shard.Header.Planned];
            if (probes.FirstOrDefault(p => !planned.Contains(p)) is { Text: not null } absent)
            {
                throw new UsageException($"{shard.Folder}: the probe {absent} was not run; run the shard again");
            }

            foreach (ResultLine.Ruled result in shard.Results.Results)
            {
                if (!verdicts.TryAdd(result.Case, (shard, result)))
                {
                    DemandAlike(verdicts[result.Case], (shard, result), probes);
                }
            }
        }
    }

    private static void DemandAlike(
        (StoredShard Shard, ResultLine.Ruled Result) one, (StoredShard Shard, ResultLine.Ruled Result) other, HashSet<CaseId> probes)
    {
        CaseId id = one.Result.Case;
        if (!probes.Contains(id))
        {
            throw new UsageException($"{other.Shard.Folder}: {id} is in {one.Shard.Folder} too, and is no probe; run the shards again");
        }

        if (Words(one.Result) != Words(other.Result))
        {
            throw new UsageException(
                $"{other.Shard.Folder}: the probe {id} is {Words(other.Result)} here and {Words(one.Result)} in {one.Shard.Folder}: the "
                + "shards did not meet the same implementation, bed and lists; run them again");
        }
    }

    private static string Words(ResultLine.Ruled result) => $"{result.Verdict} ({result.Disposition})";
}
