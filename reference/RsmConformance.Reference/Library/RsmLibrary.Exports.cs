using System.Buffers.Binary;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    public int ExportCreate(nint controller, nint memseg, nint address, nuint length, uint flags) =>
        Run(ApiFunction.ExportCreate, call => Create(call, controller, memseg, address, length, flags));

    public int ExportDestroy(nint memseg) => Run(ApiFunction.ExportDestroy, call =>
    {
        if (call.Pass(GateName.DestroyEntry) is { } stop)
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

            if (rules.Pollfd.HoldsDestroy(call.Facts, export.PollDescriptors))
            {
                return RsmError.RSMERR_POLLFD_IN_USE;
            }

            export.IsClosing = true;
        }

        agent.Exchange(new DestroyExport(call.Facts, export.Key), call);
        _handles.Remove(memseg);
        _segments.TryRemove(export.Key, out _);
        memory.ReleasePages(export.Held);
        EndSignals(export);
        CloseDescriptor(call.Facts, export.Descriptor, ReleasePath.Destroy);
        FreeHeap(call.Facts, ReleasePath.Destroy);
        return RsmError.RSM_SUCCESS;
    });

    public int ExportRebind(nint memseg, nint address, long offset, nuint length) => Run(ApiFunction.ExportRebind, call =>
    {
        if (call.Pass(GateName.RebindEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(memseg, out ExportEntry? export);
        if (export is null)
        {
            return rules.Handles.BadSegment(call.Facts, state);
        }

        if (address == 0 || address % PageStore.PageSize != 0)
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        if (length == 0 || length > long.MaxValue)
        {
            return RsmError.RSMERR_BAD_LENGTH;
        }

        RsmError code = FindPages(address, (long)length, out ExportablePages? pages);
        if (pages is null)
        {
            return code;
        }

        code = agent.Exchange(new RebindExport(call.Facts, export.Key, pages.Pages, pages.Held), call).Code;
        lock (export.Sync)
        {
            (PageRange released, export.Held) = code == RsmError.RSM_SUCCESS ? (export.Held, pages.Held) : (pages.Held, export.Held);
            memory.ReleasePages(released);
        }

        return code;
    });

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

        return agent.Exchange(new UnpublishExport(call.Facts, export.Key), call).Code;
    });

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

    private RsmError Create(Call call, nint controller, nint output, nint address, nuint length, uint flags)
    {
        CallFacts facts = call.Facts;
        if (call.Pass(GateName.CreateEntry) is { } stop)
        {
            return stop;
        }

        HandleState state = _handles.Look(controller, out ControllerEntry? entry);
        if (entry is null)
        {
            return rules.Handles.BadController(facts, state);
        }

        if (CheckCreate(facts, entry, output, address, length) is { } refused)
        {
            return refused;
        }

        if (!resources.Allocate(call))
        {
            return rules.Resource.Exhausted(facts, ResourceKind.Memory);
        }

        if (resources.OpenDescriptor() is not { } descriptor)
        {
            resources.Free();
            return rules.Resource.Exhausted(facts, ResourceKind.Descriptor);
        }

        long key = NextKey();
        RsmError code = FindPages(address, (long)length, out ExportablePages? pages);
        if (pages is not null)
        {
            code = agent.Exchange(
                new CreateExport(facts, key, entry.Symbol, pages.Pages, pages.Held, (flags & (uint)ExportFlags.AllowRebind) != 0), call).Code;
        }

        if (code != RsmError.RSM_SUCCESS)
        {
            if (pages is not null)
            {
                memory.ReleasePages(pages.Held);
            }

            resources.CloseDescriptor(descriptor);
            resources.Free();
            return code;
        }

        nint handle = rules.Handles.Value(facts, HandleKind.Export, _handles.Mint());
        var export = new ExportEntry(key, entry.Symbol, descriptor, pages!.Held) { Handle = handle, Address = address };
        _segments[key] = export;
        _handles.Add(handle, export);
        Store(output, handle);
        return RsmError.RSM_SUCCESS;
    }

    private RsmError? CheckCreate(CallFacts facts, ControllerEntry controller, nint output, nint address, nuint length)
    {
        ulong largest = rules.Controller.LargestExport(controller.IsLoopback);
        return output == 0 ? RsmError.RSMERR_BAD_SEG_HNDL
            : Output(output) is OutputState.Unmapped or OutputState.ReadOnly ? RsmError.RSMERR_BAD_ADDR
            : address == 0 ? RsmError.RSMERR_BAD_ADDR
            : length == 0 || length > long.MaxValue || (largest != 0 && length > largest) ? RsmError.RSMERR_BAD_LENGTH
            : address % PageStore.PageSize != 0 ? RsmError.RSMERR_BAD_MEM_ALIGNMENT
            : length % (nuint)PageStore.PageSize != 0 ? rules.Controller.OddLength(facts)
            : null;
    }

    private RsmError FindPages(nint address, long length, out ExportablePages? pages)
    {
        pages = null;
        if (memory.AccessAt(address, length) is not { } access)
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        if (access != MemoryAccess.ReadWrite)
        {
            return RsmError.RSMERR_PERM_DENIED;
        }

        pages = memory.FindPages(address, length);
        return pages is null ? RsmError.RSMERR_BAD_ADDR : RsmError.RSM_SUCCESS;
    }

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
