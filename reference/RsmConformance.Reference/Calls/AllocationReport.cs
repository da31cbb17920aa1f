namespace RsmConformance.Reference;

/// <summary>What became of an armed allocation failure.</summary>
/// <param name="Seen">Library allocations of the call that took the arming; 0 if no call took it.</param>
/// <param name="Fired">Whether one of them was made to fail.</param>
public sealed record AllocationReport(int Seen, bool Fired);

/// <summary>An armed failure, and what the call that took it has seen so far.</summary>
internal sealed class AllocationPlan(int failing)
{
    private int _seen;
    private bool _fired;

    /// <summary>Whether the next allocation succeeds.</summary>
    public bool Next()
    {
        bool fails = Interlocked.Increment(ref _seen) == failing;
        _fired |= fails;
        return !fails;
    }

    public AllocationReport Report() => new(_seen, _fired);
}
