using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Managed;

/// <summary>
/// The emulated cluster of one session, all nodes in one program. Members are called from several threads at once. The members
/// from <see cref="Inject"/> on are means that an implementation may offer: one that is not overridden must not be listed in
/// <see cref="IManagedImplementation.Means"/>; listed all the same, its cases come out UNRESOLVED.
/// </summary>
public interface IManagedCluster : IDisposable
{
    /// <summary>
    /// Opens the library in a fresh emulated process. An exception out of a call of the library ends that process as an abort
    /// would (verdict CRASH): nobody in a C program would catch it.
    /// </summary>
    /// <param name="process">The process: node, user, memory.</param>
    /// <returns>The functions as this process calls them.</returns>
    IRsmLibrary OpenLibrary(ManagedProcess process);

    /// <summary>
    /// A process has ended, by exit or by a kill: what the system would clean up is to be cleaned up, such as its segments and
    /// connections. Its calls in progress should unwind with <see cref="ManagedProcess.Ended"/>.
    /// </summary>
    /// <param name="process">The process, which is not alive any more.</param>
    void EndProcess(ManagedProcess process);

    /// <summary>Breaks something (means <c>fault:*</c>).</summary>
    /// <param name="fault">What.</param>
    void Inject(Fault fault) => throw new NotSupportedException($"the implementation offers no fault {fault?.GetType().Name}");

    /// <summary>Heals what was broken.</summary>
    /// <param name="fault">What.</param>
    void Clear(Fault fault) => throw new NotSupportedException($"the implementation offers no fault {fault?.GetType().Name}");

    /// <summary>Holds the next call of a process that passes a gate (means <c>gate:*</c>).</summary>
    /// <param name="gate">See <see cref="GateNames"/>.</param>
    /// <param name="held">The process.</param>
    void Hold(string gate, ManagedProcess held) => throw new NotSupportedException($"the implementation offers no gate {gate}");

    /// <summary>Lets the held call go on.</summary>
    /// <param name="gate">See <see cref="GateNames"/>.</param>
    /// <param name="held">The process.</param>
    void Release(string gate, ManagedProcess held) => throw new NotSupportedException($"the implementation offers no gate {gate}");

    /// <summary>Makes the next call of a process that passes a gate fail there.</summary>
    /// <param name="gate">See <see cref="GateNames"/>.</param>
    /// <param name="failed">The process.</param>
    /// <param name="code">The error that arises there.</param>
    void Fail(string gate, ManagedProcess failed, RsmError code) =>
        throw new NotSupportedException($"the implementation offers no gate {gate}");

    /// <summary>Delivers a signal with a handler to a thread of a process, once (means <c>interrupt</c>).</summary>
    /// <param name="process">The process.</param>
    /// <param name="thread">The thread that is in a call.</param>
    void Interrupt(ManagedProcess process, Thread thread) =>
        throw new NotSupportedException("the implementation offers no interruption");

    /// <summary>Arms the failure of one heap allocation in the next call of the calling thread (means <c>fail-allocation</c>).</summary>
    /// <param name="process">The process.</param>
    /// <param name="nth">Which allocation, from 1.</param>
    void FailAllocation(ManagedProcess process, int nth) =>
        throw new NotSupportedException("the implementation offers no failing allocation");

    /// <summary>What became of the failure armed last by the calling thread; disarms it.</summary>
    /// <param name="process">The process.</param>
    /// <returns>How many allocations were seen, and whether one failed.</returns>
    AllocationSeen TakeAllocationReport(ManagedProcess process) =>
        throw new NotSupportedException("the implementation offers no failing allocation");

    /// <summary>Sets how many further descriptors a process may open (means <c>limit-descriptors</c>).</summary>
    /// <param name="process">The process.</param>
    /// <param name="remaining">How many; null lifts the limit.</param>
    void LimitDescriptors(ManagedProcess process, int? remaining) =>
        throw new NotSupportedException("the implementation offers no limit of descriptors");

    /// <summary>Counts something of a process, or of its node (means <c>measure:*</c>).</summary>
    /// <param name="process">The process.</param>
    /// <param name="what">What.</param>
    /// <returns>The number.</returns>
    long Count(ManagedProcess process, MeasureKind what) =>
        throw new NotSupportedException($"the implementation does not count {what}");
}
