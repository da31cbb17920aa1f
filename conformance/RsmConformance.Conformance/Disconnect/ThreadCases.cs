using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>Threads that disconnect at the same time, on different handles and on one.</summary>
internal static class ThreadCases
{
    private const string Safe = "disconnect.threading.mt-safe";
    private const string Same = "disconnect.robustness.same-handle-concurrent";
    private static readonly string[] Gates = [GateNames.DisconnectEntry, GateNames.DisconnectBeforeFarewell];
    private static readonly string[] UnpublishGates = [GateNames.UnpublishEntry, GateNames.UnpublishBeforeNotify];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        AtOnce(2), AtOnce(4), AtOnceOtherSegments(), ConnectBeside(), .. Gates.Select(HeldBesideOther), .. Gates.Select(HeldBesideConnect), .. Gates.Select(HeldBesideUnpublish),
        .. UnpublishGates.Select(DuringUnpublish), RacingUnpublish(), .. Gates.Select(KilledInDisconnect),
        SameHandle(2), SameHandle(4), .. Gates.Select(SameHandleHeld), SameHandleBesideLinks(),
    ];

    private static string Thread(int i) => $"t{i}";

    private static string Short(string gate) => gate.Replace('.', '-');

    private static Case AtOnce(int threads)
    {
        CaseScript script = Ensure($"{Safe}/{threads}-at-once", $"{threads} threads that disconnect different handles at once all succeed.").Pair();
        for (int i = 1; i <= threads; i++)
        {
            script.Connect($"imp{i}");
        }

        script.Buffers().Connect("stays").InitBarrier("stays", "bar").Ready().Act();
        for (int i = 1; i <= threads; i++)
        {
            script.As("importer", Thread(i)).Id($"d{i}").After("ready").Disconnect($"imp{i}").May(Allow.Only("RSM_SUCCESS", "A33.different-handles"));
        }

        return script.Frame("disconnect.effect.siblings-untouched").As("importer").After([.. Enumerable.Range(1, threads).Select(i => $"d{i}")])
            .Reads("stays").Disconnect("stays").Done();
    }

    private static Case AtOnceOtherSegments() =>
        Ensure($"{Safe}/two-segments", "two threads that disconnect from two segments at once both succeed.")
            .Exporter().Segment().SecondSegment().Importer().Connect("imp1").Connect("imp2", "S2").Ready()
            .Act().As("importer", "t1").Id("d1").After("ready").Disconnect("imp1").May(Allow.Success)
            .As("importer", "t2").Id("d2").After("ready").Disconnect("imp2").May(Allow.Success).Done();

    private static Case ConnectBeside() =>
        Ensure($"{Safe}/beside-connects", "disconnects succeed while other threads connect.")
            .Bears("connect.threading.mt-safe")
            .Pair().Connect("old1").Connect("old2").Ready()
            .Act().As("importer", "t1").Id("d1").After("ready").Disconnect("old1").May(Allow.Success)
            .As("importer", "t2").Id("c1").After("ready").Connect("new1").May(Allow.Success)
            .As("importer", "t3").Id("d2").After("ready").Disconnect("old2").May(Allow.Success)
            .As("importer", "t4").Id("c2").After("ready").Connect("new2").May(Allow.Success)
            .Frame("connect.effect.distinct-handles").As("importer").After("d1", "c1", "d2", "c2").Disconnect("new1").Disconnect("new2").Done();

    // Step c is the disconnect that is held; the gate opens when the other step is over or blocked by it.
    private static CaseScript Held(CaseScript script, string gate, Func<CaseScript, CaseScript> other, Sequence<PermittedOutcome> outcomes)
    {
        script.Bed().Id("hold").Hold(gate).Act().As("importer", "t1").Id("c").After("hold").Disconnect().May(outcomes)
            .Preamble().Bed().Id("blocked").After("hold").AwaitBlocked("c");
        return script.Overtaken(gate, other);
    }

    private static Case HeldBesideOther(string gate) =>
        Ensure($"{Safe}/held-beside-disconnect/{Short(gate)}", "a disconnect of another handle beside one that waits succeeds.")
            .Pair().Connect().Connect("imp2")
            .With(s => Held(s, gate, o => o.Act().As("importer", "t2").Disconnect("imp2").May(Allow.Success), Allow.Success))
            .Frame("disconnect.effect.reconnect").As("importer").Connect("again").Disconnect("again").Done();

    private static Case HeldBesideConnect(string gate) =>
        Ensure($"{Safe}/held-beside-connect/{Short(gate)}", "a connect to the segment from which a disconnect is under way succeeds, and its link is a live one.")
            .Bears("connect.threading.mt-safe")
            .Pair().Buffers().Connect()
            .With(s => Held(s, gate, o => o.Act().As("importer", "t2").Connect("new").May(Allow.Success), Allow.Success))
            .Frame("connect.effect.creates-segment").As("importer").InitBarrier("new", "bar").Reads("new").Put("new")
            .As("exporter").Load("mem", Sent).As("importer").Disconnect("new").Done();

    private static Case HeldBesideUnpublish(string gate) =>
        Ensure($"{Safe}/held-beside-unpublish/{Short(gate)}", "a disconnect that meets the withdrawal of its segment succeeds.")
            .Bears("disconnect.effect.after-forced")
            .Pair().Connect()
            .With(s => Held(s, gate, o => o.As("exporter").Unpublish(), Allow.AfterTheEnd))
            .Frame("disconnect.effect.reconnect").As("exporter").Publish().As("importer").Connect("again").Disconnect("again").Done();

    private static Case DuringUnpublish(string gate) =>
        Ensure($"{Safe}/during-unpublish/{Short(gate)}", "a disconnect while the withdrawal of its segment is under way succeeds.")
            .Bears("disconnect.effect.after-forced")
            .Pair().Connect().Bed().Id("hold").Hold(gate, "exporter")
            .As("exporter", "t1").Id("c").After("hold").Unpublish()
            .Bed().Id("blocked").After("hold").AwaitBlocked("c")
            .Act().As("importer").Id("over").After("blocked").Disconnect().May(Allow.AfterTheEnd)
            .Preamble().Bed().Id("over-blocked").After("blocked").AwaitBlocked("over")
            .Id("released").After("over-blocked").LetGo(gate, "exporter")
            .Frame("disconnect.effect.reconnect").As("exporter").After("c", "over", "released").Publish().As("importer").Connect("again").Disconnect("again").Done();

    private static Case RacingUnpublish()
    {
        CaseScript script = Ensure($"{Safe}/racing-unpublish", "threads that disconnect while their segment is withdrawn all succeed.")
            .Bears("disconnect.effect.after-forced").Pair().Connect("imp1").Connect("imp2").Connect("imp3").Ready().Act();
        for (int i = 1; i <= 3; i++)
        {
            script.As("importer", Thread(i)).Id($"d{i}").After("ready").Disconnect($"imp{i}").May(Allow.AfterTheEnd);
        }

        return script.Preamble().As("exporter").Id("over").After("ready").Unpublish()
            .Frame("disconnect.effect.reconnect").After("d1", "d2", "d3", "over").Publish().As("importer").Connect("again").Disconnect("again").Done();
    }

    private static Case KilledInDisconnect(string gate) =>
        Ensure($"connect.resource.exit-cleans-up/killed-in-disconnect/{Short(gate)}", "a process that is killed in disconnect leaves nothing at the exporter.")
            .Pair().Importer(role: "witness").As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 0).As("importer").Connect()
            .Bed().Id("hold").Hold(gate).Act().As("importer", "t1").Id("c").After("hold").Disconnect().May(Allow.Killed)
            .Preamble().Bed().Id("blocked").After("hold").AwaitBlocked("c").Id("over").Kill("importer").Released(gate, "over")
            .Frame("connect.resource.exit-cleans-up").As("witness").Connect().Disconnect()
            .As("exporter").Measure(MeasureKind.ImporterRecords, "importers", 1).May(Allow.Steady).Done();

    private static Case SameHandle(int threads)
    {
        CaseScript script = Ensure($"{Same}/{threads}-threads", $"of {threads} threads that disconnect one handle at once one succeeds and the others are refused.")
            .HardenedOnly().Pair().Connect().Ready().Act();
        for (int i = 1; i <= threads; i++)
        {
            script.As("importer", Thread(i)).Id($"d{i}").After("ready").Disconnect().May(Allow.OneOfSeveral);
        }

        return script.Frame("disconnect.effect.reconnect").As("importer").After([.. Enumerable.Range(1, threads).Select(i => $"d{i}")])
            .Connect("again").Disconnect("again").Done();
    }

    private static Case SameHandleHeld(string gate) =>
        Ensure($"{Same}/held/{Short(gate)}", "of a disconnect that waits and another of the same handle one succeeds and the other is refused.").HardenedOnly()
            .Pair().Connect()
            .With(s => Held(s, gate, o => o.Act().As("importer", "t2").Disconnect().May(Allow.OneOfSeveral), Allow.OneOfSeveral))
            .Frame("disconnect.effect.reconnect").As("importer").Connect("again").Disconnect("again").Done();

    private static Case SameHandleBesideLinks() =>
        Ensure($"{Same}/beside-links", "threads that disconnect one handle at once do not harm another link with the same segment.").HardenedOnly()
            .LinkedPair().Connect("twice").Ready()
            .Act().As("importer", "t1").Id("d1").After("ready").Disconnect("twice").May(Allow.OneOfSeveral)
            .As("importer", "t2").Id("d2").After("ready").Disconnect("twice").May(Allow.OneOfSeveral)
            .Frame("disconnect.effect.siblings-untouched").As("importer").After("d1", "d2").Reads().Disconnect().Done();
}
