using System.Buffers.Binary;
using RsmConformance.Abi;
using RsmConformance.Contract.Agent;
using RsmConformance.Contract.Managed;

namespace RsmConformance.Adapters.Agent.Tests.Zoo;

/// <summary>The few functions that the simplest cases call; the beast bites in connect for writing.</summary>
internal sealed class TameLibrary(TameCluster cluster, ManagedProcess process, string beast) : IRsmLibrary
{
    private long _handles = 0x1000;
    private readonly HashSet<nint> _imports = [];

    public int GetController(string? name, nint controller) => Store(controller, out _);

    public int ReleaseController(nint controller) => 0;

    public int ExportCreate(nint controller, nint memseg, nint address, nuint length, uint flags) => Store(memseg, out _);

    public int ExportDestroy(nint memseg) => 0;

    public int ExportPublish(nint memseg, nint segmentId, nint accessList, uint accessListLength)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        process.Memory.TryRead(segmentId, bytes);
        cluster.Published[(process.Node.Id, BinaryPrimitives.ReadUInt32LittleEndian(bytes))] = memseg;
        return 0;
    }

    public int ExportUnpublish(nint memseg) => 0;

    public int ImportConnect(nint controller, uint nodeId, uint segmentId, uint permission, nint memseg)
    {
        if (permission == Permission.Write.Bits)
        {
            Bite();
        }

        if (!cluster.Published.ContainsKey((nodeId, segmentId)))
        {
            return (int)RsmError.RSMERR_SEG_NOT_PUBLISHED;
        }

        int code = Store(memseg, out nint handle);
        lock (_imports)
        {
            _imports.Add(handle);
        }

        return code;
    }

    public int ImportDisconnect(nint memseg)
    {
        lock (_imports)
        {
            return _imports.Remove(memseg) ? 0 : (int)RsmError.RSMERR_BAD_SEG_HNDL;
        }
    }

    public int GetControllerAttributes(nint controller, nint attributes) => -1;

    public int GetTopology(nint topology) => -1;

    public int FreeTopology(nint topology) => -1;

    public int ExportRebind(nint memseg, nint address, long offset, nuint length) => -1;

    public int ExportRepublish(nint memseg, nint accessList, uint accessListLength) => -1;

    public int ImportMap(nint memseg, nint address, int attribute, uint permission, nint offset, nuint length) => -1;

    public int ImportUnmap(nint memseg) => -1;

    public int ImportGet(nint memseg, nint offset, nint destination, nuint length) => 0;

    public int ImportPut(nint memseg, nint offset, nint source, nuint length) => 0;

    public int ImportGetUnits(nint memseg, AccessWidth width, nint offset, nint destination, nuint count) => 0;

    public int ImportPutUnits(nint memseg, AccessWidth width, nint offset, nint source, nuint count) => 0;

    public int InitBarrier(nint memseg, int type, nint barrier) => -1;

    public int OpenBarrier(nint barrier) => -1;

    public int OrderBarrier(nint barrier) => -1;

    public int CloseBarrier(nint barrier) => -1;

    public int DestroyBarrier(nint barrier) => -1;

    public int SetBarrierMode(nint memseg, int mode) => -1;

    public int GetBarrierMode(nint memseg, nint mode) => -1;

    public int SignalPost(nint memseg, uint flags) => -1;

    public int SignalWait(nint memseg, int timeoutMilliseconds) => -1;

    public int GetPollfd(nint memseg, nint pollfd) => -1;

    public int ReleasePollfd(nint memseg) => -1;

    private void Bite() => Beasts.Bite(beast, beast == "bad-store" ? process.Memory.Allocate(1, PageAccess.ReadOnly) : 0);

    private int Store(nint target, out nint handle)
    {
        handle = (nint)Interlocked.Add(ref _handles, 16);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, handle);
        return process.Memory.TryWrite(target, bytes) ? 0 : (int)RsmError.RSMERR_BAD_ADDR;
    }
}
