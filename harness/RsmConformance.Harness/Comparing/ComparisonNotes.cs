namespace RsmConformance.Harness.Comparing;

/// <summary>Says what makes runs less alike than a comparison of their verdicts suggests.</summary>
internal static class ComparisonNotes
{
    public static IReadOnlyList<string> Of(IReadOnlyList<ComparedRun> runs, IReadOnlyList<ChoiceEvidence> evidence) =>
    [
        .. runs.SelectMany(r => r.Input.Notes.Select(n => $"{r.Label}: {n}")),
        .. runs.Where(r => r.Input.Profile is null)
            .Select(r => $"{r.Label} used profile {r.Input.Header.Profile} of the user's own: what it chose is not shown."),
        .. runs.Zip(evidence).Where(r => r.Second.Unjudged.Count > 0)
            .Select(r => $"{r.First.Label}: the evidence of {r.Second.Unjudged.Count} cases, such as {r.Second.Unjudged[0]}, cannot be followed: what it chose there is not shown."),
        .. runs.Skip(1).SelectMany(r => Against(runs[0].Input.Header, r.Input.Header).Select(n => $"{r.Label}: {n}")),
    ];

    private static IEnumerable<string> Against(ResultLine.Header first, ResultLine.Header other)
    {
        if (other.Profile != first.Profile || other.ProfileDigest != first.ProfileDigest)
        {
            yield return $"played under profile {other.Profile}, the base under {first.Profile}: verdicts may differ by what was demanded.";
        }

        if (other.BedDigest != first.BedDigest)
        {
            yield return "played on another bed than the base: verdicts may differ by its means.";
        }

        int missing = first.Planned.Except(other.Planned).Count();
        int more = other.Planned.Except(first.Planned).Count();
        if (missing + more > 0)
        {
            yield return $"other cases were selected: {missing} of the base are missing, {more} are not in the base.";
        }
    }
}
