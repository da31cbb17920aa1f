using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// One library call in progress. It accompanies the call's messages inside the program (where it can be held, interrupted and
/// ended) and never travels with them.
/// </summary>
internal sealed class Call(CallDesk desk, CallFacts facts, AllocationPlan? allocations)
{
    public CallFacts Facts { get; } = facts;

    /// <summary>Guarded by the desk.</summary>
    public bool IsParked { get; set; }

    /// <summary>Inside a wait, so that a signal would find it. Guarded by the desk.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Guarded by the desk.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>The descriptor of the segment that the call makes; null if it makes none.</summary>
    public int? Descriptor { get; set; }

    /// <summary>Passes a gate: null to go on, else the code that the call must fail with.</summary>
    public RsmError? Pass(string gate) => desk.Gates.Pass(desk, this, gate);

    public WaitEnd Wait(Func<bool> ready, int timeoutMilliseconds, bool interruptible) =>
        desk.Wait(this, ready, timeoutMilliseconds, interruptible);

    /// <summary>Whether an allocation of the library may succeed.</summary>
    public bool MayAllocate() => allocations?.Next() ?? true;

    public void ThrowIfEnded() => desk.ThrowIfEnded();

    /// <summary>A lock that nobody will release.</summary>
    public void Hang() => desk.Wait(this, () => false, Timeout.Infinite, interruptible: false);

    /// <summary>Touches an address that it must not, which ends the process.</summary>
    public void Crash() => desk.Crash();

    /// <summary>Goes on as it must.</summary>
    public void Take(Passage passage)
    {
        switch (passage)
        {
            case Passage.Hangs:
                Hang();
                break;
            case Passage.Crashes:
                Crash();
                break;
            default:
                break;
        }
    }
}

/// <summary>How a wait ended.</summary>
internal enum WaitEnd
{
    Ready,
    Interrupted,
    TimedOut,

    /// <summary>What was waited for will not come: it has ended.</summary>
    Gone,
}
