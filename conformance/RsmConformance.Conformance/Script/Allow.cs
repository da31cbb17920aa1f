using RsmConformance.Abi;
using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <summary>
/// The outcomes that the page permits, by situation. Where interpretations leave several, each is listed with its reading;
/// those that no strict profile accepts are listed as well, so that every profile finds its answer here.
/// </summary>
internal static class Allow
{
    /// <summary>Success, under every reading.</summary>
    public static readonly Sequence<PermittedOutcome> Success = [new("RSM_SUCCESS")];

    /// <summary>A load gave what must be there.</summary>
    public static readonly Sequence<PermittedOutcome> Data = [new(OutcomeName.Data)];

    /// <summary>A load from a map whose link has ended: anything but the live memory.</summary>
    public static readonly Sequence<PermittedOutcome> DeadLoad = [new(OutcomeName.AnyData), new(OutcomeName.Fault)];

    /// <summary>A store to a map whose link has ended.</summary>
    public static readonly Sequence<PermittedOutcome> DeadStore = [new(OutcomeName.Done), new(OutcomeName.Fault)];

    /// <summary>A load or store that must fault.</summary>
    public static readonly Sequence<PermittedOutcome> Faults = [new(OutcomeName.Fault)];

    /// <summary>A store or another action was done.</summary>
    public static readonly Sequence<PermittedOutcome> Done = [new(OutcomeName.Done)];

    /// <summary>A measured quantity stayed level.</summary>
    public static readonly Sequence<PermittedOutcome> Steady = [new(OutcomeName.Steady)];

    /// <summary>A count that must stay level where modes with other bits are refused.</summary>
    public static readonly Sequence<PermittedOutcome> SteadyDespiteOtherBits =
        [new(OutcomeName.Steady), new(OutcomeName.Growth, null, "D02")];

    /// <summary>The process died of a signal while it was in the call.</summary>
    public static readonly Sequence<PermittedOutcome> Killed = [new(OutcomeName.Killed)];

    /// <summary>The process exited, by the step itself or while another of its threads was in it.</summary>
    public static readonly Sequence<PermittedOutcome> Exited = [new(OutcomeName.Exited)];

    /// <summary>NULL is no controller.</summary>
    public static readonly Sequence<PermittedOutcome> BadController = [new("RSMERR_BAD_CTLR_HNDL")];

    /// <summary>A07: a controller handle that is not one.</summary>
    public static readonly Sequence<PermittedOutcome> ControllerUnusable =
    [
        new("RSMERR_BAD_CTLR_HNDL", "A07.bad-ctlr-hndl"),
        new("RSMERR_CTLR_NOT_PRESENT", "A07.ctlr-not-present"),
    ];

    /// <summary>A08: a controller that is gone.</summary>
    public static readonly Sequence<PermittedOutcome> ControllerGone =
    [
        new("RSMERR_CTLR_NOT_PRESENT", "A08.ctlr-not-present"),
        new("RSMERR_BAD_CTLR_HNDL", "A08.bad-ctlr-hndl"),
    ];

    /// <summary>A04: an output pointer that cannot be written.</summary>
    public static readonly Sequence<PermittedOutcome> BadOutput =
    [
        new("RSMERR_BAD_ADDR", "A04.bad-addr"),
        new("RSMERR_BAD_SEG_HNDL", "A04.bad-seg-hndl"),
        new(OutcomeName.Killed, "A04.crash", "D01"),
    ];

    /// <summary>A47: an output pointer that is not aligned.</summary>
    public static readonly Sequence<PermittedOutcome> MisalignedOutput =
        [new("RSM_SUCCESS", "A47.success"), new("RSMERR_BAD_ADDR", "A47.bad-addr")];

    /// <summary>A02: mode 0.</summary>
    public static readonly Sequence<PermittedOutcome> ModeZero =
        [new("RSMERR_PERM_DENIED", "A02.denied"), new("RSM_SUCCESS", "A02.granted", "D11")];

    /// <summary>A03: a mode with other bits.</summary>
    public static readonly Sequence<PermittedOutcome> ModeWithOtherBits =
        [new("RSMERR_PERM_DENIED", "A03.perm-denied"), new("RSMERR_BAD_PERMS", "A03.bad-perms")];

    /// <summary>The exporter does not grant the mode.</summary>
    public static readonly Sequence<PermittedOutcome> Denied = [new("RSMERR_PERM_DENIED")];

    /// <summary>A18: the node is listed with mode 0.</summary>
    public static readonly Sequence<PermittedOutcome> ListedWithNothing =
    [
        new("RSMERR_PERM_DENIED", "A18.perm-denied"),
        new("RSMERR_SEG_NOT_PUBLISHED_TO_NODE", "A18.seg-not-published-to-node"),
    ];

    /// <summary>The list does not name the node, and names it the only obstacle.</summary>
    public static readonly Sequence<PermittedOutcome> NotToNode = [new("RSMERR_SEG_NOT_PUBLISHED_TO_NODE")];

    /// <summary>A19: the list does not name the node, and the class would be denied too.</summary>
    public static readonly Sequence<PermittedOutcome> NotToNodeAndDenied =
    [
        new("RSMERR_SEG_NOT_PUBLISHED_TO_NODE", "A19.seg-not-published-to-node"),
        new("RSMERR_PERM_DENIED", "A19.perm-denied"),
    ];

    /// <summary>A16: nothing is published under the id.</summary>
    public static readonly Sequence<PermittedOutcome> NotPublished =
        [new("RSMERR_SEG_NOT_PUBLISHED", "A16.seg-not-published")];

    /// <summary>A17: an id that no application can publish.</summary>
    public static readonly Sequence<PermittedOutcome> ReservedId =
    [
        new("RSMERR_SEG_NOT_PUBLISHED", "A17.seg-not-published"),
        new("RSMERR_RESERVED_SEGID", "A17.reserved-segid"),
        new("RSMERR_BAD_SEGID", "A17.bad-segid"),
    ];

    /// <summary>A09: the loopback controller for another node.</summary>
    public static readonly Sequence<PermittedOutcome> LoopbackElsewhere =
    [
        new("RSMERR_CTLR_NOT_PRESENT", "A09.ctlr-not-present"),
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A09.remote-node-unreachable"),
    ];

    /// <summary>A10: a node that the topology does not have.</summary>
    public static readonly Sequence<PermittedOutcome> UnknownNode =
    [
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A10.remote-node-unreachable"),
        new("RSMERR_INTERNAL_ERROR", "A10.internal-error", "D07"),
    ];

    /// <summary>A46: a node id above those in use.</summary>
    public static readonly Sequence<PermittedOutcome> HighNode =
    [
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A46.remote-node-unreachable"),
        new("RSMERR_INTERNAL_ERROR", "A46.internal-error", "D07"),
    ];

    /// <summary>A11: this controller does not lead to the node.</summary>
    public static readonly Sequence<PermittedOutcome> NotWired =
    [
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A11.remote-node-unreachable"),
        new("RSMERR_CTLR_NOT_PRESENT", "A11.ctlr-not-present"),
        new("RSMERR_SEG_NOT_PUBLISHED", "A11.seg-not-published"),
        new("RSMERR_INTERNAL_ERROR", "A11.internal-error", "D07"),
    ];

    /// <summary>A12: the segment was exported through another controller.</summary>
    public static readonly Sequence<PermittedOutcome> ThirdController =
    [
        new("RSMERR_SEG_NOT_PUBLISHED", "A12.seg-not-published"),
        new("RSMERR_SEG_NOT_PUBLISHED_TO_NODE", "A12.seg-not-published-to-node"),
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A12.remote-node-unreachable"),
        new("RSM_SUCCESS", "A12.success", "D28"),
    ];

    /// <summary>A13: the local node through another of its controllers.</summary>
    public static readonly Sequence<PermittedOutcome> LocalOtherController =
        [new("RSM_SUCCESS", "A13.success"), new("RSMERR_SEG_NOT_PUBLISHED", "A13.seg-not-published")];

    /// <summary>A14: the path is down.</summary>
    public static readonly Sequence<PermittedOutcome> PathDown =
    [
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A14.remote-node-unreachable"),
        new("RSMERR_CONN_ABORTED", "A14.conn-aborted", "D08"),
    ];

    /// <summary>A15: the path goes down during the call.</summary>
    public static readonly Sequence<PermittedOutcome> PathLost =
    [
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A15.remote-node-unreachable"),
        new("RSMERR_INTERRUPTED", "A15.interrupted"),
        new("RSMERR_CONN_ABORTED", "A15.conn-aborted", "D08"),
        new("RSMERR_TIMEOUT", "A15.timeout", "D09"),
    ];

    /// <summary>A27: a signal during the wait.</summary>
    public static readonly Sequence<PermittedOutcome> Signalled =
        [new("RSMERR_INTERRUPTED", "A27.interrupted"), new("RSM_SUCCESS", "A27.normal-result")];

    /// <summary>A29: memory or another resource is used up.</summary>
    public static readonly Sequence<PermittedOutcome> Exhausted =
    [
        new("RSMERR_INSUFFICIENT_MEM", "A29.insufficient-mem"),
        new("RSMERR_INSUFFICIENT_RESOURCES", "A29.insufficient-resources"),
    ];

    /// <summary>A30: the segment is withdrawn during the call.</summary>
    public static readonly Sequence<PermittedOutcome> Withdrawn =
    [
        new("RSMERR_SEG_NOT_PUBLISHED", "A30.seg-not-published"),
        new("RSMERR_INTERRUPTED", "A30.interrupted"),
        new("RSM_SUCCESS", "A30.success-then-aborted"),
        new("RSMERR_CONN_ABORTED", "A30.conn-aborted", "D08"),
        new("RSM_SUCCESS", "A30.silent-dead-handle", "D17"),
    ];

    /// <summary>A31: the new list dropped a node that has a link.</summary>
    public static readonly Sequence<PermittedOutcome> Dropped =
    [
        new("RSMERR_SEG_NOT_PUBLISHED_TO_NODE", "A31.per-new-list"),
        new("RSMERR_PERM_DENIED", "A31.perm-denied-instead", "D13"),
    ];

    /// <summary>A31: the new list dropped a node that has a link, and the caller is privileged.</summary>
    public static readonly Sequence<PermittedOutcome> DroppedPrivileged =
        Any(Dropped, [new("RSM_SUCCESS", "A31.still-admitted", "D14")]);

    /// <summary>The link has ended.</summary>
    public static readonly Sequence<PermittedOutcome> Aborted = [new("RSMERR_CONN_ABORTED")];

    /// <summary>The node or the cable of the link is gone.</summary>
    public static readonly Sequence<PermittedOutcome> LinkLost =
        [new("RSMERR_CONN_ABORTED"), new("RSMERR_BARRIER_FAILURE"), new("RSMERR_REMOTE_NODE_UNREACHABLE")];

    /// <summary>A43: a transfer that the mode of the link gives.</summary>
    public static readonly Sequence<PermittedOutcome> TransferGiven =
        [new("RSM_SUCCESS", "A43.strict"), new("RSMERR_BAD_PERMS", "A43.bad-perms", "D26")];

    /// <summary>A43: a transfer that the mode of the link does not give.</summary>
    public static readonly Sequence<PermittedOutcome> TransferRefused =
        [new("RSMERR_PERM_DENIED", "A43.strict"), new("RSMERR_BAD_PERMS", "A43.bad-perms", "D26")];

    /// <summary>A map that the mode of the link does not give.</summary>
    public static readonly Sequence<PermittedOutcome> MapRefused = [new("RSMERR_BAD_PERMS")];

    /// <summary>A43: a map that the mode of the link gives and the owner digit does not.</summary>
    public static readonly Sequence<PermittedOutcome> MapByOtherDigit =
        [new("RSM_SUCCESS", "A43.strict"), new("RSMERR_BAD_PERMS", "A43.owner-digit-map", "D24")];

    /// <summary>A disconnect of what is no import handle.</summary>
    public static readonly Sequence<PermittedOutcome> BadHandle = [new("RSMERR_BAD_SEG_HNDL")];

    /// <summary>A34: a stale, garbage or foreign handle.</summary>
    public static readonly Sequence<PermittedOutcome> HandleRefused = [new("RSMERR_BAD_SEG_HNDL", "A34.bad-seg-hndl")];

    /// <summary>A35: the caller has the segment mapped.</summary>
    public static readonly Sequence<PermittedOutcome> StillMapped =
        [new("RSMERR_SEG_STILL_MAPPED", "A35.seg-still-mapped"), new("RSM_SUCCESS", "A35.success-mappings-gone")];

    /// <summary>A36: only the implementation has it mapped.</summary>
    public static readonly Sequence<PermittedOutcome> ImplicitlyMapped =
        [new("RSM_SUCCESS", "A36.success"), new("RSMERR_SEG_STILL_MAPPED", "A36.seg-still-mapped")];

    /// <summary>A pollfd is held.</summary>
    public static readonly Sequence<PermittedOutcome> PollfdHeld = [new("RSMERR_POLLFD_IN_USE")];

    /// <summary>A37: mapped, and a pollfd is held.</summary>
    public static readonly Sequence<PermittedOutcome> MappedAndPollfdHeld =
        [new("RSMERR_SEG_STILL_MAPPED", "A37.seg-still-mapped"), new("RSMERR_POLLFD_IN_USE", "A37.pollfd-in-use")];

    /// <summary>A39: a barrier lives.</summary>
    public static readonly Sequence<PermittedOutcome> BarrierAlive = [new("RSM_SUCCESS", "A39.success")];

    /// <summary>A40: the link ended before.</summary>
    public static readonly Sequence<PermittedOutcome> AfterTheEnd =
    [
        new("RSM_SUCCESS", "A40.success"),
        new("RSMERR_CONN_ABORTED", "A40.conn-aborted"),
        new("RSMERR_REMOTE_NODE_UNREACHABLE", "A40.remote-node-unreachable"),
    ];

    /// <summary>A36 and A40: the link ended before, and only the implementation had it mapped.</summary>
    public static readonly Sequence<PermittedOutcome> AfterTheEndImplicitlyMapped =
        [.. AfterTheEnd, new("RSMERR_SEG_STILL_MAPPED", "A36.seg-still-mapped")];

    /// <summary>A36: a pollfd is held, and only the implementation has it mapped.</summary>
    public static readonly Sequence<PermittedOutcome> PollfdHeldImplicitlyMapped =
        [.. PollfdHeld, new("RSMERR_SEG_STILL_MAPPED", "A36.seg-still-mapped")];

    /// <summary>A33: one of several disconnects of one handle.</summary>
    public static readonly Sequence<PermittedOutcome> OneOfSeveral =
    [
        new("RSM_SUCCESS", "A33.one-success-one-bad-seg-hndl"),
        new("RSMERR_BAD_SEG_HNDL", "A33.one-success-one-bad-seg-hndl"),
    ];

    /// <summary>What any of several situations permits.</summary>
    /// <param name="situations">The situations.</param>
    public static Sequence<PermittedOutcome> Any(params Sequence<PermittedOutcome>[] situations) =>
        [.. situations.SelectMany(s => s).Distinct()];

    /// <summary>One outcome under one reading.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="reading">The reading; null for every one.</param>
    /// <param name="deviation">The deviation that shows it.</param>
    public static Sequence<PermittedOutcome> Only(string outcome, string? reading = null, string? deviation = null) =>
        [new(outcome, reading, deviation)];
}
