using System.Buffers.Binary;
using System.Text;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<nint, nint> _topologies = new();

    public int GetTopology(nint topology) => Run(ApiFunction.GetTopology, call =>
    {
        if (topology == 0)
        {
            return RsmError.RSMERR_BAD_TOPOLOGY_PTR;
        }

        if (Output(topology) is OutputState.Unmapped or OutputState.ReadOnly)
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        if (rules.Controller.RefuseTopology(call.Facts) is { } refused)
        {
            return refused;
        }

        var found = (TopologyFound)agent.Exchange(new QueryTopology(call.Facts), call);
        int head = RsmLayouts.TopologyHeader.Size + (found.Controllers.Count * sizeof(long));
        int size = head + found.Controllers.Sum(SizeOf);
        nint block = resources.Allocate(call);
        nint address = block == 0 ? 0 : memory.AllocateHeap(size);
        if (address == 0)
        {
            if (block != 0)
            {
                resources.Free(block);
            }

            return rules.Resource.Exhausted(call.Facts, ResourceKind.Memory);
        }

        byte[] bytes = new byte[size];
        Write(bytes, address, found, head);
        memory.TryWrite(address, bytes);
        _topologies[address] = block;
        return Store(topology, address) ? RsmError.RSM_SUCCESS : RsmError.RSMERR_BAD_ADDR;
    });

    public int FreeTopology(nint topology) => Run(ApiFunction.FreeTopology, call =>
    {
        if (_topologies.TryRemove(topology, out nint block))
        {
            memory.FreeHeap(topology);
            resources.Free(block);
        }

        return RsmError.RSM_SUCCESS;
    });

    private static int SizeOf(LocalController controller) =>
        RsmLayouts.ConnectionsHeader.Size + (controller.Paths.Count * RsmLayouts.RemoteController.Size);

    /// <summary>One block: header, pointers into the block, then each controller's head and paths.</summary>
    private static void Write(Span<byte> bytes, nint address, TopologyFound found, int head)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, found.Node);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], (uint)found.Controllers.Count);
        int at = head;
        for (int i = 0; i < found.Controllers.Count; i++)
        {
            LocalController controller = found.Controllers[i];
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(RsmLayouts.TopologyHeader.Size + (i * sizeof(long)))..], address + at);
            Write(bytes[at..], controller);
            at += SizeOf(controller);
        }
    }

    private static void Write(Span<byte> bytes, LocalController controller)
    {
        StructLayoutFact layout = RsmLayouts.ConnectionsHeader;
        WriteName(bytes[layout.OffsetOf("cntlr_name")..], controller.Name);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[layout.OffsetOf("local_hwaddr")..], controller.HardwareAddress);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[layout.OffsetOf("remote_cntlr_count")..], controller.Paths.Count);
        bytes = bytes[layout.Size..];
        layout = RsmLayouts.RemoteController;
        foreach (PathInfo path in controller.Paths)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[layout.OffsetOf("remote_nodeid")..], path.Node);
            WriteName(bytes[layout.OffsetOf("remote_cntlrname")..], path.Controller);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[layout.OffsetOf("remote_hwaddr")..], path.HardwareAddress);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[layout.OffsetOf("connection_state")..], path.State);
            bytes = bytes[layout.Size..];
        }
    }

    private static void WriteName(Span<byte> target, string name)
    {
        byte[] encoded = Encoding.UTF8.GetBytes(name);
        encoded.AsSpan(0, Math.Min(encoded.Length, RsmConstants.MaxNameLength - 1)).CopyTo(target);
    }
}
