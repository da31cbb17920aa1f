using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>Collects the verdicts of a run, each id once, and closes the account against the plan.</summary>
internal sealed class VerdictLedger(LineFile<ResultLine> file, IRunObserver observer, Allowances allowances)
{
    private readonly Lock _lock = new();
    private readonly List<ResultLine.Ruled> _results = [];

    public IReadOnlyCollection<ResultLine.Ruled> Results => _results;

    /// <summary>Takes over verdicts that are in the file already.</summary>
    public void Keep(IEnumerable<ResultLine.Ruled> stored)
    {
        foreach (ResultLine.Ruled line in stored)
        {
            _results.Add(line);
            observer.Ruled(line);
        }
    }

    public void Add(Judgement judgement, long durationUs)
    {
        lock (_lock)
        {
            Disposition disposition = _results.Exists(r => r.Case == judgement.Case)
                ? Disposition.Duplicate
                : allowances.DispositionOf(judgement.Case, judgement.Verdict);
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

        ResultLine.Summary summary = Account.Close(_results, planned.Length, plan.Excluded.Count, interrupted, strict);
        file.Add(summary);
        return summary;
    }

    private void Add(ResultLine.Ruled line)
    {
        _results.Add(line);
        file.Add(line);
        observer.Ruled(line);
    }

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
