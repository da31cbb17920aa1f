using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>Which assertion a connect breaks that ends in no permitted way.</summary>
internal static class ConnectBlame
{
    private static readonly Sequence<int> Listed = [.. DocumentedErrors.OfConnect.Select(e => (int)e)];

    /// <summary>The blame when a condition speaks against success.</summary>
    public static Blame WhenDue(IReadOnlyList<Condition> certain) =>
        With(certain.Count == 1 ? certain[0].Blamed : ConnectAnyHolding);

    /// <summary>The blame when success was due.</summary>
    public static Blame WhenGranted(CallContext context, ConnectTarget target, AccessVariant variant, Permission perm)
    {
        AssertionId rights = OfGrant(context, target, variant, perm);
        AssertionId notFound = target.Export.Node == context.Node ? ConnectLinksThatSegment : ConnectLinksThatNode;
        return With(ConnectSuccessZero) with
        {
            Codes =
            [
                new((int)RsmError.RSMERR_PERM_DENIED, rights),
                new((int)RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, OfAdmission(target.Publication)),
                new((int)RsmError.RSMERR_SEG_NOT_PUBLISHED, notFound),
                new((int)RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, ConnectPhysicalConnection),
                new((int)RsmError.RSMERR_CTLR_NOT_PRESENT, ConnectPhysicalConnection),
                new((int)RsmError.RSMERR_BAD_CTLR_HNDL, ConnectBadCtlrHndl),
                new((int)RsmError.RSMERR_BAD_SEG_HNDL, ConnectBadSegHndl),
                new((int)RsmError.RSMERR_BAD_ADDR, ConnectBadAddr),
                new((int)RsmError.RSMERR_INSUFFICIENT_MEM, ConnectInsufficientMem),
                new((int)RsmError.RSMERR_INSUFFICIENT_RESOURCES, ConnectInsufficientResources),
                new((int)RsmError.RSMERR_INTERRUPTED, ConnectInterrupted),
            ],
        };
    }

    /// <summary>The assertion about an error of connect.</summary>
    public static AssertionId OfError(int code) => (RsmError)code switch
    {
        RsmError.RSMERR_BAD_SEG_HNDL => ConnectBadSegHndl,
        RsmError.RSMERR_BAD_CTLR_HNDL => ConnectBadCtlrHndl,
        RsmError.RSMERR_CTLR_NOT_PRESENT => ConnectCtlrNotPresent,
        RsmError.RSMERR_PERM_DENIED => ConnectPermDenied,
        RsmError.RSMERR_INSUFFICIENT_MEM => ConnectInsufficientMem,
        RsmError.RSMERR_INSUFFICIENT_RESOURCES => ConnectInsufficientResources,
        RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE => ConnectNotPublishedToNode,
        RsmError.RSMERR_SEG_NOT_PUBLISHED => ConnectNotPublished,
        RsmError.RSMERR_BAD_ADDR => ConnectBadAddr,
        RsmError.RSMERR_REMOTE_NODE_UNREACHABLE => ConnectUnreachable,
        RsmError.RSMERR_INTERRUPTED => ConnectInterrupted,
        _ => ConnectListedErrors,
    };

    /// <summary>What is broken by admitting an importer that is denied.</summary>
    public static AssertionId OfDenial(Publication publication, uint node, AccessVariant variant, Permission perm)
    {
        if (publication.Republished)
        {
            return ConnectSurvivesRepublish;
        }

        if (publication.List is { } list
            && list.Any(e => e.NodeId == node && PermissionTable.Grants(e.Mode, variant.Class, perm)))
        {
            return PermissionNodeEntry;
        }

        IdentityClass[] all = [IdentityClass.Owner, IdentityClass.Group, IdentityClass.Other];
        return all.Any(c => PermissionTable.Grants(variant.Mode, c, perm)) ? PermissionExclusiveClass
            : publication.List is null ? PermissionDefaultMode
            : ConnectPermDenied;
    }

    /// <summary>The assertion that admits an importer: the mode asked for.</summary>
    public static AssertionId OfMode(Permission perm) =>
        perm == Permission.Read ? PermissionRead
        : perm == Permission.Write ? PermissionWrite
        : perm == Permission.ReadWrite ? PermissionReadWrite
        : PermissionLimitedValues;

    /// <summary>What is broken by denying an importer that is granted: what made the difference.</summary>
    private static AssertionId OfGrant(CallContext context, ConnectTarget target, AccessVariant variant, Permission perm)
    {
        if (target.Publication.Republished)
        {
            return ConnectSurvivesRepublish;
        }

        if (target.Publication.List is { } list && list.Any(e => !PermissionTable.Grants(e.Mode, variant.Class, perm)))
        {
            return PermissionNodeEntry;
        }

        IdentityClass[] all = [IdentityClass.Owner, IdentityClass.Group, IdentityClass.Other];
        if (all.Any(c => !PermissionTable.Grants(variant.Mode, c, perm)))
        {
            return variant.Class switch
            {
                IdentityClass.Owner => PermissionOwnerClass,
                IdentityClass.Group => PermissionGroupClass,
                IdentityClass.SupplementaryGroup => PermissionSupplementaryGroup,
                IdentityClass.Other => PermissionOtherClass,
                _ => throw new InvalidOperationException($"class {variant.Class} of {context.Call.Process}"),
            };
        }

        return target.Publication.List is null ? PermissionDefaultMode : OfMode(perm);
    }

    private static AssertionId OfAdmission(Publication publication) =>
        publication.Republished ? ConnectSurvivesRepublish
        : publication.List is null ? PermissionDefaultMode
        : PermissionNodeEntry;

    private static Blame With(AssertionId code) => new(code)
    {
        Output = ConnectCreatesSegment,
        FailureOutput = ConnectFailureLeavesOutput,
        Distinct = ConnectDistinctHandles,
        Canary = ConnectHandleThroughMemseg,
        Unlisted = ConnectListedErrors,
        Listed = Listed,
    };
}
