using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Takes a shard's part of a plan: the cases that fall to it, and the probes.</summary>
public static class ShardPlan
{
    /// <summary>Why a case of the whole plan is not part of a shard.</summary>
    public const string Elsewhere = "in another shard";

    /// <summary>Takes a part.</summary>
    /// <param name="whole">The plan of the whole run.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="shard">The shard.</param>
    /// <returns>Its plan, and what its files say about it.</returns>
    /// <exception cref="UsageException">A probe is no case of the suite.</exception>
    public static (Plan Plan, ShardNote Note) Take(Plan whole, SuiteUnderUse suite, Shard shard)
    {
        CaseId[] order = [.. suite.Cases.Select(c => c.Id)];
        if (suite.Probes.Except(order).ToArray() is [var stranger, ..])
        {
            throw new UsageException($"the probe {stranger} is no case of the suite; mend the suite's list of probes");
        }

        HashSet<CaseId> probes = Probes(whole, suite.Probes, order);
        HashSet<CaseId> own = [.. order.Where((id, position) => shard.Takes(position) || probes.Contains(id))];
        var plan = new Plan(
            [.. whole.Playable.Where(c => own.Contains(c.Id))],
            [.. whole.Unplayable.Where(u => own.Contains(u.Case.Id))],
            [.. whole.Excluded, .. whole.Planned.Where(id => !own.Contains(id)).Select(id => new Exclusion(id, Elsewhere))]);
        return (plan, new ShardNote(shard.Index, shard.Count, [.. order.Where(probes.Contains)]));
    }

    // Where none of the probes was selected, the first case that was takes their place: no shard is without one.
    private static HashSet<CaseId> Probes(Plan whole, IReadOnlyList<CaseId> listed, CaseId[] order)
    {
        HashSet<CaseId> planned = [.. whole.Planned];
        HashSet<CaseId> probes = [.. listed.Where(planned.Contains)];
        return probes.Count > 0 ? probes : [.. order.Where(planned.Contains).Take(1)];
    }
}
