using System.Collections.Concurrent;
using RsmConformance.Abi;
using RsmConformance.Adapters.Reference;
using RsmConformance.Contract;
using RsmConformance.Harness;
using RsmConformance.Spec;

namespace RsmConformance.Conformance.Tests;

/// <summary>
/// The way from adapter to verdict with a liar on it: <see cref="LyingTests"/> changes evidence that was recorded, this changes the
/// message before anything of the harness has seen it. One run for each case and kind of lie.
/// </summary>
public class LyingAdapterTests(RecordedSuite suite)
{
    private const int Leaked = 1000;

    [Fact]
    public void Rule_AdapterLiesAboutTheAct_IsFailThatNamesAnAssertion()
    {
        string[] unnoticed = Each((recorded, adapter) =>
        {
            Profile profile = FirstOf(recorded.Case);
            if (Liar(recorded.Case, recorded.Evidence, profile) is not { } lie)
            {
                return $"{recorded.Case.Id}: there is nothing to lie about";
            }

            using var liar = new LyingAdapter(adapter, lie);
            Judgement judgement = new Judge(profile).Rule(recorded.Case, suite.Play(liar, recorded.Case));
            bool noticed = judgement is { Verdict: Verdict.Fail, Assertion: { } named } && suite.Specification.Find(new AssertionId(named)) is not null;
            return noticed && liar.Told > 0 ? null : $"{recorded.Case.Id}: {liar.Told} lies told, {judgement.Verdict} {judgement.Assertion} {judgement.Words}";
        });

        unnoticed.Should().BeEmpty();
    }

    [Fact]
    public void Rule_AdapterLiesAboutTheControl_IsUnresolved()
    {
        string[] decided = Each((recorded, adapter) =>
        {
            if (recorded.Case.Script.FirstOrDefault(s => s is { Part: StepPart.Control, Action: StepAction.Call }) is not { } control)
            {
                return null;
            }

            using var liar = new LyingAdapter(adapter, e =>
                e.Step == control.Id && e.Event == EventKind.Return ? e with { Code = (int)RsmError.RSMERR_INSUFFICIENT_RESOURCES } : e);
            Judgement judgement = new Judge(FirstOf(recorded.Case)).Rule(recorded.Case, suite.Play(liar, recorded.Case));
            return judgement.Verdict == Verdict.Unresolved && liar.Told == 1
                ? null
                : $"{recorded.Case.Id} {control.Id}: {liar.Told} lies told, {judgement.Verdict} {judgement.Words}";
        });

        decided.Should().BeEmpty();
    }

    private string[] Each(Func<(Case Case, RecordedCase Evidence), IAdapter, string?> unnoticed)
    {
        ConcurrentBag<string> all = [];
        Parallel.ForEach(
            suite.Recorded,
            () => new ReferenceAdapter(),
            (recorded, _, adapter) =>
            {
                if (unnoticed(recorded, adapter) is { } words)
                {
                    all.Add(words);
                }

                return adapter;
            },
            adapter => adapter.Dispose());
        return [.. all.Order(StringComparer.Ordinal)];
    }

    private Profile FirstOf(Case testCase) => suite.Specification.Profiles.First(p => testCase.Profiles.Contains(p.Name.Value));

    /// <summary>
    /// Lies once about the act: at the first step that the case is about and whose end leaves room for a lie. Where a case counts, every
    /// count is higher than the last; where anything is right at the act, the first check of the frame fails.
    /// </summary>
    private static Func<TraceEvent, TraceEvent>? Liar(Case testCase, RecordedCase evidence, Profile profile)
    {
        TraceEvent? at = testCase.Expected
            .SelectMany(expected => evidence.Events.Where(e => e.EndsStep && e.Step == expected.Step))
            .FirstOrDefault(e => Lie(testCase, e, profile) is not null);
        if (at is not null)
        {
            return Once(at.Step, e => Lie(testCase, e, profile));
        }

        if (evidence.Events.Any(e => e.Measured is not null))
        {
            long leaked = 0;
            return truth => truth.Measured is { } level ? truth with { Measured = level + (leaked += Leaked) } : truth;
        }

        HashSet<StepId> frame = [.. testCase.Script.Where(s => s.Part == StepPart.Frame).Select(s => s.Id)];
        return evidence.Events.FirstOrDefault(e => e.Event == EventKind.Return && frame.Contains(e.Step)) is { } called
            ? Once(called.Step, e => e with { Code = (int)RsmError.RSMERR_INTERNAL_ERROR })
            : evidence.Events.LastOrDefault(e => e.Data is not null && frame.Contains(e.Step)) is { } loaded
            ? Once(loaded.Step, e => e with { Data = e.Data! with { Hash = "0123456789abcdef" } })
            : null;
    }

    /// <summary>Something that neither the case nor the profile permits at a step; null where there is no such thing.</summary>
    private static TraceEvent? Lie(Case testCase, TraceEvent truth, Profile profile)
    {
        string[] permitted =
        [
            .. testCase.Expected.Where(e => e.Step == truth.Step && (e.Value is null || e.Value == truth.Value))
                .SelectMany(e => StatedOutcomes.Accepted(e, profile).Concat(StatedOutcomes.Tolerated(e, profile))),
        ];
        Step step = RequiredMeans.Flatten(testCase.Script).First(s => s.Id == truth.Step);
        return step.Action is StepAction.Call or StepAction.Load or StepAction.Store
            ? Lies.Instead(step, truth, permitted).Select(l => l.Lie).FirstOrDefault()
            : null;
    }

    private static Func<TraceEvent, TraceEvent> Once(StepId step, Func<TraceEvent, TraceEvent?> lie)
    {
        bool told = false;
        return truth =>
        {
            if (told || truth.Step != step || lie(truth) is not { } lied)
            {
                return truth;
            }

            told = true;
            return lied;
        };
    }
}
