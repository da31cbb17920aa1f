using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>Every case is able to fail: for each outcome that its page forbids, and for a control that does not hold.</summary>
public class LyingTests(RecordedSuite suite)
{
    [Fact]
    public void Rule_ActShowsWhatIsNotPermitted_IsFailThatNamesTheAssertion()
    {
        string[] unnoticed = [.. suite.Demanded.SelectMany(d => Unnoticed(d.Profile, d.Case, d.Evidence))];

        unnoticed.Should().BeEmpty();
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

        decided.Should().BeEmpty();
    }

    [Fact]
    public void Rule_AnyStepNotRun_IsNeverGreen()
    {
        string[] green =
        [
            .. from recorded in suite.Recorded
               let profile = suite.Specification.Profiles.First(p => recorded.Case.Profiles.Contains(p.Name.Value))
               from step in recorded.Case.Script
               let judgement = new Judge(profile).Rule(recorded.Case, NotRun(recorded.Evidence, step.Id))
               where judgement.Verdict is Verdict.Pass or Verdict.Observed or Verdict.Warn
               select $"{recorded.Case.Id} {step.Id}: {judgement.Verdict}",
        ];

        green.Should().BeEmpty();
    }

    private static IEnumerable<string> Unnoticed(Profile profile, Case testCase, RecordedCase evidence)
    {
        var judge = new Judge(profile);
        foreach (Expectation expectation in testCase.Expected)
        {
            string[] permitted = [.. StatedOutcomes.Accepted(expectation, profile), .. StatedOutcomes.Tolerated(expectation, profile)];
            for (int i = 0; i < evidence.Events.Count; i++)
            {
                TraceEvent truth = evidence.Events[i];
                if (!truth.EndsStep || truth.Step != expectation.Step || (expectation.Value is { } value && truth.Value != value))
                {
                    continue;
                }

                foreach ((string what, TraceEvent lie) in Lies.Instead(truth, permitted))
                {
                    Judgement judgement = judge.Rule(testCase, Replace(evidence, i, lie));
                    if (judgement.Verdict != Verdict.Fail || !testCase.Assertions.Contains(judgement.Assertion!))
                    {
                        yield return $"{profile.Name} {testCase.Id} {truth.Step} {truth.Value}: {what} instead of {OutcomeOf(truth)} "
                            + $"is {judgement.Verdict} {judgement.Assertion}";
                    }
                }
            }
        }
    }

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
