using RsmConformance.Adapters.Reference;
using RsmConformance.Defects;
using RsmConformance.Harness.Discrimination;

namespace RsmConformance.Cli.Inputs;

/// <summary>A defect of the catalogue as something that the suite can be pointed at.</summary>
internal static class SeededDefect
{
    public static Mutant ToMutant(Defect defect) => new(
        defect.Id,
        defect.Sentence,
        string.Join(", ", OverriddenRule.Of(defect)),
        defect.Shows.ToString().ToLowerInvariant(),
        defect.Breaks,
        defect.Shows == Shows.Hang,
        defect.Excuse,
        () => new ReferenceAdapter(defect.Rules, defect.Id));
}
