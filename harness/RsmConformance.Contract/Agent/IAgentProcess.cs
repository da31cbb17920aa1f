using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// One process with the implementation under test in it. Its memory has real addresses, and every access of the agent to it says
/// whether it faulted. Members are used by several threads at once. The members from <see cref="SetIdentity"/> on, save
/// <see cref="Kill"/>, may throw <see cref="NotSupportedException"/> where the implementation has no such means: the step is then
/// reported as not run, with the words of the exception.
/// </summary>
public interface IAgentProcess
{
    /// <summary>
    /// The functions under test. Whatever a method throws ends the process: as <see cref="FatalSignal"/> says when it is not alive
    /// any more, else as an abort (signal 6), because nobody in a C program would catch it.
    /// </summary>
    IRsmLibrary Library { get; }

    /// <summary>Whether the process has not ended.</summary>
    bool IsAlive { get; }

    /// <summary>The signal that ended it, such as 9 after <see cref="Kill"/>; null while it lives and after an exit.</summary>
    int? FatalSignal { get; }

    /// <summary>Maps fresh private memory, zeroed.</summary>
    /// <param name="bytes">Its bytes, 1 at least, rounded up to whole pages.</param>
    /// <param name="access">What it allows.</param>
    /// <returns>Its address, page aligned. What was mapped stays until the process ends.</returns>
    nint Allocate(long bytes, PageAccess access);

    /// <summary>Loads bytes with ordinary loads.</summary>
    /// <param name="address">Where from.</param>
    /// <param name="target">Where to.</param>
    /// <returns>False when the load faulted.</returns>
    bool TryRead(nint address, Span<byte> target);

    /// <summary>Stores bytes with ordinary stores.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="source">What.</param>
    /// <returns>False when the store faulted.</returns>
    bool TryWrite(nint address, ReadOnlySpan<byte> source);

    /// <summary>Ends the process from outside. Calls in progress unwind with an exception; a call that cannot is abandoned.</summary>
    void Kill();

    /// <summary>Makes the process another user.</summary>
    /// <param name="identity">Who.</param>
    void SetIdentity(IdentityBinding identity);

    /// <summary>Changes the file mode creation mask.</summary>
    /// <param name="mask">The mask.</param>
    void SetUmask(Permission mask);

    /// <summary>Ends the process in the orderly way.</summary>
    /// <param name="code">Its exit code.</param>
    void Exit(int code);

    /// <summary>Waits until a thread is blocked inside a call of <see cref="Library"/>.</summary>
    /// <param name="thread">The thread that makes the call.</param>
    /// <param name="limit">How long to wait.</param>
    /// <returns>Whether it is blocked; false when the time is over or the process has ended.</returns>
    bool WaitUntilBlocked(Thread thread, TimeSpan limit);

    /// <summary>Delivers a signal with a handler to a thread, once.</summary>
    /// <param name="thread">The thread.</param>
    void Interrupt(Thread thread);

    /// <summary>Arms the failure of one heap allocation in the next call of the calling thread.</summary>
    /// <param name="nth">Which allocation, from 1.</param>
    void FailAllocation(int nth);

    /// <summary>What became of the failure armed last by the calling thread; disarms it.</summary>
    /// <returns>How many allocations were seen, and whether one failed.</returns>
    AllocationSeen TakeAllocationReport();

    /// <summary>Sets how many further descriptors the process may open.</summary>
    /// <param name="remaining">How many; null lifts the limit.</param>
    void LimitDescriptors(int? remaining);

    /// <summary>Counts something of the process, or of its node for <see cref="MeasureKind.ImporterRecords"/>.</summary>
    /// <param name="what">What.</param>
    /// <returns>The number.</returns>
    long Count(MeasureKind what);
}
