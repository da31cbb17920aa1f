namespace RsmConformance.Defects.Topics;

/// <summary>What becomes of a connect that a signal wakes, or that fails within.</summary>
internal static class ConnectInterrupts
{
    private const string Interrupted = "connect.error.interrupted";
    private const string Listed = "connect.return.listed-errors";
    private const string Leaves = "connect.effect.failure-leaves-output";
    private const string Nothing = "connect.effect.failure-changes-nothing";
    private const int Eintr = 4;

    public static IReadOnlyList<Defect> All { get; } =
    [
        Signal("as-errno", [Interrupted, "connect.effect.physical-connection"], "The EINTR of the wait leaks out, and reads as an absent controller.", null, (RsmError)Eintr),
        Signal("as-timeout", [Listed, Interrupted], "A wait that a signal ends is reported as one that ran out.", null, RsmError.RSMERR_TIMEOUT),
        Signal("as-aborted", [Listed, Interrupted], "A connect that a signal ends is reported as an aborted connection.", null, RsmError.RSMERR_CONN_ABORTED),
        Signal("as-no-resources", [Interrupted, "connect.error.insufficient-resources"], "A message slot that was not waited for is reported as missing.", null, RsmError.RSMERR_INSUFFICIENT_RESOURCES),
        Signal("as-null", [Interrupted, "connect.error.bad-ctlr-hndl"], "A signal at the very beginning is reported as a bad controller.", GateName.ConnectEntry, RsmError.RSMERR_BAD_CTLR_HNDL),
        Signal("before-request-as-unreachable", [Interrupted, "connect.effect.physical-connection"], "A request that a signal kept from leaving is reported as one without a way.", GateName.ConnectBeforeRequest, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE),
        Signal("at-exporter-as-not-published", [Interrupted, "connect.effect.links-that-node"], "An answer that a signal kept from coming is read as no.", GateName.ConnectAtExporter, RsmError.RSMERR_SEG_NOT_PUBLISHED),
        Signal("after-list-check-as-not-listed", [Interrupted, "connect.permission.default-mode", "connect.permission.node-entry"], "A signal after the list was checked is taken for its refusal.", GateName.ConnectAfterListCheck, RsmError.RSMERR_SEG_NOT_PUBLISHED_TO_NODE),
        Signal("before-reply-as-unreachable", [Interrupted, "connect.effect.physical-connection"], "A reply that a signal kept from being read is taken for a lost one.", GateName.ConnectBeforeReply, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE),
        Signal("after-user-check-as-denied", [Interrupted, "connect.error.perm-denied", "connect.permission.owner-class", "connect.permission.read-write"], "A signal after the user was checked is taken for a denial.", GateName.ConnectAfterUserCheck, RsmError.RSMERR_PERM_DENIED),
        Signal("before-controller-as-absent", [Interrupted, "connect.effect.physical-connection"], "A controller that a signal kept from answering is called absent.", GateName.ConnectBeforeController, RsmError.RSMERR_CTLR_NOT_PRESENT),
        Signal("before-handle-as-no-memory", [Interrupted, "connect.error.insufficient-mem"], "A signal while the handle is made is taken for a failed allocation.", GateName.ConnectBeforeHandle, RsmError.RSMERR_INSUFFICIENT_MEM),
        new("interrupted-for-ever", Shows.State, [Interrupted, Nothing],
            "The flag that a signal came is never cleared, so that the next connect is interrupted too.",
            book =>
            {
                var marked = new HashSet<int>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        ResultInstead = (facts, _, code, _) =>
                        {
                            lock (marked)
                            {
                                return code == RsmError.RSMERR_INTERRUPTED && marked.Add(facts.Process) ? code
                                    : marked.Contains(facts.Process) ? RsmError.RSMERR_INTERRUPTED : code;
                            }
                        },
                    },
                };
            }),
        new("interrupted-without-signal", Shows.Code, [Interrupted, "connect.threading.mt-safe"],
            "A connect that another one of the process overlaps is taken for interrupted.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour)
                {
                    ResultInstead = (facts, _, code, _) => facts.InFlight > 1 && code == RsmError.RSM_SUCCESS ? RsmError.RSMERR_INTERRUPTED : code,
                },
            }),
        Swallowed("no-memory-at-entry", "connect.error.insufficient-mem", "The first failed allocation is not looked at.", GateName.ConnectEntry),
        Swallowed("no-memory-at-the-end", "connect.error.insufficient-mem", "The last failed allocation is not looked at.", GateName.ConnectBeforeHandle),
        Swallowed("unsent-request", "connect.error.remote-node-unreachable", "That the request could not be sent is not noticed.", GateName.ConnectBeforeRequest),
        Swallowed("refusal-of-exporter", "connect.error.seg-not-published", "The refusal of the exporter is not looked at.", GateName.ConnectAtExporter),
        Swallowed("refusal-after-list", "connect.error.perm-denied", "The refusal that follows the list check is not looked at.", GateName.ConnectAfterListCheck),
        Swallowed("lost-reply", "connect.error.remote-node-unreachable", "A lost reply is taken for a good one.", GateName.ConnectBeforeReply),
        Swallowed("lost-path-after-check", "connect.error.remote-node-unreachable", "A path that is lost after the user was checked is not noticed.", GateName.ConnectAfterUserCheck),
        Swallowed("failure-of-controller", "connect.error.insufficient-resources", "What the controller answers is not looked at.", GateName.ConnectBeforeController),
        Failed("lost-reply-as-not-published", "connect.error.remote-node-unreachable", "A lost reply is reported as a segment that is not published.", GateName.ConnectBeforeReply, RsmError.RSMERR_SEG_NOT_PUBLISHED),
        Failed("failure-of-controller-as-unreachable", "connect.error.insufficient-resources", "Whatever the controller answers is reported as an unreachable node.", GateName.ConnectBeforeController, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE),
        Failed("failure-at-the-end-as-internal", "connect.error.insufficient-mem", "A failure after the link stands is reported as an internal error.", GateName.ConnectBeforeHandle, RsmError.RSMERR_INTERNAL_ERROR),
        Failed("refusal-of-exporter-as-aborted", "connect.error.seg-not-published", "The refusal of the exporter is reported as an aborted connection.", GateName.ConnectAtExporter, RsmError.RSMERR_CONN_ABORTED),
    ];

    private static Defect Signal(string name, string[] breaks, string sentence, string? at, RsmError code) => new(
        "interrupted-" + name, Shows.Code, breaks, sentence, book => book with
        {
            Gate = new WrongGate
            {
                InterruptedInstead = (facts, gate, right) =>
                    facts.Function == ApiFunction.ImportConnect && (at is null || at == gate) ? code : right,
            },
        });

    private static Defect Swallowed(string name, string breaks, string sentence, string at) => new(
        "failing-" + name, Shows.Code, [breaks, Leaves, Nothing], sentence, book => book with
        {
            Gate = new WrongGate { FailedInstead = (_, gate, _, right) => gate == at ? null : right },
        });

    private static Defect Failed(string name, string breaks, string sentence, string at, RsmError code) => new(
        "failing-" + name, Shows.Code, [breaks, Listed], sentence, book => book with
        {
            Gate = new WrongGate { FailedInstead = (_, gate, _, right) => gate == at ? code : right },
        });
}
