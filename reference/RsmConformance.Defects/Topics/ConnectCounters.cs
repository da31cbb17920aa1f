namespace RsmConformance.Defects.Topics;

/// <summary>Connects that go wrong only by what went before them or goes on beside them.</summary>
internal static class ConnectCounters
{
    private const string Creates = "connect.effect.creates-segment";
    private const string Safe = "connect.threading.mt-safe";
    private const string Nothing = "connect.effect.failure-changes-nothing";
    private const string ThatNode = "connect.effect.links-that-node";
    private const string Physical = "connect.effect.physical-connection";
    private const string Resources = "connect.error.insufficient-resources";
    private const string Distinct = "connect.effect.distinct-handles";

    public static IReadOnlyList<Defect> All { get; } =
    [
        Code("at-seventeenth-call", [Creates, ThatNode], "The seventeenth connect of a process finds nothing.", f => f.Number == 17, RsmError.RSMERR_SEG_NOT_PUBLISHED),
        Code("at-hundredth-call", [Creates, Resources], "The table of handles has a hundred places and none is used again.", f => f.Number >= 100, RsmError.RSMERR_INSUFFICIENT_RESOURCES),
        Code("at-two-hundred-and-fifty-sixth-call", [Creates, "connect.error.bad-seg-hndl"], "A counter of one byte wraps, and the connect that meets its 0 fails.", f => f.Number % 256 == 0, RsmError.RSMERR_BAD_SEG_HNDL),
        Code("at-every-second-call", [Creates, Distinct, "connect.error.insufficient-mem"], "Every second connect of a process fails.", f => f.Number % 2 == 0, RsmError.RSMERR_INSUFFICIENT_MEM),
        Code("at-first-call", [Creates, "connect.error.interrupted"], "The first connect of a process meets a library that is not initialised.", f => f.Number == 1, RsmError.RSMERR_INTERRUPTED),
        Code("on-second-node", ["connect.permission.default-mode", ThatNode, Physical], "Only the first node has been told who it is.", f => f.Node > 2, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE),
        Code("with-two-in-flight", [Safe, Resources], "There is one message slot, and a second connect finds it taken.", f => f.InFlight > 1, RsmError.RSMERR_INSUFFICIENT_RESOURCES),
        Code("with-three-in-flight", [Safe, Resources], "There are two message slots, and a third connect finds them taken.", f => f.InFlight > 2, RsmError.RSMERR_INSUFFICIENT_RESOURCES),
        new("counter-only-in-first-thread", Shows.Race, [Safe, Physical],
            "What connect needs is kept for each thread, and only the first thread of a process sets it up.",
            book =>
            {
                var threads = new Dictionary<int, int>();
                return Result(book, (facts, code) => threads.TryAdd(facts.Process, facts.Thread) || threads[facts.Process] == facts.Thread
                    ? code : Instead(code, RsmError.RSMERR_REMOTE_NODE_UNREACHABLE), threads);
            }),
        new("counter-only-in-first-process-of-node", Shows.Code, [Distinct, Physical, "connect.threading.mt-safe"],
            "The agent serves one process of its node.",
            book =>
            {
                var processes = new Dictionary<uint, int>();
                return Result(book, (facts, code) => processes.TryAdd(facts.Node, facts.Process) || processes[facts.Node] == facts.Process
                    ? code : Instead(code, RsmError.RSMERR_CTLR_NOT_PRESENT), processes);
            }),
        new("counter-after-failure-same-failure", Shows.State, [Nothing, "connect.error.bad-ctlr-hndl"],
            "The variable with the error is not cleared, so that the connect after a failed one fails the same way.",
            book =>
            {
                var last = new Dictionary<int, RsmError>();
                return Result(book, (facts, code) =>
                {
                    RsmError before = last.GetValueOrDefault(facts.Process);
                    last[facts.Process] = code;
                    return Instead(code, before);
                }, last);
            }),
        new("counter-after-success-no-failure", Shows.State, ["connect.error.any-holding", "connect.return.success-zero", "connect.error.perm-denied"],
            "Once a connect has succeeded, the library returns that success for every failure.",
            book =>
            {
                var lucky = new HashSet<int>();
                return Result(book, (facts, code) => code == RsmError.RSM_SUCCESS && lucky.Add(facts.Process) ? code
                    : lucky.Contains(facts.Process) ? RsmError.RSM_SUCCESS : code, lucky);
            }),
        new("counter-after-three-failures-locked-out", Shows.State, [Nothing, "connect.error.perm-denied"],
            "A process with three failed connects is locked out.",
            book =>
            {
                var failures = new Dictionary<int, int>();
                return Result(book, (facts, code) =>
                {
                    int count = failures[facts.Process] = failures.GetValueOrDefault(facts.Process) + (code == RsmError.RSM_SUCCESS ? 0 : 1);
                    return count >= 3 ? Instead(code, RsmError.RSMERR_PERM_DENIED) : code;
                }, failures);
            }),
        new("counter-same-segment-once-only", Shows.Code, [Distinct, "disconnect.effect.reconnect", Resources],
            "A process can connect a segment once in its life.",
            book =>
            {
                var known = new HashSet<(int, uint, uint)>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        ResultInstead = (facts, target, code, _) =>
                        {
                            lock (known)
                            {
                                return code == RsmError.RSM_SUCCESS && !known.Add((facts.Process, target.Node, target.Segment))
                                    ? RsmError.RSMERR_INSUFFICIENT_RESOURCES : code;
                            }
                        },
                    },
                };
            }),
        new("counter-target-in-static-variable", Shows.Race, [Safe, "connect.effect.links-that-segment"],
            "The arguments are kept in one place for all threads, so that overlapping connects get the target of the first.",
            book =>
            {
                var targets = new Dictionary<int, ConnectTarget>();
                return book with
                {
                    Connect = new WrongConnect(book.Behaviour)
                    {
                        RequestInstead = (facts, target, _) =>
                        {
                            lock (targets)
                            {
                                return facts.InFlight > 1 && targets.TryGetValue(facts.Process, out ConnectTarget? other)
                                    ? other : targets[facts.Process] = target;
                            }
                        },
                    },
                };
            }),
        new("counter-mode-unchecked-with-two-in-flight", Shows.Race, [Safe, "connect.permission.limited-values"],
            "While two connects of a process overlap, the second is not refused for its mode.",
            book => book with
            {
                Connect = new WrongConnect(book.Behaviour) { IsMalformedInstead = (facts, _, right) => right && facts.InFlight == 1 },
            }),
    ];

    private static RsmError Instead(RsmError code, RsmError wrong) => code == RsmError.RSM_SUCCESS ? wrong : code;

    private static RuleBook Result(RuleBook book, Func<CallFacts, RsmError, RsmError> instead, object gate) => book with
    {
        Connect = new WrongConnect(book.Behaviour)
        {
            ResultInstead = (facts, _, code, _) =>
            {
                lock (gate)
                {
                    return instead(facts, code);
                }
            },
        },
    };

    private static Defect Code(string name, string[] breaks, string sentence, Func<CallFacts, bool> when, RsmError wrong) => new(
        "counter-" + name, Shows.Code, breaks, sentence, book => book with
        {
            Connect = new WrongConnect(book.Behaviour)
            {
                ResultInstead = (facts, _, code, _) => when(facts) ? Instead(code, wrong) : code,
            },
        });
}
