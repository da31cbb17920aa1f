using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Reference;
using RsmConformance.Spec;
using Deviation = RsmConformance.Reference.Deviation;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// Every deviation of the historical implementation that concerns the two functions and that the reference can imitate, each alone:
/// the suite catches it in the profile strict, and in the profile historical says its number instead. Played are the cases that bear
/// on an assertion that the deviation breaks, and of the others one in eight, since most of them cannot meet it.
/// </summary>
public class DeviationTests(RecordedSuite suite)
{
    private const int OneIn = 8;

    /// <summary>What no case sees, and why. An entry that a case sees is out of date and fails the test.</summary>
    private static readonly Dictionary<Deviation, string> Unseen = new()
    {
        [Deviation.D33] = "A matter of rsm_get_controller: no case opens a controller by its name in other letters.",
        [Deviation.D35] = "What becomes of a handle of another kind is undefined in strict; the profile hardened demands the refusal and sees it.",
        [Deviation.D36] = "The implicit map that the refused disconnect removed is made again by the next transfer; there is no call that tells.",
        [Deviation.D39] = "A matter of rsm_memseg_import_map: no case maps what is not aligned, as the hang would cost every run its limit.",
        [Deviation.D45] = "A matter of rsm_release_controller, which cases call with good handles only.",
        [Deviation.D54] = "A permitted reading (A24): PASS or OBSERVED everywhere; the number is kept for reports.",
        [Deviation.D63] = "A matter of rsm_memseg_import_map: cases map with the three modes that mean something.",
        [Deviation.D66] = "The implicit map that a refused transfer leaves behind goes with the disconnect; there is no call that tells.",
        [Deviation.D78] = "A matter of rsm_intr_signal_post: no case posts over a link that has ended.",
    };

    /// <summary>The deviations that show only where a choice brings about their situation.</summary>
    private static readonly Dictionary<Deviation, Choices> Situation = new()
    {
        [Deviation.D25] = new Choices { A23 = PrivilegedCaller.Override },
    };

    /// <summary>The deviations of the specification that the reference can imitate; those of other functions are not in it.</summary>
    public static TheoryData<Deviation> Imitated
    {
        get
        {
            HashSet<string> concerned = [.. Specification.Load().Deviations.Select(d => d.Id.Value)];
            return [.. Enum.GetValues<Deviation>().Where(d => concerned.Contains(d.ToString()))];
        }
    }

    [Theory]
    [MemberData(nameof(Imitated))]
    public void Rule_DeviationOn_IsFailInStrictAndWarnWithItsNumberInHistorical(Deviation deviation)
    {
        Shown[] shown = [.. Show(deviation)];
        Verdict caught = deviation == Deviation.D01 ? Verdict.Crash : Verdict.Fail;
        CaseId[] visible = [.. shown.Where(s => s.In("strict") == caught).Select(s => s.Case)];
        string[] wrong =
        [
            .. from s in shown
               let expected = visible.Contains(s.Case) ? Verdict.Warn : s.In("strict")
               let historical = s.Judgements.GetValueOrDefault("historical")
               where historical is not null
               where historical.Verdict != expected || (expected == Verdict.Warn && !historical.Deviations.Contains(deviation.ToString()))
               select $"{s.Case}: {s.In("strict")}, then {historical.Verdict} [{string.Join(' ', historical.Deviations)}] {historical.Words}",
        ];

        wrong.Should().BeEmpty("the profile historical tolerates what the profile strict catches, and nothing else changes");
        shown.Where(s => s.In("strict") is Verdict.Hang or Verdict.HarnessError).Should().BeEmpty();
        if (Unseen.TryGetValue(deviation, out string? why))
        {
            visible.Should().BeEmpty("{0} is listed as unseen: {1}", deviation, why);
        }
        else
        {
            visible.Should().NotBeEmpty("{0} must be seen, or listed with the reason why it cannot", deviation);
        }
    }

    [Fact]
    public void Rule_HandleOfAnotherKindMisjudged_IsFailInHardened() =>
        Show(Deviation.D35).Should().Contain(s => s.In("hardened") == Verdict.Fail);

    private IEnumerable<Shown> Show(Deviation deviation)
    {
        Choices choices = Situation.GetValueOrDefault(deviation) ?? new Choices();
        using var adapter = new ReferenceAdapter(new Behaviour(choices, Deviations.Of(deviation)));
        HashSet<string> broken =
            [.. suite.Specification.Deviations.Single(d => d.Id.Value == deviation.ToString()).Assertions.Select(a => a.Value)];
        foreach ((Case testCase, int i) in suite.Playable.Select((c, i) => (c, i)))
        {
            if (broken.Overlaps(testCase.Assertions) || i % OneIn == (int)deviation % OneIn)
            {
                yield return new Shown(
                    testCase.Id, suite.Rule(testCase, suite.Play(adapter, testCase)).ToDictionary(r => r.Profile.Name.Value, r => r.Judgement));
            }
        }
    }

    private sealed record Shown(CaseId Case, IReadOnlyDictionary<string, Judgement> Judgements)
    {
        public Verdict? In(string profile) => Judgements.GetValueOrDefault(profile)?.Verdict;
    }
}
