using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Threads and processes that connect at the same time.</summary>
internal static class ThreadCases
{
    private const string Safe = "connect.threading.mt-safe";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        AtOnce(2, sameSegment: true), AtOnce(4, sameSegment: true), AtOnce(4, sameSegment: false), Cycling("cycles", local: false), Cycling("cycles-local", local: true),
        TwoProcesses(), TwoNodes(), BesidePublication(), BesideRepublication(), BesideRefusals(), RacingUnpublish(), RacingPublish(), BesideTransfers(), SharedController(),
    ];

    private static string Thread(int i) => $"t{i}";

    private static Case AtOnce(int threads, bool sameSegment)
    {
        CaseScript script = Ensure($"{Safe}/{threads}-at-once-{(sameSegment ? "same-segment" : "two-segments")}", $"{threads} threads that connect at once get {threads} handles that work.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Ready().Act();
        for (int i = 1; i <= threads; i++)
        {
            script.As("importer", Thread(i)).Id($"c{i}").After("ready").Connect($"imp{i}", sameSegment || i % 2 == 1 ? "S1" : "S2")
                .May(Allow.Only("RSM_SUCCESS", "A32.all-succeed"));
        }

        script.Frame("connect.effect.distinct-handles").As("importer").After([.. Enumerable.Range(1, threads).Select(i => $"c{i}")]);
        for (int i = 1; i <= threads; i++)
        {
            script.InitBarrier($"imp{i}", $"bar{i}").Reads($"imp{i}", sameSegment || i % 2 == 1 ? Exported : ExportedSecond).Disconnect($"imp{i}");
        }

        return script.Done();
    }

    private static Case Cycling(string name, bool local)
    {
        string node = local ? "A" : "B";
        string controller = local ? "loopback" : "x0";
        CaseScript script = Ensure($"{Safe}/{name}", "4 threads that connect and disconnect again and again do not get into each other's way.")
            .Bears("disconnect.threading.mt-safe")
            .Exporter(node, controller).Segment().Importer("A", controller).Buffers().Ready().Act();
        for (int i = 1; i <= 4; i++)
        {
            string handle = $"imp{i}";
            script.As("importer", Thread(i)).Id($"r{i}").After("ready").Repeat(20, s => s
                .Connect(handle, node: node).May(Allow.Only("RSM_SUCCESS", "A32.all-succeed"))
                .Disconnect(handle).May(Allow.Success));
        }

        return script.Frame("disconnect.effect.reconnect").As("importer").After("r1", "r2", "r3", "r4").Connect("last", node: node).InitBarrier("last", "bar").Reads("last").Done();
    }

    private static Case TwoProcesses() =>
        Ensure($"{Safe}/two-processes", "two processes of one node that connect at once are both linked.")
            .Pair().Buffers().Importer(role: "second").Buffers().Ready()
            .Act().As("importer").Id("c1").After("ready").Connect().May(Allow.Success)
            .As("second").Id("c2").After("ready").Connect().May(Allow.Success)
            .Frame("connect.effect.creates-segment").As("importer").After("c1", "c2").InitBarrier().Reads().As("second").InitBarrier().Reads().Done();

    private static Case TwoNodes() =>
        Ensure($"{Safe}/two-nodes", "processes of two nodes that connect at once are both linked.")
            .Exporter(controller: "x1").Segment().Importer(controller: "x1").Buffers().Importer("C", "x1", role: "second").Buffers().Ready()
            .Act().As("importer").Id("c1").After("ready").Connect().May(Allow.Success)
            .As("second").Id("c2").After("ready").Connect().May(Allow.Success)
            .Frame("connect.effect.creates-segment").As("importer").After("c1", "c2").InitBarrier().Reads().As("second").InitBarrier().Reads().Done();

    private static Case BesidePublication() =>
        Ensure($"{Safe}/beside-publication-of-another", "connects succeed while another segment is published and withdrawn again and again.")
            .Exporter().Segment().Buffer("mem2", ExportedSecond, "2p").Create("exp2", "mem2").Importer().Buffers().Ready()
            .Preamble().As("exporter").Id("w").After("ready").Repeat(20, s => s.Publish("S2", null, "exp2").Unpublish("exp2"))
            .Act().As("importer").Id("r").After("ready").Repeat(20, s => s.Connect().May(Allow.Success).Disconnect().May(Allow.Success))
            .Frame("connect.effect.links-that-segment").As("importer").After("w", "r").Connect("last").InitBarrier("last", "bar").Reads("last").Done();

    private static Case BesideRepublication() =>
        Ensure($"{Safe}/beside-republication", "connects succeed while the segment gets new lists that all admit them.")
            .Pair("A:0666").Buffers().Ready()
            .Preamble().As("exporter").Id("w").After("ready").Repeat(20, s => s.Republish("A:0600 C:0600").Republish("C:0400 A:0666").Republish(null))
            .Act().As("importer").Id("r").After("ready").Repeat(20, s => s.Connect().May(Allow.Success).Disconnect().May(Allow.Success))
            .Frame("connect.effect.links-that-segment").As("importer").After("w", "r").Connect("last").InitBarrier("last", "bar").Reads("last").Done();

    private static Case BesideRefusals() =>
        Ensure($"{Safe}/beside-refusals", "connects succeed while another thread is refused again and again, each for its own cause.")
            .Bears("connect.effect.siblings-untouched", "connect.error.seg-not-published")
            .Pair().Buffers().ControlConnect().Preamble().Ready()
            .Act("the id").As("importer", "t1").Id("r1").After("ready").Repeat(20, s => s.Connect("bad", "S2").May(Allow.NotPublished))
            .As("importer", "t2").Id("r2").After("ready").Repeat(20, s => s.Connect("worse", perm: "0700").May(Allow.ModeWithOtherBits))
            .As("importer", "t3").Id("r3").After("ready").Repeat(20, s => s.Connect().May(Allow.Success).Disconnect().May(Allow.Success))
            .Frame("connect.effect.siblings-untouched").As("importer").After("r1", "r2", "r3").InitBarrier("twin", "bar").Reads("twin").Done();

    private static Case RacingUnpublish()
    {
        CaseScript script = Ensure($"{Safe}/racing-unpublish", "threads that connect while the segment is withdrawn are each linked or refused.")
            .Bears("connect.effect.forced-disconnect", "connect.error.seg-not-published")
            .Pair().ControlConnect().Disconnect("twin").Preamble().Ready().Act("the withdrawal");
        for (int i = 1; i <= 4; i++)
        {
            script.As("importer", Thread(i)).Id($"c{i}").After("ready").Connect($"imp{i}").May(Allow.Withdrawn);
        }

        return script.Preamble().As("exporter").Id("over").After("ready").Unpublish()
            .Frame("connect.error.seg-not-published").As("importer").After("c1", "c2", "c3", "c4", "over").Connect("late").May(Allow.NotPublished).Done();
    }

    private static Case RacingPublish()
    {
        CaseScript script = Ensure($"{Safe}/racing-publish", "threads that connect while the segment is published are each linked or told that it is not published.")
            .Bears("connect.error.seg-not-published")
            .Exporter().SecondSegment().Buffer("mem", Exported, "2p").Create().Importer().Buffers().ControlConnect("S2").Preamble().Ready().Act("the publication");
        for (int i = 1; i <= 4; i++)
        {
            script.As("importer", Thread(i)).Id($"c{i}").After("ready").Connect($"imp{i}").May(Allow.Any(Allow.Success, Allow.NotPublished));
        }

        return script.Preamble().As("exporter").Id("over").After("ready").Publish()
            .Frame("connect.effect.creates-segment").As("importer").After("c1", "c2", "c3", "c4", "over").Connect("late").InitBarrier("late", "bar").Reads("late").Done();
    }

    private static Case BesideTransfers() =>
        Ensure($"{Safe}/beside-transfers", "connects and disconnects leave the transfers of another thread alone.")
            .Bears("connect.effect.siblings-untouched", "disconnect.effect.siblings-untouched")
            .LinkedPair().Ready()
            .Act().As("importer", "t1").Id("r1").After("ready").Repeat(20, s => s.Connect("imp1").May(Allow.Success).Disconnect("imp1").May(Allow.Success))
            .Frame("connect.effect.siblings-untouched").As("importer", "t2").Id("r2").After("ready").Repeat(20, s => s.Get().Put(offset: "1p"))
            .As("importer").After("r1", "r2").Reads().Done();

    private static Case SharedController() =>
        Ensure($"{Safe}/beside-controller-handles", "connects succeed while another thread opens and releases the same controller.")
            .Bears("support.get-controller", "support.release-controller")
            .Pair().Ready()
            .Preamble().As("importer", "t1").Id("r1").After("ready").Repeat(20, s => s.Open("x0", "again").Release("again"))
            .Act().As("importer", "t2").Id("r2").After("ready").Repeat(20, s => s.Connect().May(Allow.Success).Disconnect().May(Allow.Success))
            .Frame("connect.effect.creates-segment").As("importer").After("r1", "r2").Connect("last").Done();
}
