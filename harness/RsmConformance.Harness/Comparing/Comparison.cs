using RsmConformance.Contract;

namespace RsmConformance.Harness.Comparing;

/// <summary>What became of a case in one run, seen from the base.</summary>
/// <param name="Change">What became of its verdict.</param>
/// <param name="Step">The first step at which the runs saw different things; null when there is none, or no evidence of one of them.</param>
public sealed record CaseChange(Change Change, StepDifference? Step);

/// <summary>One case in several runs.</summary>
/// <param name="Case">The case.</param>
/// <param name="Verdicts">The verdict of every run, the base first; null where the case is no part of it.</param>
/// <param name="Others">What became of it in the runs after the base.</param>
public sealed record CaseComparison(CaseId Case, IReadOnlyList<CaseVerdict?> Verdicts, IReadOnlyList<CaseChange> Others)
{
    /// <summary>The worst change.</summary>
    public Change Worst => Others.Max(o => o.Change);
}

/// <summary>Several runs of one suite side by side. The first is the base, which the others are measured by.</summary>
/// <param name="Runs">The runs, the base first.</param>
/// <param name="Cases">Every case that is planned in any of them.</param>
/// <param name="Choices">What they chose where the page leaves freedom.</param>
/// <param name="Notes">What a reader must know to read the rest, in sentences.</param>
public sealed record Comparison(
    IReadOnlyList<ComparedRun> Runs, IReadOnlyList<CaseComparison> Cases, IReadOnlyList<Choice> Choices, IReadOnlyList<string> Notes)
{
    /// <summary>
    /// 1 when something is lost; 3 when that cannot be told of something: it is undecided or is a new failure, a run did not come to
    /// its end, or nothing was decided both in the base and in another run; else 0.
    /// </summary>
    public int Exit => Cases.Any(c => c.Worst == Change.Lost) ? ExitCode.Nonconforming
        : Doubts.Any() ? ExitCode.Incomplete
        : ExitCode.Conforming;

    /// <summary>Why it cannot be told whether something was lost, in words; empty when it can.</summary>
    public IEnumerable<string> Doubts
    {
        get
        {
            foreach (ComparedRun run in Runs.Where(r => !r.IsWhole))
            {
                yield return $"{run.Label} did not come to its end";
            }

            for (int other = 1; other < Runs.Count; other++)
            {
                if (!Cases.Any(c => Changes.IsDecided(c.Verdicts[0]?.Verdict) && Changes.IsDecided(c.Verdicts[other]?.Verdict)))
                {
                    yield return $"no case is decided both in the base and in {Runs[other].Label}";
                }

                foreach (Change change in new[] { Change.Undecided, Change.NewFailure }.Where(c => Count(other, c) > 0))
                {
                    yield return $"{Count(other, change)} of {Runs[other].Label}: {Changes.Meaning(change)}";
                }
            }
        }
    }

    /// <summary>How many cases went a way in a run.</summary>
    /// <param name="other">Which run; 1 is the first after the base.</param>
    /// <param name="change">The way.</param>
    public int Count(int other, Change change) => Cases.Count(c => c.Others[other - 1].Change == change);

    /// <summary>The exit code in words.</summary>
    public string Reason => Exit switch
    {
        ExitCode.Nonconforming => "something that is good in the base is lost",
        ExitCode.Incomplete => "whether something is lost cannot be told: " + string.Join("; ", Doubts),
        _ => "nothing is lost and nothing undecided",
    };

    /// <summary>Compares runs of one suite.</summary>
    /// <param name="runs">The runs, the base first; two or more.</param>
    public static Comparison Of(IReadOnlyList<ComparedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        CaseId[] planned = [.. runs.SelectMany(r => r.Verdicts.Keys).Distinct()];
        ChoiceEvidence[] evidence = [.. runs.Select(ChoiceEvidence.Of)];
        return new Comparison(runs, [.. planned.Select(id => Compare(id, runs))], Choice.Of(evidence), ComparisonNotes.Of(runs, evidence));
    }

    private static CaseComparison Compare(CaseId id, IReadOnlyList<ComparedRun> runs)
    {
        CaseVerdict?[] verdicts = [.. runs.Select(r => r.Verdicts.GetValueOrDefault(id))];
        return new CaseComparison(id, verdicts, [.. runs.Skip(1).Select((other, i) =>
            new CaseChange(Changes.Of(verdicts[0]?.Verdict, verdicts[i + 1]?.Verdict), FirstDifference(id, runs[0], other)))]);
    }

    private static StepDifference? FirstDifference(CaseId id, ComparedRun one, ComparedRun other) =>
        one.Input.Cases.TryGetValue(id, out Case? testCase)
        && one.Input.Evidence.TryGetValue(id, out RecordedCase? before)
        && other.Input.Evidence.TryGetValue(id, out RecordedCase? after)
            ? StepDifference.First(testCase, before, after)
            : null;
}
