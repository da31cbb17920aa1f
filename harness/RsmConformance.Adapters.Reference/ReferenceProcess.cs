using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Contract.Agent;
using RsmConformance.Reference;
using Measured = RsmConformance.Reference.MeasureKind;
using MeasureKind = RsmConformance.Contract.MeasureKind;

namespace RsmConformance.Adapters.Reference;

/// <summary>An emulated process of the reference.</summary>
internal sealed class ReferenceProcess(Cluster cluster, string node, EmulatedProcess process) : IAgentProcess
{
    private const int SigKill = 9;
    private const int SigSegv = 11;

    /// <summary>Below the lowest address that a system maps by itself, and page aligned.</summary>
    private const nint NeverMapped = 0x8000;

    public EmulatedProcess Emulated { get; } = process;

    public IRsmLibrary Library => Emulated.Library;

    public bool IsAlive => Emulated.IsAlive;

    public int? FatalSignal => Emulated.End switch
    {
        ProcessEnd.Killed => SigKill,
        ProcessEnd.SegmentationFault => SigSegv,
        _ => null,
    };

    public nint Allocate(long bytes, PageAccess access) => access switch
    {
        PageAccess.ReadWrite => Emulated.Memory.Allocate(bytes),
        PageAccess.ReadOnly => Emulated.Memory.Allocate(bytes, MemoryAccess.Read),
        _ => NeverMapped,
    };

    public bool TryRead(nint address, Span<byte> target) => Emulated.Memory.TryRead(address, target);

    public bool TryWrite(nint address, ReadOnlySpan<byte> source) => Emulated.Memory.TryWrite(address, source);

    public void Kill() => Emulated.Kill();

    public void SetIdentity(IdentityBinding identity) => Emulated.SetIdentity(identity.Identity);

    public void SetUmask(Permission mask) => Emulated.SetUmask(mask);

    public void Exit(int code) => Emulated.Exit();

    public bool WaitUntilBlocked(Thread thread, TimeSpan limit) => Emulated.WaitUntilBlocked(thread, limit);

    public void Interrupt(Thread thread) => Emulated.Interrupt(thread);

    public void FailAllocation(int nth) => Emulated.FailAllocation(nth);

    public AllocationSeen TakeAllocationReport()
    {
        AllocationReport report = Emulated.TakeAllocationReport();
        return new AllocationSeen(report.Seen, report.Fired);
    }

    public void LimitDescriptors(int? remaining) => Emulated.SetDescriptorLimit(remaining);

    public long Count(MeasureKind what) => what switch
    {
        MeasureKind.Descriptors => Emulated.Count(Measured.Descriptors),
        MeasureKind.HeapBlocks => Emulated.Count(Measured.HeapBlocks),
        MeasureKind.Mappings => Emulated.Count(Measured.Mappings),
        MeasureKind.ImporterRecords => cluster.Count(node, Measured.ImporterRecords),
        _ => throw new NotSupportedException($"the reference does not count {what}"),
    };
}
