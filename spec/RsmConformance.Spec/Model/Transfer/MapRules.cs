using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>rsm_memseg_import_map and rsm_memseg_import_unmap.</summary>
internal static class MapRules
{
    private const uint AccessBits = 0x180;  // 0600

    public static Permitted Map(CallContext context, ImportMap call)
    {
        var attempt = new Attempt(context);
        Permission perm = call.Perm.Value;
        long offset = context.Bytes(call.Offset);
        long length = context.Bytes(call.Length);
        ImportState? import = HandleRules.Import(context, attempt, SupportImportMap);
        if (!call.Address.IsWritable)
        {
            Holds(attempt, RsmError.RSMERR_BAD_ADDR);
        }

        Range(context, attempt, import, offset, length);
        Mode(attempt, perm);
        if (call.Attribute != MapAttribute.None)
        {
            // No address can be passed in, so a fixed map is at the mercy of what the output object holds.
            attempt.MayHold(
                SupportImportMap,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_MAP_FAILED, SupportImportMap),
                Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportImportMap),
                Failure.Of(RsmError.RSMERR_BAD_MEM_ALIGNMENT, SupportImportMap));
        }

        if (import is not null)
        {
            Rights(attempt, import, perm);
            Mapped(attempt, import);
            LinkRules.Conditions(context, attempt, import, true, SupportImportMap, ConnectForcedDisconnect);
        }

        SupportMeans.Conditions(context, attempt, SupportImportMap);
        FailureOutput output = call.Address.IsWritable ? FailureOutput.Free : FailureOutput.None;
        return attempt.Resolve(output, () => [Made(context, call, import!, offset, length)], BlameFor(attempt, import));
    }

    public static Permitted Unmap(CallContext context)
    {
        var attempt = new Attempt(context);
        ImportState? import = HandleRules.Import(context, attempt, SupportImportUnmap);
        if (import is { Map: null })
        {
            Failure notMapped = Failure.Of(RsmError.RSMERR_SEG_NOT_MAPPED, SupportImportUnmap);
            if (import.MayBeMappedImplicitly)
            {
                attempt.MayHold(SupportImportUnmap, Escape.Free, notMapped);
            }
            else
            {
                attempt.Holds(SupportImportUnmap, notMapped);
            }
        }

        if (import is { Pollfds: > 0 })
        {
            // The page of get_pollfd says that a pollfd blocks unmap; the page of unmap does not (D57).
            attempt.MayHold(SupportImportUnmap, Escape.Free, Failure.Of(RsmError.RSMERR_POLLFD_IN_USE, SupportImportUnmap));
        }

        SupportMeans.Conditions(context, attempt, SupportImportUnmap);
        return attempt.Resolve(
            FailureOutput.None,
            () => [new Success(Set(context.State, import! with { Map = null, MayBeMappedImplicitly = false }), SupportImportUnmap)],
            new Blame(SupportImportUnmap));
    }

    private static void Holds(Attempt attempt, params RsmError[] errors) =>
        attempt.Holds(SupportImportMap, [.. errors.Select(e => Failure.Of(e, SupportImportMap))]);

    private static void Range(CallContext context, Attempt attempt, ImportState? import, long offset, long length)
    {
        if (length <= 0)
        {
            Holds(attempt, RsmError.RSMERR_BAD_LENGTH);
        }

        if (offset < 0 || (import is not null && length > import.Size - offset))
        {
            Holds(attempt, RsmError.RSMERR_BAD_LENGTH, RsmError.RSMERR_BAD_OFFSET);
        }

        if (offset % context.PageSize != 0)
        {
            Holds(attempt, RsmError.RSMERR_BAD_MEM_ALIGNMENT, RsmError.RSMERR_BAD_OFFSET);
        }

        if (length % context.PageSize != 0)
        {
            attempt.MayHold(
                SupportImportMap,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_BAD_LENGTH, SupportImportMap),
                Failure.Of(RsmError.RSMERR_BAD_MEM_ALIGNMENT, SupportImportMap));
        }
    }

    private static void Mode(Attempt attempt, Permission perm)
    {
        Failure badPerms = Failure.Of(RsmError.RSMERR_BAD_PERMS, SupportImportMap);
        if ((perm.Bits & ~AccessBits) != 0)
        {
            attempt.MayHold(SupportImportMap, new Escape(default, [CitedDeviations.D63], false, true), badPerms);
        }
        else if (perm == Permission.None)
        {
            attempt.MayHold(SupportImportMap, Escape.Free, badPerms);
        }
    }

    private static void Rights(Attempt attempt, ImportState import, Permission perm)
    {
        if (!RightsRules.Permit(import, perm))
        {
            AssertionId basis = RightsRules.Of(import);
            attempt.Holds(basis, Failure.Of(RsmError.RSMERR_BAD_PERMS, basis));
            return;
        }

        RightsRules.Historical(attempt, import, perm);
    }

    private static void Mapped(Attempt attempt, ImportState import)
    {
        if (import.Map is not null)
        {
            Holds(attempt, RsmError.RSMERR_SEG_ALREADY_MAPPED);
        }
        else if (import.MayBeMappedImplicitly)
        {
            attempt.MayHold(SupportImportMap, Escape.Free, Failure.Of(RsmError.RSMERR_SEG_ALREADY_MAPPED, SupportImportMap));
        }
    }

    private static Success Made(CallContext context, ImportMap call, ImportState import, long offset, long length)
    {
        Permission perm = new(call.Perm.Value.Bits & AccessBits);
        ImportState mapped = import with
        {
            Map = new MapState(context.NewObject, offset, length, perm),
            MayBeMappedImplicitly = false,
            Link = LinkRules.MayRevive(context, import) ? LinkState.Alive : import.Link,
        };
        WorldState next = Set(context.With(context.Bind(context.Process, call.Address, HandleKind.Map)), mapped);
        return new Success(next, RightsRules.Of(import)) { Output = OutputEffect.StoredShared };
    }

    private static WorldState Set(WorldState state, ImportState import) =>
        state with { Imports = state.Imports.Set(import.Id, import) };

    private static Blame BlameFor(Attempt attempt, ImportState? import)
    {
        Condition? first = attempt.Certain.FirstOrDefault();
        if (first is not null || import is null)
        {
            return new Blame(first?.Blamed ?? SupportImportMap);
        }

        AssertionId rights = import.Republished ? ConnectSurvivesRepublish : RightsRules.Of(import);
        return new Blame(import.Republished ? ConnectSurvivesRepublish : SupportImportMap)
        {
            Codes = [new((int)RsmError.RSMERR_PERM_DENIED, rights), new((int)RsmError.RSMERR_BAD_PERMS, rights)],
        };
    }
}
