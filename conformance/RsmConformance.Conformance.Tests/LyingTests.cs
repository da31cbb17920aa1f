using System.Collections.Concurrent;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>Every case is able to fail: for each outcome that its page forbids, and for a control that does not hold.</summary>
public class LyingTests(RecordedSuite suite)
{
    private const int LiesInLastTurn = 3;

    [Fact]
    public void Rule_ActShowsWhatIsNotPermitted_IsFailThatNamesAnAssertion()
    {
        ConcurrentBag<string> unnoticed = [];
        Parallel.ForEach(suite.Demanded, demanded =>
        {
            foreach ((TraceEvent truth, string what, Judgement judgement) in Trials(demanded.Profile, demanded.Case, demanded.Evidence))
            {
                // D03 leaves a value behind with a failure; only the historical profile lets it.
                if (judgement is { Verdict: Verdict.Warn, Deviations: ["D03"] } && truth.Code != 0)
                {
                    continue;
                }

                if (judgement.Verdict != Verdict.Fail || judgement.Assertion is null
                    || suite.Specification.Find(new AssertionId(judgement.Assertion)) is null)
                {
                    unnoticed.Add($"{demanded.Profile.Name} {demanded.Case.Id} {truth.Step} {truth.Value}: {what} "
                        + $"instead of {OutcomeOf(truth)} is {judgement.Verdict} {judgement.Assertion}");
                }
            }
        });

        string.Join("\n", unnoticed).Should().BeEmpty();
    }

    [Fact]
    public void Rule_ActShowsWhatIsNotPermitted_SomeLieNamesTheCasesOwnAssertion()
    {
        ConcurrentBag<string> idle = [];
        Parallel.ForEach(suite.Recorded, recorded =>
        {
            Profile profile = suite.Specification.Profiles.First(p => recorded.Case.Profiles.Contains(p.Name.Value));
            HashSet<string?> named =
            [
                .. Trials(profile, recorded.Case, recorded.Evidence).Select(t => t.Judgement.Assertion),
                .. GrowthTrials(profile, recorded.Case, recorded.Evidence).Select(j => j.Assertion),
                .. FrameTrials(profile, recorded.Case, recorded.Evidence).Select(j => j.Assertion),
            ];
            if (!named.Overlaps(recorded.Case.Assertions))
            {
                idle.Add($"{recorded.Case.Id}: lies break only {string.Join(", ", named)}");
            }
        });

        string.Join("\n", idle).Should().BeEmpty();
    }

    [Fact]
    public void Rule_ControlFails_IsUnresolved()
    {
        string[] decided =
        [
            .. from demanded in suite.Demanded
               from control in demanded.Case.Script.Where(s => s.Part == StepPart.Control && s.Action is StepAction.Call)
               let judgement = new Judge(demanded.Profile).Rule(demanded.Case, Fail(demanded.Evidence, control.Id))
               where judgement.Verdict != Verdict.Unresolved
               select $"{demanded.Profile.Name} {demanded.Case.Id} {control.Id}: {judgement.Verdict} {judgement.Words}",
        ];

        string.Join("\n", decided).Should().BeEmpty();
    }

    [Fact]
    public void Rule_AnyStepNotRun_IsNeverGreen()
    {
        string[] green =
        [
            .. from recorded in suite.Recorded.AsParallel()
               let profile = suite.Specification.Profiles.First(p => recorded.Case.Profiles.Contains(p.Name.Value))
               from step in recorded.Case.Script
               where recorded.Evidence.Events.Any(e => e.Step == step.Id && e.EndsStep && e.Event != EventKind.NotRun)
               let judgement = new Judge(profile).Rule(recorded.Case, NotRun(recorded.Evidence, step.Id))
               where judgement.Verdict is Verdict.Pass or Verdict.Observed or Verdict.Warn
               select $"{recorded.Case.Id} {step.Id}: {judgement.Verdict}",
        ];

        string.Join("\n", green).Should().BeEmpty();
    }

    /// <summary>
    /// The judgement of every lie at every step that the case is about; in a loop, of every lie in the first turn and of a few
    /// in the last.
    /// </summary>
    private static IEnumerable<(TraceEvent Truth, string What, Judgement Judgement)> Trials(
        Profile profile,
        Case testCase,
        RecordedCase evidence)
    {
        var judge = new Judge(profile);
        foreach (Expectation expectation in testCase.Expected)
        {
            string[] permitted = [.. StatedOutcomes.Accepted(expectation, profile), .. StatedOutcomes.Tolerated(expectation, profile)];
            int[] ends = [.. Enumerable.Range(0, evidence.Events.Count).Where(i => Ends(evidence.Events[i], expectation))];
            Step step = RequiredMeans.Flatten(testCase.Script).First(s => s.Id == expectation.Step);
            foreach (int index in ends.Length > 2 ? [ends[0], ends[^1]] : ends)
            {
                TraceEvent truth = evidence.Events[index];
                foreach ((string what, TraceEvent lie) in Lies.Instead(step, truth, permitted).Take(index == ends[0] ? int.MaxValue : LiesInLastTurn))
                {
                    yield return (truth, what, judge.Rule(testCase, Replace(evidence, index, lie)));
                }
            }
        }
    }

    /// <summary>The judgement of every measured series in which each cycle leaves something behind.</summary>
    private static IEnumerable<Judgement> GrowthTrials(Profile profile, Case testCase, RecordedCase evidence)
    {
        var judge = new Judge(profile);
        Dictionary<StepId, StepAction.Measure> measures = RequiredMeans.Flatten(testCase.Script)
            .Where(s => s.Action is StepAction.Measure).ToDictionary(s => s.Id, s => (StepAction.Measure)s.Action);
        foreach (string series in measures.Values.Select(m => m.Series).Distinct())
        {
            long left = 0;
            var events = new List<TraceEvent>();
            foreach (TraceEvent truth in evidence.Events)
            {
                bool inSeries = truth.Measured is not null && measures[truth.Step].Series == series;
                left += inSeries ? measures[truth.Step].Cycles : 0;
                events.Add(inSeries ? truth with { Measured = truth.Measured + left } : truth);
            }

            yield return judge.Rule(testCase, evidence with { Events = events });
        }
    }

    /// <summary>The judgement of a lie at every frame check: a refusal, or other data.</summary>
    private static IEnumerable<Judgement> FrameTrials(Profile profile, Case testCase, RecordedCase evidence)
    {
        var judge = new Judge(profile);
        HashSet<StepId> frame = [.. testCase.Script.Where(s => s.Part == StepPart.Frame).Select(s => s.Id)];
        for (int i = 0; i < evidence.Events.Count; i++)
        {
            TraceEvent truth = evidence.Events[i];
            if (truth.EndsStep && frame.Contains(truth.Step) && (truth.Code is not null || truth.Data is not null))
            {
                TraceEvent lie = truth.Data is { } data
                    ? truth with { Data = data with { Hash = "0123456789abcdef" } }
                    : truth with { Code = 100 };
                yield return judge.Rule(testCase, Replace(evidence, i, lie));
            }
        }
    }

    private static bool Ends(TraceEvent truth, Expectation expectation) =>
        truth.EndsStep && truth.Step == expectation.Step && (expectation.Value is null || truth.Value == expectation.Value);

    private static string OutcomeOf(TraceEvent truth) => truth.Code is { } code ? OutcomeName.OfCode(code) : truth.Event.ToString();

    private static RecordedCase Replace(RecordedCase evidence, int index, TraceEvent lie)
    {
        TraceEvent[] events = [.. evidence.Events];
        events[index] = lie;
        return evidence with { Events = events };
    }

    private static RecordedCase Fail(RecordedCase evidence, StepId step) => evidence with
    {
        Events = [.. evidence.Events.Select(e => e.Step == step && e.Event == EventKind.Return ? e with { Code = 31 } : e)],
    };

    private static RecordedCase NotRun(RecordedCase evidence, StepId step) => evidence with
    {
        Events = [.. evidence.Events.Select(e => e.Step == step && e.EndsStep ? e with { Event = EventKind.NotRun, Why = "a test" } : e)],
    };
}
