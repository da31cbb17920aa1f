using RsmConformance.Contract;

namespace RsmConformance.Harness;

/// <summary>
/// Sees to it that an implementation that hangs costs seconds, not hours: after so many hangs in one kind of call, the cases that
/// depend on it are not played. Cases that are under way already may hang in addition. Thread-safe.
/// </summary>
/// <param name="limit">How many hangs a kind of call may cost.</param>
internal sealed class HangBudget(int limit = HangBudget.DefaultLimit)
{
    private const int DefaultLimit = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _hangs = new(StringComparer.Ordinal);

    /// <summary>Why a case is not to be played; null when it is.</summary>
    public string? Refuse(Case testCase)
    {
        lock (_lock)
        {
            return CallSignature.Of(testCase).FirstOrDefault(s => _hangs.GetValueOrDefault(s) >= limit) is { } hopeless
                ? $"{hopeless} has hung {_hangs[hopeless]} times, and the case depends on it"
                : null;
        }
    }

    /// <summary>Notes the verdict on a case that was played.</summary>
    public void Note(Case testCase, Judgement judgement)
    {
        if (judgement is { Verdict: Verdict.Hang, Step: { } hung }
            && RequiredMeans.Flatten(testCase.Script).FirstOrDefault(s => s.Id == hung) is { } step
            && CallSignature.Of(step, testCase) is { } signature)
        {
            lock (_lock)
            {
                _hangs[signature] = _hangs.GetValueOrDefault(signature) + 1;
            }
        }
    }
}
