using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness;

/// <summary>Decides what becomes of every case of a suite in a run.</summary>
public static class Planner
{
    /// <summary>Makes the plan of a run.</summary>
    /// <param name="suite">Every case.</param>
    /// <param name="selection">What the user asked for.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="means">What the bed and agent have.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="UsageException">A pattern matches nothing.</exception>
    public static Plan Make(
        IReadOnlyList<Case> suite,
        CaseSelection selection,
        Profile profile,
        IReadOnlySet<string> means)
    {
        DemandMatches(selection.Cases, suite.Select(c => c.Id.Text), "case");
        DemandMatches(selection.Skip, suite.Select(c => c.Id.Text), "case");
        DemandMatches(selection.Assertions, suite.SelectMany(c => c.Assertions), "assertion");
        var playable = new List<Case>();
        var unplayable = new List<Unplayable>();
        var excluded = new List<Exclusion>();
        foreach (Case testCase in suite)
        {
            string[] missing = [.. RequiredMeans.Of(testCase).Where(m => !means.Contains(m))];
            if (ReasonToExclude(testCase, selection, profile) is { } why)
            {
                excluded.Add(new Exclusion(testCase.Id, why));
            }
            else if (missing.Length > 0)
            {
                unplayable.Add(new Unplayable(testCase, missing));
            }
            else
            {
                playable.Add(testCase);
            }
        }

        return new Plan(playable, unplayable, excluded);
    }

    private static string? ReasonToExclude(Case testCase, CaseSelection selection, Profile profile)
    {
        string id = testCase.Id.Text;
        return !testCase.Profiles.Contains(profile.Assertions.Value) ? $"not demanded by profile {profile.Name}"
            : selection.Cases.Count > 0 && !selection.Cases.Any(p => p.Matches(id)) ? "not among the cases asked for"
            : selection.Assertions.Count > 0 && !testCase.Assertions.Any(a => selection.Assertions.Any(p => p.Matches(a)))
                ? "bears on none of the assertions asked for"
            : selection.Skip.FirstOrDefault(p => p.Matches(id)) is { } skip ? $"left out by --skip {skip}"
            : null;
    }

    private static void DemandMatches(IReadOnlyList<CasePattern> patterns, IEnumerable<string> ids, string what)
    {
        if (patterns.FirstOrDefault(p => !ids.Any(p.Matches)) is { } idle)
        {
            throw new UsageException($"the pattern '{idle}' matches no {what}; see 'rsm-conformance list' for the ids, or use * and **");
        }
    }
}
