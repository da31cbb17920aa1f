using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Comparing;

/// <summary>
/// Reads off the evidence of a run what its implementation chose. An outcome is evidence of a reading only where the case leaves
/// open nothing but the readings of one interpretation and the outcome belongs to one of them.
/// </summary>
internal sealed class ChoiceEvidence
{
    private static readonly InterpretationId OutputAfterFailure = new("A05");

    private readonly Specification _specification;
    private readonly List<Sighting> _sightings = [];
    private readonly List<CaseId> _unjudged = [];

    private ChoiceEvidence(Specification specification) => _specification = specification;

    /// <summary>What was seen.</summary>
    public IReadOnlyList<Sighting> Sightings => _sightings;

    /// <summary>The cases whose evidence the judge could not follow, as when somebody changed the trace.</summary>
    public IReadOnlyList<CaseId> Unjudged => _unjudged;

    /// <summary>Looks through a run; nothing is seen of cases that are not decided, and nothing where the profile is not at hand.</summary>
    public static ChoiceEvidence Of(ComparedRun run)
    {
        var evidence = new ChoiceEvidence(run.Input.Specification);
        if (run.Input.Profile is { } profile)
        {
            var judge = new Judge(profile);
            foreach (RecordedCase recorded in run.Input.Evidence.Values)
            {
                bool isDecided = run.Verdicts.TryGetValue(recorded.Case, out CaseVerdict? ruled) && Changes.IsDecided(ruled.Verdict);
                if (isDecided && run.Input.Cases.TryGetValue(recorded.Case, out Case? testCase))
                {
                    evidence._sightings.AddRange(Outputs(testCase, recorded, evidence._specification));
                    evidence.AddOutcomes(testCase, recorded, judge);
                }
            }
        }

        return evidence;
    }

    private void AddOutcomes(Case testCase, RecordedCase recorded, Judge judge)
    {
        Expectation[] open = [.. testCase.Expected.Where(e => e.Outcomes.Any(o => o.Reading is not null) || Alternatives(e).Length > 1)];
        if (open.Length == 0)
        {
            return;
        }

        IReadOnlyList<SeenOutcome> seen = Seen(testCase, recorded, judge);
        _sightings.AddRange(open.SelectMany(e => seen
            .Where(s => s.Step == e.Step && (e.Value is null || e.Value == s.Value))
            .Select(s => Sight(testCase.Id, e, s.Outcome, _specification)).OfType<Sighting>()));
    }

    private IReadOnlyList<SeenOutcome> Seen(Case testCase, RecordedCase recorded, Judge judge)
    {
        try
        {
            return judge.Rule(testCase, recorded).Seen;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _unjudged.Add(testCase.Id); // What the judge stumbles over is no evidence; a note says so.
            return [];
        }
    }

    /// <summary>What an outcome at a step shows; null where it shows nothing.</summary>
    internal static Sighting? Sight(CaseId id, Expectation expectation, string outcome, Specification specification)
    {
        string[] readings = [.. expectation.Outcomes.Where(o => o.Outcome == outcome).Select(o => o.Reading ?? "").Distinct()];
        if (readings.Length == 0)
        {
            return null;
        }

        string[] interpretations = [.. expectation.Outcomes.Select(o => o.Reading is { } r ? new ReadingId(r).Interpretation.Value : "").Distinct()];
        if (interpretations is [{ Length: > 0 } one])
        {
            return readings.Length == 1 ? new Sighting(one, specification.Find(new InterpretationId(one))!.Title, readings[0], id) : null;
        }

        // Several conditions at once: which is reported is the choice, whatever the readings of each.
        string[] alternatives = Alternatives(expectation);
        return alternatives.Length > 1 ? new Sighting("", "which of " + string.Join(", ", alternatives), outcome, id) : null;
    }

    private static string[] Alternatives(Expectation expectation) =>
        [.. expectation.Outcomes.Where(o => o.Deviation is null).Select(o => o.Outcome).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Sighting> Outputs(Case testCase, RecordedCase recorded, Specification specification)
    {
        HashSet<StepId> connects =
        [
            .. RequiredMeans.Flatten(testCase.Script).Where(s => s.Action is StepAction.Call { Api: ImportConnect }).Select(s => s.Id),
        ];
        string title = specification.Find(OutputAfterFailure)!.Title;
        return recorded.Events
            .Where(e => e.Event == EventKind.Return && e.Code != (int)RsmError.RSM_SUCCESS && connects.Contains(e.Step))
            .SelectMany(e => e.Outputs ?? Sequence.Create<OutputSeen>([]))
            .Select(o => new Sighting(OutputAfterFailure.Value, title, OutputReading(o.State), testCase.Id));
    }

    private static string OutputReading(OutputState state) => OutputAfterFailure.Value + state switch
    {
        OutputState.Null => ".null",
        OutputState.Untouched => ".untouched",
        OutputState.Stored => ".other",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no such state"),
    };
}
