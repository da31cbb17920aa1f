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

        RsmError code = agent.Exchange(new DestroyExport(call.Facts, export.Key), call).Code;
        if (code != RsmError.RSM_SUCCESS)
        {
            lock (export.Sync)
            {
                export.IsClosing = false;
            }

            return code;
        }

        _handles.Remove(memseg);
        _segments.TryRemove(export.Key, out _);
        memory.ReturnPages(export.Held);
        signals.Ended(export);
        CloseDescriptor(call.Facts, export.Descriptor, ReleasePath.Destroy);
        FreeHeap(call.Facts, export.Block, ReleasePath.Destroy);
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
            // Whoever closes the export gives back what it holds; then the new pages are this call's to give back.
            bool swaps = code == RsmError.RSM_SUCCESS && !export.IsClosing;
            (PageRange released, export.Held) = swaps ? (export.Held, pages.Held) : (pages.Held, export.Held);
            memory.ReturnPages(released);
        }

        return code;
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

        if (rules.Publication.RefuseCreate(facts) is { } unwanted)
        {
            return unwanted;
        }

        nint block = resources.Allocate(call);
        if (block == 0)
        {
            return rules.Resource.Exhausted(facts, ResourceKind.Memory);
        }

        if (resources.OpenDescriptor() is not { } descriptor)
        {
            resources.Free(block);
            return rules.Resource.Exhausted(facts, ResourceKind.Descriptor);
        }

        call.Descriptor = descriptor;
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
                memory.ReturnPages(pages.Held);
            }

            resources.CloseDescriptor(descriptor);
            resources.Free(block);
            return code;
        }

        nint handle = rules.Handles.Value(facts, HandleKind.Export, _handles.Mint());
        var export = new ExportEntry(key, entry.Symbol, descriptor, block, pages!.Held) { Handle = handle, Address = address };
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

        return memory.FindPages(address, length, out pages);
    }
}
