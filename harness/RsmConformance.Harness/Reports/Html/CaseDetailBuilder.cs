using System.Globalization;
using RsmConformance.Contract;
using RsmConformance.Harness.Wording;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Reports.Html;

/// <summary>Puts script and evidence of one case together.</summary>
internal sealed class CaseDetailBuilder(ReportInput input)
{
    private const int MostSeen = 40;
    private const int MostBars = 400;
    private readonly Profile? _profile = input.Profile;

    public CaseDetail Build(CaseId id)
    {
        Case? testCase = input.Cases.GetValueOrDefault(id);
        RecordedCase? recorded = input.Evidence.GetValueOrDefault(id);
        var doings = Doings.Of(recorded?.Events ?? []);
        (Step Step, int Depth)[] script = [.. Flatten(testCase?.Script ?? [], 0)];
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < script.Length; i++)
        {
            index.TryAdd(script[i].Step.Id.Text, i);
        }

        string[] unknown = [.. doings.All.Select(d => d.Step).Distinct().Where(name => !index.ContainsKey(name))];
        for (int i = 0; i < unknown.Length; i++)
        {
            index[unknown[i]] = script.Length + i;
        }

        ILookup<string, Doing> byStep = doings.All.ToLookup(d => d.Step);
        return new CaseDetail(
            testCase?.Since,
            [.. (testCase?.Roles ?? []).Select(Describe)],
            [
                .. script.Select(s => Detail(testCase!, s.Step, s.Depth, [.. byStep[s.Step.Id.Text]])),
                .. unknown.Select(name => Unscripted(name, [.. byStep[name]])),
            ],
            doings.Lanes,
            [.. doings.All.Take(MostBars).Select(d => new[] { d.Lane, index[d.Step], d.From, d.To })],
            [.. Notes(testCase, recorded, doings.All.Count)]);
    }

    private static IEnumerable<(Step Step, int Depth)> Flatten(IEnumerable<Step> steps, int depth)
    {
        foreach (Step step in steps)
        {
            yield return (step, depth);
            IEnumerable<Step> body = step.Action switch
            {
                StepAction.Repeat repeat => repeat.Body,
                StepAction.Sweep sweep => sweep.Body,
                _ => [],
            };
            foreach ((Step Step, int Depth) inner in Flatten(body, depth + 1))
            {
                yield return inner;
            }
        }
    }

    private static string Describe(Role role) =>
        $"{role.Name} on node {role.Node} as {role.Identity.ToString().ToLowerInvariant()}, umask {role.Umask}";

    private static IEnumerable<string> Notes(Case? testCase, RecordedCase? recorded, int done)
    {
        if (testCase is null)
        {
            yield return "This suite has no case of this name: its script is not known.";
        }

        if (recorded is null)
        {
            yield return "There is no evidence: the case was not played, or its trace is not here.";
        }

        if (recorded?.Fault is { } fault)
        {
            yield return "Harness or agent: " + PlainText.Clean(fault);
        }

        if (done > MostBars)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The timeline shows the first {MostBars} of {done} doings.");
        }
    }

    private static SeenDetail Describe(Doing doing) => new(
        doing.End is { } end ? SeenText.Of(end) : "no end recorded",
        (doing.Begin ?? doing.End!) is var any && any.Value is { } value ? PlainText.Line(value, 80)
            : any.Iteration > 0 ? string.Create(CultureInfo.InvariantCulture, $"#{any.Iteration + 1}") : null,
        doing.Begin?.Resolved is { } resolved ? PlainText.Clean(resolved) : null,
        doing.End is { } e ? SeenText.More(e) : null,
        doing.Microseconds);

    private static StepDetail Unscripted(string name, Doing[] doings) =>
        new(name, 0, "preamble", null, "not in the script", null, null, null, [.. doings.Take(MostSeen).Select(Describe)], null);

    private StepDetail Detail(Case testCase, Step step, int depth, Doing[] doings)
    {
        PermittedDetail[] permitted = [.. Permitted(testCase, step.Id)];
        return new StepDetail(
            step.Id.Text,
            depth,
            step.Part.ToString().ToLowerInvariant(),
            step.Role is null ? null : step.Thread == Step.MainThread ? step.Role : $"{step.Role}/{step.Thread}",
            ActionText.Of(step.Action),
            step.ChangedFactor,
            step.After is { } after ? string.Join(", ", after) : null,
            permitted.Length == 0 ? null : permitted,
            [.. doings.Take(MostSeen).Select(Describe)],
            doings.Length > MostSeen ? doings.Length - MostSeen : null);
    }

    private IEnumerable<PermittedDetail> Permitted(Case testCase, StepId step) =>
        from expectation in testCase.Expected
        where expectation.Step == step
        from outcome in expectation.Outcomes
        select new PermittedDetail(
            outcome.Outcome,
            expectation.Value,
            string.Join(", ", new[] { outcome.Reading, outcome.Deviation }.OfType<string>()) is { Length: > 0 } words ? words : null,
            StandingOf(outcome));

    private string? StandingOf(PermittedOutcome outcome)
    {
        if (_profile is null)
        {
            return null;
        }

        bool hasReading = ReadingId.TryParse(outcome.Reading, out ReadingId reading);
        bool hasDeviation = DeviationId.TryParse(outcome.Deviation, out DeviationId deviation);
        return (hasReading ? _profile.Accepts(reading) : !hasDeviation) ? "accepted"
            : (hasReading && _profile.Tolerates(reading) is not null) || (hasDeviation && _profile.Tolerates(deviation) is not null) ? "tolerated"
            : "refused";
    }
}
