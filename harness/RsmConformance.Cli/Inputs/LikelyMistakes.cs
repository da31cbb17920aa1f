using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Defects;
using RsmConformance.Harness;
using RsmConformance.Harness.Repro;
using RsmConformance.Spec;

namespace RsmConformance.Cli.Inputs;

/// <summary>Which of the seeded defects look like a failure: those that break the same assertion and show the same in the same case.</summary>
internal static class LikelyMistakes
{
    private const int Most = 5;
    private static readonly RunSettings Settings = new("explain", TimeSpan.FromSeconds(1), 1);

    /// <summary>The sentences of the defects that look the same, the first few.</summary>
    public static IReadOnlyList<string> Of(Case testCase, ResultLine.Ruled result, Profile profile)
    {
        BedDescription bed = BedInput.Load(null);
        bool mayHang = VerdictName.Parse(result.Verdict) == Verdict.Hang;
        return
        [
            .. DefectCatalogue.All.Where(d => d.Breaks[0] == result.Assertion && (mayHang || d.Shows != Shows.Hang))
                .Where(d => LooksTheSame(d, testCase, result, bed, profile)).Take(Most).Select(d => $"{d.Sentence} ({d.Id})"),
        ];
    }

    private static bool LooksTheSame(Defect defect, Case testCase, ResultLine.Ruled result, BedDescription bed, Profile profile)
    {
        using var adapter = new ReferenceAdapter(defect.Rules, defect.Id);
        Judgement judgement = new Player(adapter, bed, profile, Settings).Play(testCase).Judgement;
        return VerdictName.Of(judgement.Verdict) == result.Verdict
            && judgement.Assertion == result.Assertion
            && judgement.Step == result.Step
            && judgement.Observed == result.Observed;
    }
}
