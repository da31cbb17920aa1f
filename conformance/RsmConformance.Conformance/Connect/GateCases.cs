using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>A connect held at each gate in turn, and then let go, failed, or interrupted, with another thread beside it.</summary>
internal static class GateCases
{
    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. GateNames.OfConnect.Select(LetGoAgain),
        .. GateNames.OfConnect.Select(Fails),
        .. GateNames.OfConnect.Select(FailsAndLeavesNoLink),
        .. GateNames.OfConnect.Select(Interrupted),
        .. GateNames.OfConnect.Select(BesideSameSegment),
        .. GateNames.OfConnect.Select(BesideOtherSegment),
        .. GateNames.OfConnect.Select(BesideDisconnect),
        .. GateNames.OfConnect.Select(RefusalsBeside),
        BesideTwo(),
    ];

    /// <summary>What is special about a gate, for ids.</summary>
    /// <param name="gate">The gate.</param>
    internal static string Short(string gate) => gate[(gate.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static Case LetGoAgain(string gate) =>
        Ensure($"connect.return.success-zero/held/{Short(gate)}", $"a connect that had to wait ({Short(gate)}) succeeds when it can go on.")
            .Pair().Buffers().HeldConnect(gate, Allow.Success).Released(gate, "blocked")
            .Frame("connect.effect.creates-segment").As("importer").InitBarrier().Reads().Disconnect().Done();

    private static Case Fails(string gate) =>
        Ensure($"connect.effect.failure-leaves-output/failed/{Short(gate)}", $"a connect that fails within ({Short(gate)}) leaves no handle in the caller's object.")
            .Bears(AssertionOf(CodeAt(gate)), "connect.return.listed-errors")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Bed().FailAt(gate, CodeAt(gate))
            .Act("the failure").As("importer").Connect().May(OutcomesAt(gate)).Done();

    private static Case FailsAndLeavesNoLink(string gate) =>
        Ensure($"connect.effect.failure-changes-nothing/failed/{Short(gate)}", $"a connect that fails within ({Short(gate)}) leaves no link at the exporter, and the next one succeeds.")
            .Bears(AssertionOf(CodeAt(gate)), "connect.resource.failure-no-growth")
            .Pair().Buffers().ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0).Bed().FailAt(gate, CodeAt(gate))
            .Act("the failure").As("importer").Connect("imp1").May(OutcomesAt(gate))
            .Preamble().As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).Bed().FailAt(gate, CodeAt(gate))
            .Act("the failure").As("importer").Connect("imp2").May(OutcomesAt(gate))
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady)
            .Frame("connect.effect.failure-changes-nothing").As("importer").Connect("again").InitBarrier("again").Reads("again").Disconnect("again").Done();

    private static Case Interrupted(string gate) =>
        Ensure($"connect.error.interrupted/held/{Short(gate)}", $"a connect that waits ({Short(gate)}) and gets a signal says so or goes on, and can be made again.")
            .Pair().Buffers().ControlConnect().Disconnect("twin")
            .HeldConnect(gate, Allow.Signalled, "the signal")
            .Id("signal").Interrupt("c").Released(gate, "signal")
            .Frame("connect.error.interrupted").As("importer").Connect("again").InitBarrier("again").Reads("again").Disconnect("again").Done();

    private static Case BesideSameSegment(string gate) =>
        Ensure($"connect.threading.mt-safe/beside-held-same-segment/{Short(gate)}", $"a connect to the same segment beside one that waits ({Short(gate)}) succeeds, now or when the other goes on.")
            .Pair().Buffers().HeldConnect(gate, Allow.Success)
            .Act().As("importer", "t2").Id("over").After("blocked").Connect("imp2").May(Allow.Success)
            .Join(gate)
            .Frame("connect.effect.distinct-handles").As("importer").InitBarrier().Reads().InitBarrier("imp2", "bar2").Reads("imp2").Done();

    private static Case BesideOtherSegment(string gate) =>
        Ensure($"connect.threading.mt-safe/beside-held-other-segment/{Short(gate)}", $"a connect to another segment beside one that waits ({Short(gate)}) succeeds and is linked with its own.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().HeldConnect(gate, Allow.Success)
            .Act().As("importer", "t2").Id("over").After("blocked").Connect("imp2", "S2").May(Allow.Success)
            .Join(gate)
            .Frame("connect.effect.links-that-segment").As("importer").InitBarrier().Reads().InitBarrier("imp2", "bar2").Reads("imp2", ExportedSecond).Done();

    private static Case BesideDisconnect(string gate) =>
        Ensure($"disconnect.threading.mt-safe/beside-held-connect/{Short(gate)}", $"a disconnect of another handle beside a connect that waits ({Short(gate)}) succeeds.")
            .Bears("connect.threading.mt-safe")
            .Pair().Buffers().Connect("old").HeldConnect(gate, Allow.Success)
            .Act().As("importer", "t2").Id("over").After("blocked").Disconnect("old").May(Allow.Success)
            .Join(gate)
            .Frame("disconnect.effect.siblings-untouched").As("importer").InitBarrier().Reads().Done();

    // A call that is refused late comes to the gate, too, and waits there: the two need threads of their own.
    private static Case RefusalsBeside(string gate) =>
        Ensure($"connect.threading.mt-safe/refusals-beside-held/{Short(gate)}", $"beside a connect that waits ({Short(gate)}) others are refused as ever.")
            .Bears("connect.error.perm-denied", "connect.error.seg-not-published", "connect.permission.limited-values")
            .Pair().Buffers().ControlConnect().Disconnect("twin").HeldConnect(gate, Allow.Success, "the mode and the id")
            .Act("the mode and the id").As("importer", "t2").Id("mode").After("blocked").Connect("bad", perm: "0700").May(Allow.ModeWithOtherBits)
            .Preamble().Bed().Id("mode-blocked").After("blocked").AwaitBlocked("mode")
            .Act("the mode and the id").As("importer", "t3").Id("over").After("mode-blocked").Connect("worse", "S2").May(Allow.NotPublished)
            .Preamble().Bed().Id("over-blocked").After("mode-blocked").AwaitBlocked("over")
            .Id("released").After("over-blocked").LetGo(gate).After("c", "mode", "over", "released")
            .Frame("connect.effect.siblings-untouched").As("importer").InitBarrier().Reads().Done();

    private static Case BesideTwo() =>
        Ensure("connect.threading.mt-safe/beside-two-held", "a third connect beside two that wait succeeds, now or when the others go on.")
            .Pair().Buffers().HeldConnect(GateNames.ConnectBeforeController, Allow.Success)
            .Id("hold2").After("blocked").Hold(GateNames.ConnectBeforeRequest)
            .Act().As("importer", "t2").Id("c2").After("hold2").Connect("imp2").May(Allow.Success)
            .Preamble().Bed().Id("blocked2").After("hold2").AwaitBlocked("c2")
            .Act().As("importer", "t3").Id("over").After("blocked2").Connect("imp3").May(Allow.Success)
            .Preamble().Bed().Id("over-blocked").After("blocked2").AwaitBlocked("over")
            .Id("released2").After("over-blocked").LetGo(GateNames.ConnectBeforeRequest)
            .Id("released").After("released2").LetGo(GateNames.ConnectBeforeController)
            .After("c", "c2", "over", "released")
            .Frame("connect.effect.distinct-handles").As("importer")
            .InitBarrier().Reads().InitBarrier("imp2", "bar2").Reads("imp2").InitBarrier("imp3", "bar3").Reads("imp3").Done();

    private static RsmError CodeAt(string gate) => gate switch
    {
        GateNames.ConnectEntry or GateNames.ConnectBeforeHandle => RsmError.RSMERR_INSUFFICIENT_MEM,
        GateNames.ConnectBeforeController => RsmError.RSMERR_INSUFFICIENT_RESOURCES,
        GateNames.ConnectAtExporter => RsmError.RSMERR_SEG_NOT_PUBLISHED,
        GateNames.ConnectAfterListCheck => RsmError.RSMERR_PERM_DENIED,
        _ => RsmError.RSMERR_REMOTE_NODE_UNREACHABLE,
    };

    private static Sequence<PermittedOutcome> OutcomesAt(string gate) => CodeAt(gate) switch
    {
        RsmError.RSMERR_INSUFFICIENT_MEM or RsmError.RSMERR_INSUFFICIENT_RESOURCES => Allow.Exhausted,
        RsmError code => Allow.Only(code.ToString()),
    };

    private static string AssertionOf(RsmError code) =>
        "connect.error." + code.ToString()["RSMERR_".Length..].ToLowerInvariant().Replace('_', '-');
}
