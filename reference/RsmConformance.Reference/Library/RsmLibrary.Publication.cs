using System.Buffers.Binary;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int ExportPublish(nint memseg, nint segmentId, nint accessList, uint accessListLength) =>
        Run(ApiFunction.ExportPublish, call => Publish(call, memseg, segmentId, accessList, accessListLength));

    public int ExportUnpublish(nint memseg) => Run(ApiFunction.ExportUnpublish, call =>
    {
        if (call.Pass(GateName.UnpublishEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out ExportEntry? export);
        if (export is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        lock (export.Sync)
        {
            if (export.IsClosing)
            {
                return rules.Handles.BadSegment(call.Facts, HandleState.Stale);
            }

            if (rules.Pollfd.HoldsUnpublish(call.Facts, export.PollDescriptors))
            {
                return RsmError.RSMERR_POLLFD_IN_USE;
            }
        }

        AgentReply reply = agent.Exchange(new UnpublishExport(call.Facts, export.Key), call);
        if (reply is Unpublished { WasImported: true })
        {
            LeaveOldPages(call, export);
        }

        return reply.Code;
    });

    /// <summary>An importer that ignores the end of its connection must not see the live memory.</summary>
    private void LeaveOldPages(Call call, ExportEntry export)
    {
        PageRange? fresh;
        lock (export.Sync)
        {
            fresh = export.IsClosing ? null : memory.MoveToFreshPages(export.Held);
            export.Held = fresh ?? export.Held;
        }

        if (fresh is not null)
        {
            agent.Exchange(new MoveExport(call.Facts, export.Key, fresh), call);
        }
    }

    public int ExportRepublish(nint memseg, nint accessList, uint accessListLength) => Run(ApiFunction.ExportRepublish, call =>
    {
        if (call.Pass(GateName.RepublishEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out ExportEntry? export);
        if (export is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        RsmError code = ReadList(accessList, accessListLength, out Sequence<ListEntry> list);
        return code != RsmError.RSM_SUCCESS
            ? code
            : agent.Exchange(new RepublishExport(call.Facts, export.Key, list, accessListLength > 0), call).Code;
    });

    private RsmError Publish(Call call, nint memseg, nint segmentId, nint accessList, uint accessListLength)
    {
        if (call.Pass(GateName.PublishEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out ExportEntry? export);
        if (export is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        if (segmentId == 0)
        {
            return RsmError.RSMERR_BAD_SEGID;
        }

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        if (!memory.TryRead(segmentId, bytes))
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        uint id = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (id == 0 && !IsWritable(segmentId))
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        RsmError code = ReadList(accessList, accessListLength, out Sequence<ListEntry> list);
        if (code != RsmError.RSM_SUCCESS)
        {
            return code;
        }

        AgentReply reply = agent.Exchange(new PublishExport(call.Facts, export.Key, id, list, accessListLength > 0), call);
        if (reply is Published published && id == 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, published.Id);
            memory.TryWrite(segmentId, bytes);
        }

        return reply.Code;
    }

    private bool IsWritable(nint address) => memory.AccessAt(address, sizeof(uint)) is { } access && access.HasFlag(MemoryAccess.Write);

    /// <summary>Reads an access list. A list without entries is no list.</summary>
    private RsmError ReadList(nint address, uint length, out Sequence<ListEntry> list)
    {
        list = [];
        if (length == 0)
        {
            return RsmError.RSM_SUCCESS;
        }

        if (address == 0 || length > RsmConstants.MaxAccessList)
        {
            return RsmError.RSMERR_BAD_ACL;
        }

        int size = RsmLayouts.AccessEntry.Size;
        byte[] bytes = new byte[length * size];
        if (!memory.TryRead(address, bytes))
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        var entries = new ListEntry[length];
        for (int i = 0; i < entries.Length; i++)
        {
            ReadOnlySpan<byte> entry = bytes.AsSpan(i * size, size);
            entries[i] = new ListEntry(
                BinaryPrimitives.ReadUInt32LittleEndian(entry), new Permission(BinaryPrimitives.ReadUInt32LittleEndian(entry[4..])));
        }

        list = [.. entries];
        return RsmError.RSM_SUCCESS;
    }
}
