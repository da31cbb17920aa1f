using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>Making, rebinding and ending export segments.</summary>
internal static class ExportRules
{
    public static Permitted Create(CallContext context, ExportCreate call)
    {
        var attempt = new Attempt(context);
        string? controller = ControllerRules.Controller(context, attempt, SupportExportCreate);
        if (!call.Memseg.IsWritable)
        {
            attempt.Holds(
                SupportExportCreate,
                Failure.Of(RsmError.RSMERR_BAD_SEG_HNDL, SupportExportCreate),
                Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportExportCreate));
        }

        MemorySpan? memory = Range(context, attempt, call.Vaddr, call.Length, SupportExportCreate);
        SupportMeans.Conditions(context, attempt, SupportExportCreate);
        return attempt.Resolve(
            call.Memseg.IsWritable ? FailureOutput.Free : FailureOutput.None,
            () => [Created(context, call, controller!, memory!)],
            new Blame(SupportExportCreate));
    }

    public static Permitted Destroy(CallContext context)
    {
        var attempt = new Attempt(context);
        ExportState? export = HandleRules.Export(context, attempt, SupportExportDestroy);
        if (export is { Pollfds: > 0 })
        {
            attempt.Holds(SupportExportDestroy, Failure.Of(RsmError.RSMERR_POLLFD_IN_USE, SupportExportDestroy));
        }

        SupportMeans.Conditions(context, attempt, SupportExportDestroy);
        return attempt.Resolve(
            FailureOutput.None,
            () =>
            {
                WorldState next = Withdrawal.Of(context.State, export!);
                next = Withdrawal.HandleEnded(next with { Exports = next.Exports.Remove(export!.Id) }, context.Call.Handle);
                return [new Success(next, SupportExportDestroy)];
            },
            new Blame(SupportExportDestroy));
    }

    public static Permitted Rebind(CallContext context, ExportRebind call)
    {
        var attempt = new Attempt(context);
        ExportState? export = HandleRules.Export(context, attempt, SupportExportRebind);
        MemorySpan? memory = Range(context, attempt, call.Vaddr, call.Length, SupportExportRebind);
        if (export is not null && !export.Flags.HasFlag(ExportFlags.AllowRebind))
        {
            attempt.Holds(SupportExportRebind, Failure.Of(RsmError.RSMERR_REBIND_NOT_ALLOWED, SupportExportRebind));
        }

        if (export is not null && context.Bytes(call.Length) != export.Memory.Length)
        {
            attempt.Holds(SupportExportRebind, Failure.Of(RsmError.RSMERR_BAD_LENGTH, SupportExportRebind));
        }

        SupportMeans.Conditions(context, attempt, SupportExportRebind);
        return attempt.Resolve(FailureOutput.None, () => Rebound(context.State, export!, memory!), new Blame(SupportExportRebind));
    }

    private static IEnumerable<Success> Rebound(WorldState state, ExportState export, MemorySpan memory)
    {
        WorldState next = state with { Exports = state.Exports.Set(export.Id, export with { Memory = memory }) };
        yield return new Success(next, SupportExportRebind);

        // Historically the maps of importers on the exporter's own node keep the old pages.
        ImportState[] pinned = [.. state.Imports.Values.Where(i => i.Export == export.Id && i.Node == export.Node && i.Map is not null)];
        if (pinned.Length > 0)
        {
            foreach (ImportState import in pinned)
            {
                MapState map = import.Map! with { Pinned = import.Map.Pinned ?? export.Memory };
                next = next with { Imports = next.Imports.Set(import.Id, import with { Map = map }) };
            }

            yield return new Success(next, SupportExportRebind) { Deviations = [CitedDeviations.D60] };
        }
    }

    private static Success Created(CallContext context, ExportCreate call, string controller, MemorySpan memory)
    {
        SceneProcess creator = context.Process.Facts;
        var export = new ExportState(
            context.NewObject,
            context.Node,
            controller,
            memory,
            call.Flags,
            creator.Identity,
            creator.Umask);
        WorldState next = context.With(context.Bind(context.Process, call.Memseg, HandleKind.Export));
        next = next with { Exports = next.Exports.Set(export.Id, export) };
        return new Success(next, SupportExportCreate) { Output = OutputEffect.Stored };
    }

    /// <summary>The memory that the caller names; null, with the condition noted, when it cannot be exported.</summary>
    private static MemorySpan? Range(CallContext context, Attempt attempt, AddressRef address, Extent length, AssertionId basis)
    {
        long bytes = context.Bytes(length);
        Place place = AddressSpace.Find(context.Scene, context.State, context.Call.Process, address);
        if (bytes <= 0)
        {
            attempt.Holds(basis, Failure.Of(RsmError.RSMERR_BAD_LENGTH, basis));
        }

        if (place.Offset % context.PageSize != 0 || bytes % context.PageSize != 0)
        {
            // Which code names a misaligned length or rebind address is open (D46, D61).
            attempt.Holds(
                basis,
                Failure.Of(RsmError.RSMERR_BAD_MEM_ALIGNMENT, basis),
                Failure.Of(RsmError.RSMERR_BAD_LENGTH, basis),
                Failure.Of(RsmError.RSMERR_BAD_ADDR, basis));
        }

        if (place.Kind == PlaceKind.Buffer && place.Holds(bytes))
        {
            return new MemorySpan(place.Span!.Memory, place.Span.Offset + place.Offset, bytes);
        }

        if (bytes > 0 || place.Kind != PlaceKind.Buffer)
        {
            attempt.Holds(
                basis,
                Failure.Of(RsmError.RSMERR_BAD_ADDR, basis),
                Failure.Of(RsmError.RSMERR_PERM_DENIED, basis));
        }

        return null;
    }
}
