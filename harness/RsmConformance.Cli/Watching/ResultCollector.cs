using RsmConformance.Harness;

namespace RsmConformance.Cli.Watching;

/// <summary>Keeps the plan and the verdicts of a run for its summary, and passes them on.</summary>
internal sealed class ResultCollector(IRunObserver next) : IRunObserver
{
    private readonly List<ResultLine.Ruled> _results = [];
    private Plan? _plan;

    /// <summary>The verdicts in the order of the plan.</summary>
    public IReadOnlyList<ResultLine.Ruled> Results
    {
        get
        {
            var order = (_plan?.Planned ?? []).Select((id, index) => (id, index)).ToDictionary(p => p.id, p => p.index);
            return [.. _results.OrderBy(r => order.GetValueOrDefault(r.Case, int.MaxValue))];
        }
    }

    public void Begin(Plan plan)
    {
        _plan = plan;
        next.Begin(plan);
    }

    public void Ruled(ResultLine.Ruled result)
    {
        _results.Add(result);
        next.Ruled(result);
    }
}
