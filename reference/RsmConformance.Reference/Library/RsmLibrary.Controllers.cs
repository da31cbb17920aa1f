using System.Buffers.Binary;
using System.Text;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

internal sealed partial class RsmLibrary
{
    private const uint AllWidths = 1 | 2 | 4 | 8;

    public int GetController(string? name, nint controller) => Run(ApiFunction.GetController, call =>
    {
        if (controller == 0)
        {
            return RsmError.RSMERR_BAD_CTLR_HNDL;
        }

        OutputState output = Output(controller);
        if (output is OutputState.Unmapped or OutputState.ReadOnly)
        {
            return RsmError.RSMERR_BAD_ADDR;
        }

        name ??= ControllerDescription.Loopback;
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) >= RsmConstants.MaxNameLength)
        {
            return RsmError.RSMERR_CTLR_NOT_PRESENT;
        }

        Sequence<string> inUse;
        lock (_controllersLock)
        {
            inUse = [.. _controllers.Keys];
        }

        var found = (ControllerFound)agent.Exchange(new FindController(call.Facts, name, inUse), call);
        if (found.Code != RsmError.RSM_SUCCESS)
        {
            return found.Code;
        }

        return Reference(call, found) is { } handle
            ? Store(controller, handle) ? RsmError.RSM_SUCCESS : RsmError.RSMERR_BAD_ADDR
            : rules.Resource.Exhausted(call.Facts, ResourceKind.Memory);
    });

    public int GetControllerAttributes(nint controller, nint attributes) => Run(ApiFunction.GetControllerAttributes, call =>
    {
        HandleState state = _handles.Look(controller, out ControllerEntry? entry);
        if (entry is null)
        {
            return rules.Handles.BadController(call.Facts, state);
        }

        Span<byte> bytes = stackalloc byte[RsmLayouts.ControllerAttributes.Size];
        bytes.Clear();
        Put(bytes, "attr_page_size", (ulong)PageStore.PageSize / 1024);
        if (!entry.IsLoopback)
        {
            ulong largest = rules.Controller.LargestExport(isLoopback: false);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, AllWidths);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], 0);
            Put(bytes, "attr_max_export_segment_size", largest);
            Put(bytes, "attr_tot_export_segment_size", largest * 16);
            Put(bytes, "attr_max_export_segments", ushort.MaxValue);
            Put(bytes, "attr_max_import_map_size", largest);
            Put(bytes, "attr_tot_import_map_size", largest * 16);
            Put(bytes, "attr_max_import_segments", ushort.MaxValue);
        }

        return memory.TryWrite(attributes, bytes) ? RsmError.RSM_SUCCESS : RsmError.RSMERR_BAD_ADDR;
    });

    public int ReleaseController(nint controller) => Run(ApiFunction.ReleaseController, call =>
    {
        if (controller == 0 && rules.Controller.CrashesOnNull(call.Facts))
        {
            call.Crash();
        }

        lock (_controllersLock)
        {
            HandleState state = _handles.Look(controller, out ControllerEntry? entry);
            if (entry is null)
            {
                return rules.Handles.BadController(call.Facts, state);
            }

            entry.References = rules.Controller.AfterRelease(call.Facts, entry.References);
            if (entry.References <= 0)
            {
                // Segments that are still open have their own; the page of release calls that illegal and promises nothing.
                Close(entry);
            }

            return RsmError.RSM_SUCCESS;
        }
    });

    /// <summary>Ends a controller handle; the controller lock is held.</summary>
    private void Close(ControllerEntry entry)
    {
        _controllers.Remove(entry.Symbol);
        _handles.Remove(entry.Handle);
        resources.Free(entry.Block);
    }

    private nint? Reference(Call call, ControllerFound found)
    {
        lock (_controllersLock)
        {
            if (_controllers.TryGetValue(found.Symbol, out ControllerEntry? entry))
            {
                entry.References = rules.Controller.AfterGet(call.Facts, entry.References);
                return entry.Handle;
            }

            nint block = resources.Allocate(call);
            if (block == 0)
            {
                return null;
            }

            nint handle = rules.Handles.Value(call.Facts, HandleKind.Controller, _handles.Mint());
            entry = new ControllerEntry(handle, block, found.Symbol, found.IsLoopback);
            _controllers.Add(found.Symbol, entry);
            _handles.Add(handle, entry);
            return handle;
        }
    }

    private static void Put(Span<byte> bytes, string field, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[RsmLayouts.ControllerAttributes.OffsetOf(field)..], value);
}
