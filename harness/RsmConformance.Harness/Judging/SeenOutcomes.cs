using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness;

/// <summary>
/// What was seen at the steps that the case is about, held against what the case states. The case and the model are two
/// statements of the page by different hands: an outcome must satisfy both.
/// </summary>
internal sealed class SeenOutcomes(Case testCase, Profile profile)
{
    private readonly HashSet<StepId> _about = [.. testCase.Expected.Select(e => e.Step)];
    private readonly List<SeenOutcome> _all = [];
    private readonly GrowthRule _growth = new(RequiredMeans.Flatten(testCase.Script).Select(s => s.Action).OfType<StepAction.Measure>()
        .CountBy(m => m.Series).ToDictionary());

    /// <summary>Everything that was seen at these steps.</summary>
    public IReadOnlyList<SeenOutcome> All => _all;

    /// <summary>The deviation that the case itself names for what was seen; null when it needs none.</summary>
    public string? Tolerated { get; private set; }

    /// <summary>The outcome that a deviation was seen at, or the last.</summary>
    public SeenOutcome? Decisive { get; private set; }

    /// <summary>The first outcome where the page leaves a choice.</summary>
    public SeenOutcome? Choice => _all.Find(o => o.Accepted.Count > 1);

    public void Note(Step step, TraceEvent seen, string outcome, Narrowing? narrowing)
    {
        if (_about.Contains(step.Id))
        {
            _all.Add(new SeenOutcome(step.Id, seen.Value, outcome, narrowing?.Accepted ?? [outcome], narrowing?.Tolerated ?? []));
        }
    }

    /// <summary>Whether the case states what a step may show, and this is not among it.</summary>
    public bool IsForbiddenByCase(Step step, TraceEvent seen, string outcome) => testCase.Expected.Any(e =>
        e.Step == step.Id
        && (e.Value is null || e.Value == seen.Value)
        && !e.Outcomes.Any(o => o.Outcome == outcome && (StatedOutcomes.IsAccepted(o, profile) || StatedOutcomes.Tolerance(o, profile) is not null)));

    public Finding? Measure(Step step, StepAction.Measure measure, TraceEvent seen)
    {
        if (seen.Measured is not { } value)
        {
            return Finding.HarnessFault($"the measurement in step {step.Id} has no number");
        }

        if (_growth.Add(measure, value) is not { } grown)
        {
            return null;
        }

        bool tolerated = ToleratesGrowth(step);
        _all.Add(new SeenOutcome(
            step.Id, null, grown ? OutcomeName.Growth : OutcomeName.Steady, [OutcomeName.Steady], tolerated ? [OutcomeName.Growth] : []));
        return grown && !tolerated
            ? new Finding(
                Verdict.Fail,
                ReasonCode.Growth,
                $"{measure.Series} grows with every cycle: {_growth.Describe(measure.Series)}",
                step.Id,
                step.About ?? testCase.Assertions[0],
                [OutcomeName.Steady],
                OutcomeName.Growth)
            : null;
    }

    /// <summary>Holds what was seen against what the case states.</summary>
    public Finding? Check()
    {
        foreach (Expectation expectation in testCase.Expected)
        {
            SeenOutcome[] seen = [.. _all.Where(o => o.Step == expectation.Step && (expectation.Value is null || expectation.Value == o.Value))];
            if (seen.Length == 0)
            {
                return Finding.HarnessFault($"nothing was seen at step {expectation.Step}, which the case is about");
            }

            foreach (SeenOutcome outcome in seen)
            {
                if (Check(expectation, outcome) is { } finding)
                {
                    return finding;
                }
            }
        }

        return null;
    }

    // No state of the model grows, so here the case alone can name the deviation.
    private bool ToleratesGrowth(Step step) => testCase.Expected.Any(e =>
        e.Step == step.Id && e.Outcomes.Any(o => o.Outcome == OutcomeName.Growth && StatedOutcomes.Tolerance(o, profile) is not null));

    private Finding? Check(Expectation expectation, SeenOutcome seen)
    {
        PermittedOutcome[] stated = [.. expectation.Outcomes.Where(o => o.Outcome == seen.Outcome)];
        if (stated.Any(o => StatedOutcomes.IsAccepted(o, profile)))
        {
            return null;
        }

        if (stated.Select(o => StatedOutcomes.Tolerance(o, profile)).FirstOrDefault(t => t is not null) is { } deviation)
        {
            Tolerated = deviation;
            Decisive = seen;
            return null;
        }

        return new Finding(
            Verdict.Fail,
            ReasonCode.NotPermitted,
            $"step {seen.Step}: the case permits {string.Join(" or ", StatedOutcomes.Accepted(expectation, profile))}; seen was {seen.Outcome}",
            seen.Step,
            testCase.Assertions[0],
            StatedOutcomes.Accepted(expectation, profile),
            seen.Outcome);
    }
}
