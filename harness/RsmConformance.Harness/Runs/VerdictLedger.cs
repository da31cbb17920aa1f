using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Collects the verdicts of a run, each id once, and closes the account against the plan.</summary>
internal sealed class VerdictLedger(LineFile<ResultLine> file, IRunObserver observer)
{
    private readonly Lock _lock = new();
    private readonly List<ResultLine.Ruled> _results = [];

    public IReadOnlyCollection<ResultLine.Ruled> Results => _results;

    public void Add(Judgement judgement, long durationUs)
    {
        lock (_lock)
        {
            Disposition disposition = _results.Exists(r => r.Case == judgement.Case) ? Disposition.Duplicate : DispositionOf(judgement.Verdict);
            Add(ToLine(judgement, disposition, durationUs));
        }
    }

    public ResultLine.Summary Close(Plan plan, bool interrupted, bool strict)
    {
        HashSet<CaseId> ruled = [.. _results.Select(r => r.Case)];
        CaseId[] planned = [.. plan.Planned];
        if (!interrupted)
        {
            foreach (CaseId lost in planned.Where(id => !ruled.Contains(id)))
            {
                Add(new ResultLine.Ruled(
                    lost, [], VerdictName.Of(Verdict.HarnessError), Disposition.Lost, ReasonCode.Lost, "planned, but never ruled on",
                    null, null, null, null, null, 0));
            }
        }

        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ResultLine.Ruled result in _results)
        {
            counts[result.Verdict] = counts.GetValueOrDefault(result.Verdict) + 1;
        }

        var summary = new ResultLine.Summary(
            planned.Length,
            ruled.Count,
            plan.Excluded.Count,
            counts,
            interrupted,
            ExitCode.Of(_results, planned.Length, interrupted, strict));
        file.Add(summary);
        return summary;
    }

    private void Add(ResultLine.Ruled line)
    {
        _results.Add(line);
        file.Add(line);
        observer.Ruled(line);
    }

    private static Disposition DispositionOf(Verdict verdict) => verdict switch
    {
        Verdict.Fail or Verdict.Crash or Verdict.Hang => Disposition.Regression,
        _ => Disposition.Ok,
    };

    private static ResultLine.Ruled ToLine(Judgement judgement, Disposition disposition, long durationUs)
    {
        bool plain = judgement.Verdict == Verdict.Pass;
        return new ResultLine.Ruled(
            judgement.Case,
            [.. judgement.Assertions],
            VerdictName.Of(judgement.Verdict),
            disposition,
            judgement.Reason,
            judgement.Words,
            judgement.Assertion,
            judgement.Step,
            plain ? null : [.. judgement.Permitted],
            judgement.Observed,
            judgement.Deviations.Count > 0 ? [.. judgement.Deviations] : null,
            durationUs);
    }
}
