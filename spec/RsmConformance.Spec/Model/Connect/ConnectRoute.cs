using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>The conditions of connect that lie on the way to the node.</summary>
internal static class ConnectRoute
{
    // Historically ids up to 63 are nodes; what lies beyond is A46, what is only unknown is A10.
    private const uint FirstForeignNode = 64;

    public static void Conditions(CallContext context, Attempt attempt, ImportConnect call, RouteKind route, uint node)
    {
        switch (route)
        {
            case RouteKind.Local or RouteKind.Up:
                break;
            case RouteKind.LoopbackElsewhere:
                attempt.Holds(
                    ConnectCtlrNotPresent,
                    Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, ConnectCtlrNotPresent, A09CtlrNotPresent),
                    Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, ConnectUnreachable, A09RemoteNodeUnreachable));
                break;
            case RouteKind.UnknownNode:
                bool foreign = call.NodeId.Literal is not null && node >= FirstForeignNode;
                attempt.Holds(
                    ConnectUnreachable,
                    Failure.Of(
                        RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
                        ConnectUnreachable,
                        foreign ? A46RemoteNodeUnreachable : A10RemoteNodeUnreachable),
                    Failure.Of(
                        RsmError.RSMERR_INTERNAL_ERROR,
                        ConnectUnreachable,
                        foreign ? A46InternalError : A10InternalError,
                        CitedDeviations.D07));
                break;
            case RouteKind.NotWired:
                attempt.Holds(
                    ConnectPhysicalConnection,
                    Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, ConnectPhysicalConnection, A11RemoteNodeUnreachable),
                    Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, ConnectPhysicalConnection, A11CtlrNotPresent),
                    Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, ConnectPhysicalConnection, A11SegNotPublished),
                    Failure.Of(RsmError.RSMERR_INTERNAL_ERROR, ConnectPhysicalConnection, A11InternalError, CitedDeviations.D07));
                break;
            case RouteKind.Down:
                Down(attempt);
                break;
            default:
                throw new InvalidOperationException($"a route of kind {route}");
        }

        Lost(context, attempt);
    }

    /// <summary>The link exists and does not work (A14).</summary>
    public static void Down(Attempt attempt) => attempt.Holds(
        ConnectUnreachable,
        Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, ConnectUnreachable, A14RemoteNodeUnreachable),
        Failure.Of(RsmError.RSMERR_CONN_ABORTED, ConnectUnreachable, A14ConnAborted, CitedDeviations.D08));

    private static void Lost(CallContext context, Attempt attempt)
    {
        if (context.Was<Disturbance.PathLost>())
        {
            // The path may be back by now, or the call may have been through before; then the rest decides.
            attempt.MayHold(
                ConnectUnreachable,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, ConnectUnreachable, A15RemoteNodeUnreachable),
                Failure.Of(RsmError.RSMERR_INTERRUPTED, ConnectInterrupted, A15Interrupted),
                Failure.Of(RsmError.RSMERR_CONN_ABORTED, ConnectUnreachable, A15ConnAborted, CitedDeviations.D08),
                Failure.Of(RsmError.RSMERR_TIMEOUT, ConnectUnreachable, A15Timeout, CitedDeviations.D09));
        }
    }
}
