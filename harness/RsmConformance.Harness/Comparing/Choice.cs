using RsmConformance.Contract;

namespace RsmConformance.Harness.Comparing;

/// <summary>What a run did once at a point that the page leaves open.</summary>
/// <param name="Id">The interpretation, such as <c>A04</c>; empty where the point has no number.</param>
/// <param name="Question">What is open, in words.</param>
/// <param name="Answer">The reading or outcome that was seen.</param>
/// <param name="Case">The case in which it was.</param>
public sealed record Sighting(string Id, string Question, string Answer, CaseId Case);

/// <summary>What several runs do at a point that the page leaves open.</summary>
/// <param name="Id">The interpretation, such as <c>A04</c>; empty where the point has no number.</param>
/// <param name="Question">What is open, in words.</param>
/// <param name="Seen">For every run what was seen there; empty when it was never there.</param>
public sealed record Choice(string Id, string Question, IReadOnlyList<IReadOnlyList<Sighting>> Seen)
{
    /// <summary>Whether two runs gave different answers in the same case; other cases are no comparison.</summary>
    public bool Differs => Seen.SelectMany((sightings, run) => sightings.GroupBy(s => s.Case, s => s.Answer)
            .Select(g => (Case: g.Key, Answers: string.Join('\n', g.Distinct().Order(StringComparer.Ordinal)))))
        .Distinct().CountBy(a => a.Case).Any(c => c.Value > 1);

    /// <summary>What a run answered, and in how many cases.</summary>
    /// <param name="run">Which run, from 0.</param>
    public IReadOnlyList<KeyValuePair<string, int>> Answers(int run) =>
        [.. Seen[run].DistinctBy(s => (s.Answer, s.Case)).CountBy(s => s.Answer).OrderBy(a => a.Key, StringComparer.Ordinal)];

    /// <summary>The answers of a run on one line, such as <c>A04.bad-addr in 3 cases</c>.</summary>
    /// <param name="run">Which run, from 0.</param>
    public string Words(int run) => Seen[run].Count == 0
        ? "not seen"
        : string.Join(", ", Answers(run).Select(a => $"{a.Key} in {a.Value} case{(a.Value == 1 ? "" : "s")}"));

    /// <summary>Everything that was open and seen in any run.</summary>
    /// <param name="runs">What was seen in each.</param>
    /// <returns>The choices; interpretations by number, then the rest.</returns>
    internal static IReadOnlyList<Choice> Of(IEnumerable<ChoiceEvidence> runs)
    {
        ILookup<(string Id, string Question), Sighting>[] seen = [.. runs.Select(r => r.Sightings.ToLookup(s => (s.Id, s.Question)))];
        return
        [
            .. seen.SelectMany(s => s.Select(g => g.Key)).Distinct()
                .OrderBy(k => k.Id.Length == 0).ThenBy(k => k.Id, StringComparer.Ordinal).ThenBy(k => k.Question, StringComparer.Ordinal)
                .Select(k => new Choice(k.Id, k.Question, [.. seen.Select(s => (IReadOnlyList<Sighting>)[.. s[k]])])),
        ];
    }
}
