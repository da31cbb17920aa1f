namespace RsmConformance.Defects.Topics;

/// <summary>Calls that end the process or never return.</summary>
internal static class CrashesAndHangs
{
    private const string ConnectZero = "connect.return.success-zero";
    private const string Zero = "disconnect.return.success-zero";
    private const string ConnectSafe = "connect.threading.mt-safe";
    private const string Safe = "disconnect.threading.mt-safe";
    private const string Again = "disconnect.effect.reconnect";
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Polled = "disconnect.error.pollfd-in-use";
    private const string Handle = "disconnect.error.bad-seg-hndl";
    private const int Late = 17;

    private static readonly string[] ConnectPasses =
    [
        GateName.ConnectEntry, GateName.ConnectBeforeRequest, GateName.ConnectAtExporter, GateName.ConnectAfterListCheck,
        GateName.ConnectBeforeReply, GateName.ConnectAfterUserCheck, GateName.ConnectBeforeController, GateName.ConnectBeforeHandle,
    ];

    private static readonly string[] DisconnectPasses = [GateName.DisconnectEntry, GateName.DisconnectBeforeFarewell];

    public static IReadOnlyList<Defect> All { get; } =
    [
        .. ConnectPasses.Select(g => new Defect($"crash-when-two-connects-pass-{Short(g)}", Shows.Crash, [ConnectSafe],
            $"Two connects of a process that meet at a point ({g}) write to one list without a lock, and the process ends.",
            Passes(g, f => f.InFlight > 1, Passage.Crashes))),
        .. ConnectPasses.Select(g => new Defect($"hang-when-two-connects-pass-{Short(g)}", Shows.Hang, [ConnectSafe],
            $"Two connects of a process that meet at a point ({g}) wait for each other's locks.",
            Passes(g, f => f.InFlight > 1, Passage.Hangs))),
        .. DisconnectPasses.Select(g => new Defect($"crash-when-two-disconnects-pass-{Short(g)}", Shows.Crash, [Safe],
            $"Two disconnects of a process that meet at a point ({g}) write to one list without a lock, and the process ends.",
            Passes(g, f => f.InFlight > 1, Passage.Crashes))),
        .. DisconnectPasses.Select(g => new Defect($"hang-when-two-disconnects-pass-{Short(g)}", Shows.Hang, [Safe],
            $"Two disconnects of a process that meet at a point ({g}) wait for each other's locks.",
            Passes(g, f => f.InFlight > 1, Passage.Hangs))),
        new("hang-when-connect-and-disconnect-overlap", Shows.Hang, [Safe, ConnectSafe],
            "Connect and disconnect take two locks in different orders: when they overlap, both wait for ever.",
            Passes(GateName.DisconnectEntry, f => f.Beside > 0, Passage.Hangs)),
        new("crash-when-connect-and-disconnect-overlap", Shows.Crash, [Safe, ConnectSafe],
            "A disconnect frees the list that a connect is walking.",
            Passes(GateName.DisconnectEntry, f => f.Beside > 0, Passage.Crashes)),
        new("crash-after-connect-failed", Shows.Crash, ["connect.effect.failure-changes-nothing", ConnectZero, "connect.return.listed-errors"],
            "A connect after one that failed uses the block that the failure has freed.",
            AfterFailure(ApiFunction.ImportConnect, Passage.Crashes)),
        new("hang-after-connect-failed", Shows.Hang, ["connect.effect.failure-changes-nothing", ConnectZero, "connect.return.listed-errors"],
            "A connect that fails keeps the lock, and the next one waits for it.",
            AfterFailure(ApiFunction.ImportConnect, Passage.Hangs)),
        new("crash-after-disconnect-refused", Shows.Crash, ["disconnect.effect.failure-keeps-handle", Mapped, Polled, Handle],
            "A disconnect after one that was refused uses what the refusal has freed.",
            AfterFailure(ApiFunction.ImportDisconnect, Passage.Crashes)),
        new("hang-after-disconnect-refused", Shows.Hang, ["disconnect.effect.failure-keeps-handle", Mapped, Polled, Handle],
            "A disconnect that is refused keeps the lock of the table, and the next one waits for it.",
            AfterFailure(ApiFunction.ImportDisconnect, Passage.Hangs)),
        Leaves("crash-in-disconnect-of-mapped", ApiFunction.ImportDisconnect, RsmError.RSMERR_SEG_STILL_MAPPED, Passage.Crashes, Mapped,
            "Disconnect of a mapped segment writes a message to a log that is not open."),
        Leaves("hang-in-disconnect-of-mapped", ApiFunction.ImportDisconnect, RsmError.RSMERR_SEG_STILL_MAPPED, Passage.Hangs, Mapped,
            "Disconnect of a mapped segment waits until the map is gone."),
        Leaves("crash-in-disconnect-of-polled", ApiFunction.ImportDisconnect, RsmError.RSMERR_POLLFD_IN_USE, Passage.Crashes, Polled,
            "Disconnect of a polled segment asserts that no pollfd is held."),
        Leaves("hang-in-disconnect-of-polled", ApiFunction.ImportDisconnect, RsmError.RSMERR_POLLFD_IN_USE, Passage.Hangs, Polled,
            "Disconnect of a polled segment waits until the pollfd is released."),
        new("crash-in-disconnect-with-implicit-map", Shows.Crash, ["disconnect.effect.implicit-map-not-mapped"],
            "Disconnect unmaps what put or get has mapped a second time.",
            SpoilDisconnect.Proceeds((_, state, right) => state.ImplicitlyMapped ? Passage.Crashes : right)),
        new("hang-in-disconnect-with-implicit-map", Shows.Hang, ["disconnect.effect.implicit-map-not-mapped"],
            "Disconnect waits for transfers to end that ended long ago.",
            SpoilDisconnect.Proceeds((_, state, right) => state.ImplicitlyMapped ? Passage.Hangs : right)),
        new("crash-in-disconnect-with-barrier", Shows.Crash, ["disconnect.effect.barrier-ignored"],
            "Disconnect ends a barrier that the caller has on its stack as if it were its own.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Barriers > 0 ? Passage.Crashes : right)),
        new("hang-in-disconnect-with-barrier", Shows.Hang, ["disconnect.effect.barrier-ignored"],
            "Disconnect waits until the last barrier is destroyed.",
            SpoilDisconnect.Proceeds((_, state, right) => state.Barriers > 0 ? Passage.Hangs : right)),
        new("crash-at-17th-connect", Shows.Crash, [Again, ConnectZero, "connect.threading.mt-safe"],
            "The table of links has room for sixteen that were ever made.",
            Passes(GateName.ConnectBeforeHandle, f => f.Number == Late, Passage.Crashes)),
        new("crash-at-17th-disconnect", Shows.Crash, [Again, Zero, "disconnect.resource.released", "connect.threading.mt-safe"],
            "The list of free handles has room for sixteen.",
            Passes(GateName.DisconnectBeforeFarewell, f => f.Number == Late, Passage.Crashes)),
        new("hang-at-17th-connect", Shows.Hang, [Again, ConnectZero, ConnectSafe],
            "After sixteen connects the credits of the path are used up and nobody returns them.",
            Passes(GateName.ConnectBeforeRequest, f => f.Number == Late, Passage.Hangs)),
        new("hang-at-17th-disconnect", Shows.Hang, [Again, Zero, "disconnect.resource.released", ConnectSafe],
            "After sixteen farewells the queue to the exporter is full.",
            Passes(GateName.DisconnectBeforeFarewell, f => f.Number == Late, Passage.Hangs)),
    ];

    private static string Short(string gate) => gate.Replace('.', '-');

    private static Func<RuleBook, RuleBook> Passes(string gate, Func<CallFacts, bool> when, Passage instead) =>
        SpoilGate.Passing((facts, passed, right) => passed == gate && when(facts) ? instead : right);

    private static Defect Leaves(string id, ApiFunction function, RsmError code, Passage instead, string primary, string sentence) =>
        new(id, instead == Passage.Crashes ? Shows.Crash : Shows.Hang, [primary], sentence,
            SpoilGate.Leaving((facts, left, right) => facts.Function == function && left == code ? instead : right));

    private static Func<RuleBook, RuleBook> AfterFailure(ApiFunction function, Passage instead) => Spoil.Anew(() =>
    {
        var failed = new HashSet<int>();
        return SpoilGate.Leaving((facts, code, right) =>
        {
            lock (failed)
            {
                bool before = failed.Contains(facts.Process);
                if (facts.Function == function && code != RsmError.RSM_SUCCESS)
                {
                    failed.Add(facts.Process);
                }

                return facts.Function == function && before ? instead : right;
            }
        });
    });
}
