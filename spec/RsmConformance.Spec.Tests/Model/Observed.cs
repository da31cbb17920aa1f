using RsmConformance.Abi;
using RsmConformance.Spec.Model;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>Reads what the model permits the way a judge would.</summary>
internal static class Observed
{
    private static Profile Profile(string name) => Stage.Specification.Profiles.Single(p => p.Name.Value == name);

    /// <summary>The transitions that the strict profile accepts.</summary>
    public static IEnumerable<Transition> Strict(this Permitted permitted) => permitted.Accepted("strict");

    /// <summary>The transitions that a profile accepts without a warning.</summary>
    public static IEnumerable<Transition> Accepted(this Permitted permitted, string profile) =>
        permitted.Transitions.Where(t => t.Deviations.Count == 0 && t.Readings.All(Profile(profile).Accepts));

    /// <summary>The codes that the strict profile accepts.</summary>
    public static RsmError[] Codes(this Permitted permitted) => CodesOf(permitted.Strict());

    /// <summary>The codes that the historical profile accepts or forgives, beyond those of strict.</summary>
    public static RsmError[] Forgiven(this Permitted permitted)
    {
        Profile historical = Profile("historical");
        IEnumerable<Transition> all = permitted.Transitions.Where(t =>
            t.Deviations.All(d => historical.Tolerates(d) is not null)
            && t.Readings.All(r => historical.Accepts(r) || historical.Tolerates(r) is not null));
        return [.. CodesOf(all).Except(permitted.Codes())];
    }

    public static int? Code(this Transition transition) => (transition.Outcome as Outcome.CallReturns)?.Code;

    public static bool Has(this Transition transition, string reading) => transition.Readings.Any(r => r.Value == reading);

    public static string[] ReadingsOf(this Permitted permitted, RsmError code) =>
        [.. permitted.Transitions.Where(t => t.Code() == (int)code).SelectMany(t => t.Readings).Select(r => r.Value).Distinct()];

    private static RsmError[] CodesOf(IEnumerable<Transition> transitions) =>
        [.. transitions.Select(t => t.Code()).OfType<int>().Distinct().Select(c => (RsmError)c)];
}
