using RsmConformance.Abi;
using RsmConformance.Contract.Agent;

namespace RsmConformance.Contract.Managed;

/// <summary>An emulated process of a managed implementation, as the agent sees it.</summary>
internal sealed class ManagedAgentProcess : IAgentProcess
{
    private const int SigKill = 9;

    /// <summary>How long a thread must have been waiting before it counts as blocked, rather than held up by a lock.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(2);

    private readonly IManagedCluster _cluster;
    private int? _fatalSignal;

    public ManagedAgentProcess(IManagedCluster cluster, ManagedProcess process)
    {
        _cluster = cluster;
        Emulated = process;
        Library = cluster.OpenLibrary(process);
    }

    public ManagedProcess Emulated { get; }

    public IRsmLibrary Library { get; }

    public bool IsAlive => Emulated.IsAlive;

    public int? FatalSignal => IsAlive ? null : _fatalSignal;

    public nint Allocate(long bytes, PageAccess access) => Emulated.Memory.Allocate(bytes, access);

    public bool TryRead(nint address, Span<byte> target) => Emulated.Memory.TryRead(address, target);

    public bool TryWrite(nint address, ReadOnlySpan<byte> source) => Emulated.Memory.TryWrite(address, source);

    public void Kill()
    {
        if (IsAlive)
        {
            _fatalSignal = SigKill;
            End();
        }
    }

    public void Exit(int code) => End();

    public void SetIdentity(IdentityBinding identity) => Emulated.Become(identity);

    public void SetUmask(Permission mask) => Emulated.SetUmask(mask);

    public bool WaitUntilBlocked(Thread thread, TimeSpan limit)
    {
        bool Waits() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin);
        return SpinWait.SpinUntil(() => Waits() || !IsAlive, limit) && IsAlive && !SpinWait.SpinUntil(() => !Waits(), Settled);
    }

    public void Interrupt(Thread thread) => _cluster.Interrupt(Emulated, thread);

    public void FailAllocation(int nth) => _cluster.FailAllocation(Emulated, nth);

    public AllocationSeen TakeAllocationReport() => _cluster.TakeAllocationReport(Emulated);

    public void LimitDescriptors(int? remaining) => _cluster.LimitDescriptors(Emulated, remaining);

    public long Count(MeasureKind what) => _cluster.Count(Emulated, what);

    private void End()
    {
        if (Emulated.End())
        {
            _cluster.EndProcess(Emulated);
        }
    }
}
