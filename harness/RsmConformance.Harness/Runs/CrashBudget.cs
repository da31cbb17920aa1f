using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// Which crashes are looked into: a few of every kind of call, because one more of the same tells nothing new and costs a second.
/// Thread-safe.
/// </summary>
internal sealed class CrashBudget
{
    private const int Limit = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _crashes = new(StringComparer.Ordinal);

    /// <summary>Whether this crash is one of them.</summary>
    public bool Take(Case testCase, Judgement judgement)
    {
        Step? step = RequiredMeans.Flatten(testCase.Script).FirstOrDefault(s => s.Id == judgement.Step);
        string kind = step is null ? "" : CallSignature.Of(step, testCase) ?? step.Action.GetType().Name;
        lock (_lock)
        {
            _crashes[kind] = _crashes.GetValueOrDefault(kind) + 1;
            return _crashes[kind] <= Limit;
        }
    }
}
