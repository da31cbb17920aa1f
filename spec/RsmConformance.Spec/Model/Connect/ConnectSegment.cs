using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>The segment that a connect finds under the id, or found before it was withdrawn.</summary>
internal sealed record ConnectTarget(ExportState Export, Publication Publication, bool IsGone);

/// <summary>The conditions of connect that lie in the segment: whether it is published, and through what.</summary>
internal static class ConnectSegment
{
    public static ConnectTarget? Find(CallContext context, Attempt attempt, SegmentKey segment)
    {
        if (context.Call.Target is not { } key)
        {
            return null;
        }

        ExportState? withdrawn = context.Call.Disturbances.OfType<Disturbance.TargetWithdrawn>().LastOrDefault()?.Export;
        ExportState? published = context.State.Published.TryGet(key, out ObjectId id) ? context.State.Exports[id] : null;
        if (withdrawn is not null)
        {
            attempt.MayHold(
                ConnectNotPublished,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, ConnectNotPublished, A30SegNotPublished),
                Failure.Of(RsmError.RSMERR_INTERRUPTED, ConnectInterrupted, A30Interrupted),
                Failure.Of(RsmError.RSMERR_CONN_ABORTED, ConnectNotPublished, A30ConnAborted, CitedDeviations.D08));
        }
        else if (published is null)
        {
            NotPublished(attempt, segment);
        }

        return (published ?? withdrawn) is { Publication: { } publication } export
            ? new ConnectTarget(export, publication, published is null)
            : null;
    }

    /// <summary>Whether the caller's controller is connected with that of the export.</summary>
    public static void Wired(CallContext context, Attempt attempt, string controller, ExportState export)
    {
        var near = new ControllerKey(context.Node, controller);
        if (export.Node == near.Node)
        {
            if (export.Controller != controller)
            {
                attempt.MayHold(
                    ConnectPhysicalConnection,
                    Escape.By(A13Success),
                    Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, ConnectPhysicalConnection, A13SegNotPublished));
            }

            return;
        }

        LinkDescription? link = Wiring.Between(context.Scene, near, new ControllerKey(export.Node, export.Controller));
        if (link is null)
        {
            attempt.MayHold(
                ConnectPhysicalConnection,
                Escape.Forgiven(A12Success, CitedDeviations.D28),
                Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, ConnectPhysicalConnection, A12SegNotPublished),
                Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, ConnectPhysicalConnection, A12SegNotPublishedToNode),
                Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, ConnectPhysicalConnection, A12RemoteNodeUnreachable));
        }
        else if (!Wiring.IsUp(context.State, link))
        {
            // Another link leads to the node, but not to this controller.
            ConnectRoute.Down(attempt);
        }
    }

    private static void NotPublished(Attempt attempt, SegmentKey segment)
    {
        if (segment.Number is { } id && (id == 0 || !SegmentIdRange.AcceptedByPublish(id)))
        {
            attempt.Holds(
                ConnectNotPublished,
                Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, ConnectNotPublished, A17SegNotPublished),
                Failure.Of(RsmError.RSMERR_RESERVED_SEGID, ConnectNotPublished, A17ReservedSegid),
                Failure.Of(RsmError.RSMERR_BAD_SEGID, ConnectNotPublished, A17BadSegid));
        }
        else
        {
            attempt.Holds(ConnectNotPublished, Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, ConnectNotPublished));
        }
    }
}
