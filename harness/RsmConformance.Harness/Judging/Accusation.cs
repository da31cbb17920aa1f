using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;
using RsmConformance.Spec.Model;

namespace RsmConformance.Harness;

/// <summary>Names the assertion that forbids an observation which no world permits.</summary>
internal static class Accusation
{
    /// <summary>For a call that returned.</summary>
    public static (AssertionId Assertion, string Observed) Of(Narrowing narrowing, TraceEvent seen)
    {
        Blame blame = narrowing.Blame!;
        int code = seen.Code!.Value;
        string name = OutcomeName.OfCode(code);
        if (!narrowing.Accepted.Contains(name) && !narrowing.Tolerated.Contains(name))
        {
            return (blame.WrongCode(code), name);
        }

        OutputSeen? broken = (seen.Outputs ?? []).FirstOrDefault(o => !o.CanaryIntact);
        if (broken is not null)
        {
            return (blame.Canary, $"{name}, and memory beside {broken.Name} was written");
        }

        OutputSeen? output = seen.Outputs is { Count: > 0 } outputs ? outputs[0] : null;
        if (output?.SameAs is { } other && code == (int)RsmError.RSM_SUCCESS)
        {
            return (blame.Distinct, $"{name}, and the handle that {other} has already");
        }

        string left = output switch
        {
            { SameAs: { } earlier } => $"the handle that {earlier} has already",
            { } => $"{output.Name} {output.State.ToString().ToLowerInvariant()}",
            null => "an unexpected output",
        };
        AssertionId assertion = output is { SameAs: not null } ? blame.Distinct : blame.WrongOutput(code);
        return (assertion, $"{name}, and {left}");
    }

    /// <summary>For a load, store or other action.</summary>
    public static AssertionId OfAction(Narrowing narrowing, TraceEvent seen) =>
        seen.Event == EventKind.Faulted || seen.Data is null ? narrowing.Blame!.Fault : narrowing.Blame!.Data;
}
