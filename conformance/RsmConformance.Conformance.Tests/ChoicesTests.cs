using System.Collections.Concurrent;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Reference;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// Whatever an implementation chooses where the pages leave freedom, it conforms. Three hundred random ways to choose; to stay
/// quick each plays a twentieth of the cases, at least fifty, taken so that every case meets fifteen of the three hundred.
/// </summary>
public class ChoicesTests(RecordedSuite suite)
{
    private const int Seeds = 300;
    private const int SeedsPerCase = 15;
    private const int Stride = Seeds / SeedsPerCase;

    private static readonly Verdict[] Conforming = [Verdict.Pass, Verdict.Observed];

    [Fact]
    public void Rule_ReferenceWithThreeHundredRandomChoices_IsPassOrObserved()
    {
        ConcurrentBag<string> bad = [];
        Parallel.ForEach(Enumerable.Range(1, Seeds), seed =>
        {
            using var adapter = new ReferenceAdapter(new Behaviour(Choices.Random(seed), Deviations.None));
            foreach (Case testCase in CasesOf(seed))
            {
                RecordedCase evidence = suite.Play(adapter, testCase);
                foreach (Judgement judgement in suite.Rule(testCase, evidence).Where(j => !Conforming.Contains(j.Judgement.Verdict)).Select(j => j.Judgement))
                {
                    bad.Add($"seed {seed} {testCase.Id}: {judgement.Verdict} {judgement.Assertion} {judgement.Words}");
                }
            }
        });

        bad.Distinct().Order().Should().BeEmpty();
    }

    [Fact]
    public void CasesOf_AllSeeds_MeetEveryCaseFifteenTimesAndFiftyCasesEach()
    {
        Dictionary<CaseId, int> met = Enumerable.Range(1, Seeds).SelectMany(CasesOf).CountBy(c => c.Id).ToDictionary();

        met.Keys.Should().BeEquivalentTo(suite.Playable.Select(c => c.Id));
        met.Values.Should().OnlyContain(times => times == SeedsPerCase);
        Enumerable.Range(1, Seeds).Should().OnlyContain(seed => CasesOf(seed).Count() >= 50);
    }

    private IEnumerable<Case> CasesOf(int seed) => suite.Playable.Where((_, i) => (i + seed) % Stride == 0);
}
