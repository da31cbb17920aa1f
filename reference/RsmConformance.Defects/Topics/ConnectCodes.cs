namespace RsmConformance.Defects.Topics;

/// <summary>A refusal that is due and comes, under the wrong number.</summary>
internal static class ConnectCodes
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        Wrong("null-controller-called-absent", ConnectCondition.NullController, RsmError.RSMERR_CTLR_NOT_PRESENT, "connect.error.bad-ctlr-hndl", "A NULL controller is taken for a controller that is not there."),
        Wrong("null-controller-called-bad-segment", ConnectCondition.NullController, RsmError.RSMERR_BAD_SEG_HNDL, "connect.error.bad-ctlr-hndl", "One macro checks all handles and answers with the error of segment handles."),
        Wrong("null-controller-called-bad-address", ConnectCondition.NullController, RsmError.RSMERR_BAD_ADDR, "connect.error.bad-ctlr-hndl", "A NULL controller is reported like any other NULL pointer."),
        Wrong("bad-output-called-bad-controller", ConnectCondition.UnusableOutput, RsmError.RSMERR_BAD_CTLR_HNDL, "connect.error.bad-addr", "All pointer arguments are checked at once and blamed on the first."),
        Wrong("bad-controller-called-bad-address", ConnectCondition.BadController, RsmError.RSMERR_BAD_ADDR, "connect.robustness.bad-controller", "A controller handle that is none is reported as an address that is none."),
        Wrong("bad-controller-called-unreachable", ConnectCondition.BadController, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, "connect.robustness.bad-controller", "What lies behind a handle that is none is used as an address on the wire."),
        Wrong("bad-controller-called-success", ConnectCondition.BadController, RsmError.RSM_SUCCESS, "connect.robustness.bad-controller", "A controller handle is looked at by the first call that needs the hardware, not by connect."),
        Wrong("bad-output-called-not-published", ConnectCondition.UnusableOutput, RsmError.RSMERR_SEG_NOT_PUBLISHED, "connect.error.bad-seg-hndl", "An output that cannot be written is reported as a segment that cannot be found.", "connect.error.bad-addr"),
        Wrong("bad-output-called-denied", ConnectCondition.UnusableOutput, RsmError.RSMERR_PERM_DENIED, "connect.error.bad-seg-hndl", "Memory of the caller that cannot be written is reported like a segment that may not be.", "connect.error.bad-addr"),
        Wrong("bad-output-called-no-memory", ConnectCondition.UnusableOutput, RsmError.RSMERR_INSUFFICIENT_MEM, "connect.error.bad-addr", "A fault while the handle is stored is taken for a lack of memory."),
        Wrong("mode-called-no-memory", ConnectCondition.MalformedPermission, RsmError.RSMERR_INSUFFICIENT_MEM, "connect.permission.limited-values", "The exit for a bad mode is shared with that for a failed allocation."),
        Wrong("mode-called-not-listed", ConnectCondition.MalformedPermission, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, "connect.permission.limited-values", "A mode that is none is reported as a node without access."),
        Wrong("gone-controller-called-unreachable", ConnectCondition.ControllerGone, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, "connect.error.ctlr-not-present", "A controller that was taken out is reported as an unreachable node."),
        Wrong("gone-controller-called-no-resources", ConnectCondition.ControllerGone, RsmError.RSMERR_INSUFFICIENT_RESOURCES, "connect.error.ctlr-not-present", "Whatever keeps the device from being opened is called a lack of resources."),
        Wrong("loopback-elsewhere-called-not-published", ConnectCondition.LoopbackToOtherNode, RsmError.RSMERR_SEG_NOT_PUBLISHED, "connect.error.ctlr-not-present", "The loopback controller looks every id up in its own table, whatever the node."),
        Wrong("loopback-elsewhere-called-not-listed", ConnectCondition.LoopbackToOtherNode, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, "connect.error.ctlr-not-present", "The loopback controller says that the other node does not publish to it."),
        Wrong("unknown-node-called-not-published", ConnectCondition.UnknownNode, RsmError.RSMERR_SEG_NOT_PUBLISHED, "connect.error.remote-node-unreachable", "A node that nobody knows is said not to publish the segment."),
        Wrong("unknown-node-called-absent-controller", ConnectCondition.UnknownNode, RsmError.RSMERR_CTLR_NOT_PRESENT, "connect.error.remote-node-unreachable", "No controller leads to a node that nobody knows, so the controller is said to be absent."),
        Wrong("unknown-node-called-not-listed", ConnectCondition.UnknownNode, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, "connect.error.remote-node-unreachable", "The error about the importer's node is used for the exporter's."),
        Wrong("unwired-called-denied", ConnectCondition.NotWired, RsmError.RSMERR_PERM_DENIED, "connect.effect.physical-connection", "A controller without a cable to the node is treated as one without the right to reach it."),
        Wrong("unwired-called-bad-controller", ConnectCondition.NotWired, RsmError.RSMERR_BAD_CTLR_HNDL, "connect.effect.physical-connection", "A controller that is of no use for this node is called no controller."),
        Wrong("path-down-called-not-published", ConnectCondition.PathDown, RsmError.RSMERR_SEG_NOT_PUBLISHED, "connect.error.remote-node-unreachable", "No answer is taken for the answer that nothing is published."),
        Wrong("path-down-called-absent-controller", ConnectCondition.PathDown, RsmError.RSMERR_CTLR_NOT_PRESENT, "connect.error.remote-node-unreachable", "A cable that is out makes the controller count as absent."),
        Wrong("path-down-called-interrupted", ConnectCondition.PathDown, RsmError.RSMERR_INTERRUPTED, "connect.error.remote-node-unreachable", "A request that cannot be sent is reported as an interrupted one."),
        Wrong("path-down-called-no-resources", ConnectCondition.PathDown, RsmError.RSMERR_INSUFFICIENT_RESOURCES, "connect.error.remote-node-unreachable", "A full send queue to a dead node is reported as a lack of resources."),
        Wrong("not-published-called-not-listed", ConnectCondition.NotPublished, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, "connect.error.seg-not-published", "A segment that nobody can reach is reported as one that only this node cannot."),
        Wrong("not-published-called-denied", ConnectCondition.NotPublished, RsmError.RSMERR_PERM_DENIED, "connect.error.seg-not-published", "The library hides from the caller whether a segment exists."),
        Wrong("not-published-called-unreachable", ConnectCondition.NotPublished, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, "connect.error.seg-not-published", "A negative answer of the exporting node is taken for none."),
        Wrong("not-published-called-bad-address", ConnectCondition.NotPublished, RsmError.RSMERR_BAD_ADDR, "connect.error.seg-not-published", "An id without a segment is reported like an address without memory."),
        Wrong("not-listed-called-not-published", ConnectCondition.NotPublishedToNode, RsmError.RSMERR_SEG_NOT_PUBLISHED, "connect.error.seg-not-published-to-node", "A node that is not on the list is told that there is no segment."),
        Wrong("not-listed-called-denied", ConnectCondition.NotPublishedToNode, RsmError.RSMERR_PERM_DENIED, "connect.error.seg-not-published-to-node", "A node that is not on the list counts as listed with no rights."),
        Wrong("not-listed-called-unreachable", ConnectCondition.NotPublishedToNode, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, "connect.error.seg-not-published-to-node", "The exporting node does not answer strangers."),
        Wrong("denied-called-not-listed", ConnectCondition.ClassDenied, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE, "connect.error.perm-denied", "A user without the right is told that its node has no access."),
        Wrong("denied-called-not-published", ConnectCondition.ClassDenied, RsmError.RSMERR_SEG_NOT_PUBLISHED, "connect.error.perm-denied", "A user without the right is told that there is no segment."),
        Wrong("denied-called-bad-segment", ConnectCondition.ClassDenied, RsmError.RSMERR_BAD_SEG_HNDL, "connect.error.perm-denied", "The half-made segment is dropped before the error is chosen."),
        Wrong("third-controller-called-denied", ConnectCondition.ExportedElsewhere, RsmError.RSMERR_PERM_DENIED, "connect.effect.physical-connection", "The way through the wrong controller is reported as a lack of rights."),
        Wrong("third-controller-called-absent", ConnectCondition.ExportedElsewhere, RsmError.RSMERR_CTLR_NOT_PRESENT, "connect.effect.physical-connection", "A controller that is there is called absent because it is not the exporter's."),
    ];

    private static Defect Wrong(string name, ConnectCondition due, RsmError wrong, string breaks, string sentence, params string[] also) => new(
        "code-" + name, Shows.Code, [breaks, .. also], sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour)
            {
                CodeInstead = (_, _, condition, right) => condition == due ? wrong : right,
            },
        });
}
