using RsmConformance.Contract;
using RsmConformance.Harness.Reports;
using RsmConformance.Harness.Wording;
using RsmConformance.Spec;

namespace RsmConformance.Harness.Repro;

/// <summary>Tells the story of a failure from the case, the evidence and the verdict.</summary>
/// <param name="specification">Where assertions and interpretations are.</param>
public sealed class StoryTeller(Specification specification)
{
    private const int MostDoings = 3;

    /// <summary>Tells it.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="recorded">The evidence; null where it is lost.</param>
    /// <param name="result">The verdict.</param>
    /// <param name="profile">What was demanded.</param>
    /// <param name="mistakes">The likely kinds of mistake, a sentence each.</param>
    /// <param name="command">The command that repeats it.</param>
    public Story Tell(Case testCase, RecordedCase? recorded, ResultLine.Ruled result, Profile profile, IReadOnlyList<string> mistakes, string command) =>
        new([.. Chapters(testCase, recorded, result, profile, mistakes, command).Where(c => c.Lines.Count > 0)]);

    private IEnumerable<Chapter> Chapters(
        Case testCase, RecordedCase? recorded, ResultLine.Ruled result, Profile profile, IReadOnlyList<string> mistakes, string command)
    {
        Assertion? assertion = AssertionId.TryParse(result.Assertion, out AssertionId id) ? specification.Find(id) : null;
        yield return new Chapter("what is broken",
            [$"{result.Verdict} of {result.Case}: {result.Words}", .. assertion is null ? (string[])[] : [$"{assertion.Id}: {assertion.Statement.Trim()}", $"Source: {assertion.Source}"]]);
        yield return new Chapter("what was set up",
        [
            .. testCase.Roles.Select(r => $"{r.Name} runs on node {r.Node} as the user '{ActionText.IdentityText(r.Identity)}', umask {r.Umask}"),
            .. Doings(testCase, recorded, StepPart.Preamble),
        ]);
        yield return new Chapter("what the control showed", Doings(testCase, recorded, StepPart.Control));
        yield return new Chapter("what was done", Doings(testCase, recorded, StepPart.Act));
        yield return new Chapter("what was looked at after it", Doings(testCase, recorded, StepPart.Frame));
        yield return new Chapter("what is permitted, and why", [.. Permitted(testCase, result, profile)]);
        yield return new Chapter("what came back", [.. CameBack(recorded, result)]);
        yield return new Chapter("likely kinds of mistake", mistakes);
        yield return new Chapter("to repeat it", [command]);
    }

    private static string[] Doings(Case testCase, RecordedCase? recorded, StepPart part) =>
        [.. RequiredMeans.Flatten(testCase.Script).Where(s => s.Part == part).Select(s => Doing(s, recorded))];

    private static string Doing(Step step, RecordedCase? recorded)
    {
        string who = step.Role is null ? "test bed" : step.Thread == Step.MainThread ? step.Role : $"{step.Role}, thread {step.Thread}";
        TraceEvent[] ends = [.. (recorded?.Events ?? []).Where(e => e.Step == step.Id && e.EndsStep)];
        string[] seen = [.. ends.Select(e => (e.Value is { } value ? value + ": " : "") + SeenText.Of(e)).Distinct()];
        string came = seen.Length == 0 ? "" : $" -> {string.Join(", ", seen.Take(MostDoings))}{(seen.Length > MostDoings ? ", ..." : "")}";
        string changed = step.ChangedFactor is { } factor ? $" (changed: {factor})" : "";
        return $"{step.Id}, {who}: {ActionText.Of(step.Action)}{changed}{came}";
    }

    private IEnumerable<string> Permitted(Case testCase, ResultLine.Ruled result, Profile profile)
    {
        if (result.Permitted is { Count: > 0 } permitted)
        {
            yield return $"At step {result.Step} the profile {profile.Name} permits {string.Join(" or ", permitted)}.";
        }

        foreach (PermittedOutcome outcome in testCase.Expected.Where(e => e.Step == result.Step).SelectMany(e => e.Outcomes).Distinct())
        {
            if (outcome.Reading is { } text && ReadingId.TryParse(text, out ReadingId reading) && profile.Accepts(reading)
                && specification.Interpretations.FirstOrDefault(i => text.StartsWith(i.Id.Value + ".", StringComparison.Ordinal)) is { } interpretation)
            {
                yield return $"{outcome.Outcome} by the reading {text}: {interpretation.Title}";
            }
            else if (outcome.Reading is null && outcome.Deviation is null)
            {
                yield return $"{outcome.Outcome} by the page itself";
            }
        }
    }

    private static IEnumerable<string> CameBack(RecordedCase? recorded, ResultLine.Ruled result)
    {
        TraceEvent[] of = [.. (recorded?.Events ?? []).Where(e => e.Step == result.Step)];
        if (of.LastOrDefault(e => e.Event == EventKind.Invoke)?.Resolved is { } resolved)
        {
            yield return PlainText.Clean(resolved);
        }

        if (of.LastOrDefault(e => e.EndsStep) is { } end)
        {
            yield return SeenText.Of(end) + (SeenText.More(end) is { Length: > 0 } more ? $" ({more})" : "");
        }
        else if (result.Observed is { } observed)
        {
            yield return observed;
        }
    }
}
