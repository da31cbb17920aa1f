using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>The conditions of connect that lie in what the exporter permits to whom.</summary>
internal static class ConnectAccess
{
    /// <summary>Notes what speaks against the access asked for.</summary>
    /// <returns>The judgements under which it is granted.</returns>
    public static IReadOnlyList<AccessVariant> Judge(CallContext context, Attempt attempt, ConnectTarget target, Permission perm)
    {
        uint node = context.Scene.Cluster.Node(context.Node).Id;
        Permission? entry = null;
        if (target.Publication.List is { } list)
        {
            entry = AccessPolicy.EntryMode(list, node);
            if (entry is null)
            {
                NotListed(context, attempt, target, list, perm);
                return [new AccessVariant(true, Permission.None, IdentityClass.Other, [])];
            }

            if (entry == Permission.None)
            {
                ListedWithNothing(attempt, list, node, perm);
                return [new AccessVariant(true, Permission.None, IdentityClass.Other, [])];
            }
        }

        Identity importer = context.Process.Facts.Identity;
        IReadOnlyList<AccessVariant> variants =
            AccessPolicy.Variants(target.Export, target.Publication, entry, importer, perm, context.State.Settled);
        AccessVariant[] granted = [.. variants.Where(v => v.Granted)];
        foreach (AccessVariant denied in variants.Where(v => !v.Granted))
        {
            Denied(context, attempt, target, denied, granted.Length > 0, perm);
        }

        return granted.Length > 0 ? granted : [variants[0] with { Readings = [] }];
    }

    /// <summary>Whether a process may be let pass in spite of a mode; uid 0 may always be (A23).</summary>
    public static bool IsPrivileged(SceneProcess process) => process.Privileged || process.Identity.Uid == 0;

    private static void Denied(
        CallContext context,
        Attempt attempt,
        ConnectTarget target,
        AccessVariant variant,
        bool otherwiseGranted,
        Permission perm)
    {
        var failure = new Failure(Ending.Returns, (int)RsmError.RSMERR_PERM_DENIED, ConnectPermDenied, variant.Readings);
        AssertionId blamed = ConnectBlame.OfDenial(target.Publication, context.Scene.Cluster.Node(context.Node).Id, variant, perm);
        if (otherwiseGranted)
        {
            attempt.MayHold(blamed, Escape.Free, failure);
        }
        else if (IsPrivileged(context.Process.Facts))
        {
            attempt.MayHold(
                PermissionPrivileged,
                Escape.By(A23Override),
                failure with { Basis = PermissionPrivileged, Readings = [.. variant.Readings, A23NoOverride] });
        }
        else
        {
            attempt.Holds(blamed, failure);
        }
    }

    private static void ListedWithNothing(Attempt attempt, Sequence<ListEntry> list, uint node, Permission perm)
    {
        bool hidesAnother = list.Any(e => e.NodeId == node && e.Mode != Permission.None);
        Failure[] failures =
        [
            Failure.Of(RsmError.RSMERR_PERM_DENIED, ConnectPermDenied, A18PermDenied),
            Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, ConnectNotPublishedToNode, A18SegNotPublishedToNode),
        ];
        if (perm == Permission.None)
        {
            // Where mode 0 is granted it is granted against mode 0 too (D11).
            attempt.MayHold(PermissionLimitedValues, Escape.Forgiven(A02Granted, CitedDeviations.D11), failures);
        }
        else
        {
            attempt.Holds(hidesAnother ? PermissionNodeEntry : ConnectPermDenied, failures);
        }
    }

    private static void NotListed(
        CallContext context,
        Attempt attempt,
        ConnectTarget target,
        Sequence<ListEntry> list,
        Permission perm)
    {
        var failures = new List<Failure>(3);
        IdentityClass identity = AccessPolicy.ClassOf(target.Publication.Identity, context.Process.Facts.Identity);
        bool classDenied = perm != Permission.None && list.Any(e => !PermissionTable.Grants(e.Mode, identity, perm));
        if (classDenied)
        {
            failures.Add(Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, ConnectNotPublishedToNode, A19SegNotPublishedToNode));
            failures.Add(Failure.Of(RsmError.RSMERR_PERM_DENIED, ConnectPermDenied, A19PermDenied));
        }
        else
        {
            failures.Add(Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, ConnectNotPublishedToNode));
        }

        // A node with a link judges later connects by its copy of the mode, which the new list has emptied (D13, D14).
        bool hasCopy = target.Publication.Republished
            && context.State.Imports.Values.Any(i => i.Export == target.Export.Id && i.Node == context.Node && !i.IsDead);
        AssertionId blamed = target.Publication.Republished ? ConnectSurvivesRepublish : ConnectNotPublishedToNode;
        if (hasCopy)
        {
            failures.Add(Failure.Of(RsmError.RSMERR_PERM_DENIED, ConnectPermDenied, A31PermDeniedInstead, CitedDeviations.D13));
            if (perm == Permission.None || IsPrivileged(context.Process.Facts))
            {
                attempt.MayHold(blamed, Escape.Forgiven(A31StillAdmitted, CitedDeviations.D14), [.. failures]);
                return;
            }
        }

        attempt.Holds(blamed, [.. failures]);
    }
}
