using System.Collections.Frozen;
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
    private static readonly FrozenDictionary<StepPart, string> Parts =
        Enum.GetValues<StepPart>().ToFrozenDictionary(part => part, part => part.ToString().ToLowerInvariant());

    private readonly Profile? _profile = input.Profile;

    public CaseDetail Build(CaseId id)
    {
        Case? testCase = input.Cases.GetValueOrDefault(id);
        RecordedCase? recorded = input.Evidence.GetValueOrDefault(id);
        var doings = Doings.Of(recorded?.Events ?? []);
        var told = new List<Told>();
        Flatten(testCase?.Script ?? [], 0, told);
        var index = new Dictionary<string, int>(told.Count, StringComparer.Ordinal);
        for (int i = 0; i < told.Count; i++)
        {
            index.TryAdd(told[i].Name, i);
        }

        var bars = new List<int[]>(Math.Min(MostBars, doings.All.Count));
        foreach (Doing doing in doings.All)
        {
            if (!index.TryGetValue(doing.Step, out int at))
            {
                index[doing.Step] = at = told.Count;
                told.Add(new Told(doing.Step, null, 0, []));
            }

            told[at].Doings.Add(doing);
            if (bars.Count < MostBars)
            {
                bars.Add([doing.Lane, at, doing.From, doing.To]);
            }
        }

        return new CaseDetail(
            testCase?.Since,
            [.. (testCase?.Roles ?? []).Select(Describe)],
            [.. told.Select(t => t.Step is { } step ? Detail(testCase!, step, t.Depth, t.Doings) : Unscripted(t.Name, t.Doings))],
            doings.Lanes,
            bars,
            [.. Notes(testCase, recorded, doings.All.Count)],
            input.Programs.GetValueOrDefault(id)?.Program,
            input.Programs.GetValueOrDefault(id)?.Story);
    }

    private static void Flatten(IEnumerable<Step> steps, int depth, List<Told> told)
    {
        foreach (Step step in steps)
        {
            told.Add(new Told(step.Id.Text, step, depth, []));
            if (step.Action is StepAction.Repeat or StepAction.Sweep)
            {
                Flatten(ActionText.BodyOf(step.Action), depth + 1, told);
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

    private static SeenDetail[] Seen(List<Doing> doings) => [.. doings.Take(MostSeen).Select(Describe)];

    private static SeenDetail Describe(Doing doing) => new(
        doing.End is { } end ? SeenText.Of(end) : "no end recorded",
        doing.First.Value is { } value ? PlainText.Line(value, 80)
            : doing.First.Iteration > 0 ? string.Create(CultureInfo.InvariantCulture, $"#{doing.First.Iteration + 1}") : null,
        doing.Begin?.Resolved is { } resolved ? PlainText.Clean(resolved) : null,
        doing.End is { } e ? SeenText.More(e) : null,
        doing.Microseconds);

    private static StepDetail Unscripted(string name, List<Doing> doings) =>
        new(name, 0, "preamble", null, "not in the script", null, null, null, Seen(doings), null);

    private StepDetail Detail(Case testCase, Step step, int depth, List<Doing> doings)
    {
        PermittedDetail[] permitted = [.. Permitted(testCase, step.Id)];
        return new StepDetail(
            step.Id.Text,
            depth,
            Parts[step.Part],
            step.Role is null ? null : step.Thread == Step.MainThread ? step.Role : $"{step.Role}/{step.Thread}",
            ActionText.Of(step.Action),
            step.ChangedFactor,
            step.After is { } after ? string.Join(", ", after) : null,
            permitted.Length == 0 ? null : permitted,
            Seen(doings),
            doings.Count > MostSeen ? doings.Count - MostSeen : null);
    }

    private IEnumerable<PermittedDetail> Permitted(Case testCase, StepId step)
    {
        foreach (Expectation expectation in testCase.Expected)
        {
            if (expectation.Step != step)
            {
                continue;
            }

            foreach (PermittedOutcome outcome in expectation.Outcomes)
            {
                string words = string.Join(", ", new[] { outcome.Reading, outcome.Deviation }.OfType<string>());
                yield return new PermittedDetail(outcome.Outcome, expectation.Value, words.Length > 0 ? words : null, StandingOf(outcome));
            }
        }
    }

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

    /// <summary>A step that is told: one of the script, or one that only the evidence names.</summary>
    private sealed record Told(string Name, Step? Step, int Depth, List<Doing> Doings);
}
