using RsmConformance.Harness;

namespace RsmConformance.Cli.Rendering;

/// <summary>Prints a plan: what can be played, and what cannot because of which missing means.</summary>
internal static class PlanText
{
    public static void Write(TextWriter to, Plan plan)
    {
        to.WriteLine(RunHead.PlanLine(plan));
        if (plan.Playable.Count > 0)
        {
            to.WriteLine("to play:");
            foreach (var playable in plan.Playable)
            {
                to.WriteLine("  " + playable.Id);
            }
        }

        WriteLacking(to, plan);
        foreach (var lack in plan.Unplayable.GroupBy(u => string.Join(", ", u.Missing)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            to.WriteLine($"unplayable, the bed or agent lacks {lack.Key}:");
            foreach (Unplayable unplayable in lack)
            {
                to.WriteLine("  " + unplayable.Case.Id);
            }
        }

        foreach (var why in plan.Excluded.GroupBy(e => e.Why))
        {
            to.WriteLine($"excluded, {why.Key}: {why.Count()}");
        }
    }

    // Whoever sets a bed up wants to know first which means would win the most.
    private static void WriteLacking(TextWriter to, Plan plan)
    {
        if (plan.Unplayable.Count == 0)
        {
            return;
        }

        var table = new TextTable("missing means", "cases that need it");
        foreach ((string means, int cases) in plan.Unplayable.SelectMany(u => u.Missing).CountBy(m => m)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Add(means, cases.ToString());
        }

        table.WriteText(to);
    }
}
