using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>The gets and puts.</summary>
internal static class TransferRule
{
    public static Permitted Complete(CallContext context, Transfer call)
    {
        var attempt = new Attempt(context);
        AssertionId basis = call.IsGet ? SupportGet : SupportPut;
        Permission access = call.IsGet ? Permission.Read : Permission.Write;
        long length = call.Bytes(context.PageSize);
        long offset = context.Bytes(call.Offset);
        ImportState? import = HandleRules.Import(context, attempt, basis);
        Place place = AddressSpace.Find(context.Scene, context.State, context.Call.Process, call.Data);
        Caller(attempt, call, place, length, basis);
        Alignment(attempt, call, offset, place.Offset, basis);
        if (import is not null)
        {
            Range(attempt, import, offset, length, basis);
            RightsRules.Transfer(attempt, import, access);
            bool implicitMode = import.BarrierMode == BarrierMode.Implicit;
            if (implicitMode && import.Barrier is null)
            {
                // Listed for a transfer in implicit mode without a barrier; a library that has one of its own need not mind (3.5).
                attempt.MayHold(basis, Escape.Free, Failure.Of(RsmError.RSMERR_BARRIER_UNINITIALIZED, basis));
            }

            LinkRules.Conditions(
                context,
                attempt,
                import,
                implicitMode,
                basis,
                ConnectForcedDisconnect,
                s => Blurred(context, s, call, import, place, offset, length));
        }

        SupportMeans.Conditions(context, attempt, basis);
        Blame blame = BlameFor(attempt, import, basis);
        return attempt.Resolve(FailureOutput.None, () => Moved(context, call, import!, place, offset, length), blame);
    }

    private static void Caller(Attempt attempt, Transfer call, Place place, long length, AssertionId basis)
    {
        Failure badAddress = Failure.Of(RsmError.RSMERR_BAD_ADDR, basis);
        if (call.Data == AddressRef.Null)
        {
            attempt.Holds(basis, badAddress);
        }
        else if (place.Kind == PlaceKind.Nowhere || (place.Kind == PlaceKind.ReadOnly && call.IsGet))
        {
            // A library copies with the caller's own rights: the store, or load, may fault inside it.
            attempt.Holds(basis, badAddress, new Failure(Ending.Dies, 0, basis));
        }
        else if (place.Kind is PlaceKind.Buffer or PlaceKind.Map && length > 0 && !place.Holds(length))
        {
            attempt.Holds(basis, badAddress, new Failure(Ending.Undefined, 0, basis));
        }
    }

    private static void Alignment(Attempt attempt, Transfer call, long offset, long address, AssertionId basis)
    {
        long unit = (long)call.Width;
        if (address % unit != 0)
        {
            attempt.Holds(basis, Failure.Of(RsmError.RSMERR_BAD_MEM_ALIGNMENT, basis));
        }

        if (offset % unit != 0)
        {
            attempt.Holds(
                basis,
                Failure.Of(RsmError.RSMERR_BAD_MEM_ALIGNMENT, basis),
                Failure.Of(RsmError.RSMERR_BAD_OFFSET, basis));
        }
    }

    private static void Range(Attempt attempt, ImportState import, long offset, long length, AssertionId basis)
    {
        Failure badOffset = Failure.Of(RsmError.RSMERR_BAD_OFFSET, basis);
        Failure badLength = Failure.Of(RsmError.RSMERR_BAD_LENGTH, basis);
        if (offset < 0 || length < 0 || length > import.Size - offset)
        {
            attempt.Holds(basis, badOffset, badLength);
        }
        else if (length == 0)
        {
            attempt.MayHold(basis, Escape.Free, badLength, badOffset);
        }
        else if (import.Map is { } map && (offset < map.Offset || length > map.Offset + map.Length - offset))
        {
            // Historically a transfer goes through the caller's map and cannot leave its window.
            attempt.MayHold(basis, Escape.Free, badOffset, badLength);
        }
    }

    private static IEnumerable<Success> Moved(CallContext context, Transfer call, ImportState import, Place place, long offset, long length)
    {
        WorldState state = context.State;
        ImportState used = import with { MayBeMappedImplicitly = import.MayBeMappedImplicitly || import.Map is null };
        MemorySpan? remote = LinkRules.Reached(state, import);
        if (LinkRules.MayRevive(context, import))
        {
            used = used with { Link = LinkState.Alive };
            remote = state.Exports[import.Export].Memory;
        }

        state = state with { Imports = state.Imports.Set(import.Id, used) };
        if (call.IsGet)
        {
            MemoryImage data = remote is null ? MemoryImage.Unknown(length) : AddressSpace.Read(state, remote, offset, length);
            WorldState next = Put(state, place, data);
            yield return new Success(next, RightsRules.Of(import)) { Data = data };
        }
        else
        {
            WorldState next = remote is null
                ? Blurred(context, state, call, import, place, offset, length)
                : AddressSpace.Write(state, remote, offset, Take(state, place, length));
            yield return new Success(next, RightsRules.Of(import));
        }
    }

    // A transfer looks for errors after it has moved its bytes: a get that reports a loss may have brought anything, and a put
    // that the loss met on its way may have moved a part.
    private static WorldState Blurred(
        CallContext context,
        WorldState state,
        Transfer call,
        ImportState import,
        Place place,
        long offset,
        long length)
    {
        if (length <= 0)
        {
            return state;
        }

        if (call.IsGet)
        {
            return place.Holds(length) ? Put(state, place, MemoryImage.Unknown(length)) : state;
        }

        bool met = context.Was<Disturbance.TargetWithdrawn>() || context.Was<Disturbance.PathLost>();
        return met
            && offset >= 0
            && length <= import.Size - offset
            && state.Exports.TryGet(import.Export, out ExportState? export)
            ? AddressSpace.Write(state, export.Memory, offset, MemoryImage.Unknown(length))
            : state;
    }

    private static MemoryImage Take(WorldState state, Place place, long length) =>
        place.Kind == PlaceKind.Buffer ? AddressSpace.Read(state, place.Span!, place.Offset, length)
        : place.Kind == PlaceKind.Map && LinkRules.Reached(state, place.Import!) is { } span
            ? AddressSpace.Read(state, place.Import!.Map!.Pinned ?? span, place.Import.Map.Offset + place.Offset, length)
        : MemoryImage.Unknown(length);

    private static WorldState Put(WorldState state, Place place, MemoryImage data) =>
        place.Kind == PlaceKind.Buffer ? AddressSpace.Write(state, place.Span!, place.Offset, data)
        : place.Kind == PlaceKind.Map && LinkRules.Reached(state, place.Import!) is { } span
            ? AddressSpace.Write(state, place.Import!.Map!.Pinned ?? span, place.Import.Map.Offset + place.Offset, data)
        : state;

    private static Blame BlameFor(Attempt attempt, ImportState? import, AssertionId basis)
    {
        Condition? first = attempt.Certain.FirstOrDefault();
        if (first is not null || import is null)
        {
            return new Blame(first?.Blamed ?? basis) { Data = ConnectLinksThatSegment };
        }

        AssertionId code = import.Republished ? ConnectSurvivesRepublish : basis;
        AssertionId rights = import.Republished ? ConnectSurvivesRepublish : RightsRules.Of(import);
        return new Blame(code)
        {
            Data = ConnectLinksThatSegment,
            Codes = [new((int)RsmError.RSMERR_PERM_DENIED, rights), new((int)RsmError.RSMERR_BAD_PERMS, rights)],
        };
    }
}
