using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// Which steps run beside others without a gate that orders them. What such a step may show depends on which of the two was
/// first, and a play shows one order only.
/// </summary>
internal static class Races
{
    // One of several calls succeeds and none says which, so a play shows one half of the outcomes at each.
    private const string OneOfSeveral = "A33.one-success-one-bad-seg-hndl";

    /// <summary>Whether another thread's step decides which of the stated outcomes a step can still show.</summary>
    public static bool Decide(Case testCase, Expectation expectation)
    {
        if (testCase.Script.Any(s => s.Action is StepAction.HoldGate))
        {
            return expectation.Outcomes.Any(o => o.Reading == OneOfSeveral);
        }

        Dictionary<StepId, HashSet<StepId>> before = Before(testCase);
        Step top = testCase.Script.First(s => RequiredMeans.Flatten([s]).Any(inner => inner.Id == expectation.Step));
        return testCase.Script.Any(s => s.Id != top.Id && !before[top.Id].Contains(s.Id) && !before[s.Id].Contains(top.Id));
    }

    private static Dictionary<StepId, HashSet<StepId>> Before(Case testCase)
    {
        var before = new Dictionary<StepId, HashSet<StepId>>();
        StepId? previous = null;
        foreach (Step step in testCase.Script)
        {
            IEnumerable<StepId> after = step.After is { } named ? named : previous is { } p ? [p] : [];
            before[step.Id] = [.. after, .. after.SelectMany(a => before[a])];
            previous = step.Id;
        }

        return before;
    }
}
