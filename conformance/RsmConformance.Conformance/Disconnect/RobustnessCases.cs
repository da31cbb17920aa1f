using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>Handles that are stale, garbage or of another kind; only the profile hardened asks for these.</summary>
internal static class RobustnessCases
{
    private const string Stale = "disconnect.robustness.stale-handle";
    private const string Garbage = "disconnect.robustness.garbage-handle";
    private const string WrongKind = "disconnect.robustness.wrong-kind-handle";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        Twice(), ThreeTimes(), TwiceLocal(), StaleAfterReconnect(), StaleAmongMany(), StaleWhileNewIsMapped(), StaleAfterForced(), StaleAfterUse(), StaleFromOtherThread(),
        GarbageAlone(), GarbageBesideLinks(),
        ExportHandle(), ExportHandlePublished(), ControllerHandle(), ExportHandleWithoutLinks(),
    ];

    private static CaseScript Begin(string id, string purpose) => Ensure(id, purpose).HardenedOnly();

    private static Case Twice() =>
        Begin($"{Stale}/twice", "a second disconnect of a handle is refused.")
            .Pair().Connect().Control().Disconnect().Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused)
            .Frame(Stale).Connect("again").Disconnect("again").Done();

    private static Case ThreeTimes() =>
        Begin($"{Stale}/again-and-again", "every further disconnect of a handle is refused.")
            .Pair().Connect().Control().Disconnect().Act("the life of the handle").Repeat(20, s => s.Disconnect("stale:imp").May(Allow.HandleRefused))
            .Frame(Stale).Connect("again").Disconnect("again").Done();

    private static Case TwiceLocal() =>
        Begin($"{Stale}/twice-local", "a second disconnect of a handle on the own node is refused.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Connect(node: "A").Control().Disconnect()
            .Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused).Done();

    private static Case StaleAfterReconnect() =>
        Begin($"{Stale}/after-reconnect", "a stale handle is refused when the same segment is connected anew, and the new link lives.")
            .Pair().Buffers().Connect().Control().Disconnect().Preamble().Connect("new").InitBarrier("new", "bar")
            .Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused)
            .Frame(Stale).Reads("new").Put("new").As("exporter").Load("mem", Sent).As("importer").Disconnect("new").Done();

    private static Case StaleAmongMany()
    {
        CaseScript script = Begin($"{Stale}/among-many", "a stale handle is refused among many new links, and all of them live.")
            .Pair().Buffers().Connect().Control().Disconnect().Preamble();
        for (int i = 1; i <= 8; i++)
        {
            script.Connect($"new{i}").InitBarrier($"new{i}", $"bar{i}");
        }

        script.Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused).Frame(Stale);
        for (int i = 1; i <= 8; i++)
        {
            script.Reads($"new{i}").Disconnect($"new{i}");
        }

        return script.Done();
    }

    private static Case StaleWhileNewIsMapped() =>
        Begin($"{Stale}/new-link-mapped", "a stale handle is refused as such when the new link is mapped.")
            .Pair().Connect().Control().Disconnect().Preamble().Connect("new").Map("new")
            .Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused)
            .Frame(Stale).Load("map", Exported).Unmap("new").Disconnect("new").Done();

    private static Case StaleAfterForced() =>
        Begin($"{Stale}/after-forced", "a handle whose link the exporter ended is stale after its disconnect.")
            .Pair().Connect().As("exporter").Unpublish().Control().As("importer").Disconnect()
            .Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused).Done();

    private static Case StaleAfterUse() =>
        Begin($"{Stale}/after-use", "a handle that was mapped, polled and fenced is stale after its disconnect.")
            .LinkedPair().Map().Get().Unmap().GetPollfd().ReleasePollfd().DestroyBarrier().Control().Disconnect()
            .Act("the life of the handle").Disconnect("stale:imp").May(Allow.HandleRefused).Done();

    private static Case StaleFromOtherThread() =>
        Begin($"{Stale}/from-other-thread", "a handle that one thread disconnected is stale for every other.")
            .Pair().Connect().Control().As("importer", "t1").Id("first").Disconnect()
            .Act("the life of the handle").As("importer", "t2").After("first").Disconnect("stale:imp").May(Allow.HandleRefused).Done();

    private static Case GarbageAlone() =>
        Begin($"{Garbage}/alone", "a value that was never a handle is refused.")
            .Pair().Connect("twin").Control().Disconnect("twin").Act("the handle").Disconnect("garbage").May(Allow.HandleRefused)
            .Frame(Garbage).Connect("again").Disconnect("again").Done();

    private static Case GarbageBesideLinks() =>
        Begin($"{Garbage}/beside-links", "a value that was never a handle is refused, and the links that exist live.")
            .LinkedPair().Connect("twin").Control().Disconnect("twin").Act("the handle").Disconnect("garbage").May(Allow.HandleRefused)
            .Frame(Garbage).Reads().Disconnect().Done();

    private static Case ExportHandle() =>
        Begin($"{WrongKind}/export", "the handle of an export segment is refused and stays usable as that.")
            .Pair().Buffer("own", 5, "2p").Create("expown", "own").Connect("twin").Control().Disconnect("twin")
            .Act("the kind of the handle").Disconnect("wrong-kind:expown").May(Allow.HandleRefused)
            .Frame(WrongKind).Publish("S2", null, "expown").Unpublish("expown").Destroy("expown").Done();

    private static Case ExportHandlePublished() =>
        Begin($"{WrongKind}/export-published", "the handle of an export segment that is published and linked is refused, and publication and link stay.")
            .Exporter("A").Segment().Buffers().Connect(node: "A").InitBarrier().Connect("twin", node: "A").Control().Disconnect("twin")
            .Act("the kind of the handle").Disconnect("wrong-kind:exp").May(Allow.HandleRefused)
            .Frame(WrongKind).Reads().Connect("again", node: "A").Done();

    private static Case ControllerHandle() =>
        Begin($"{WrongKind}/controller", "the handle of a controller is refused and stays usable as that.")
            .Pair().Connect("twin").Control().Disconnect("twin")
            .Act("the kind of the handle").Disconnect("wrong-kind:ctl").May(Allow.HandleRefused)
            .Frame(WrongKind).Connect("again").Disconnect("again").Release().Done();

    private static Case ExportHandleWithoutLinks() =>
        Begin($"{WrongKind}/export-of-exporter", "an exporter that takes its own handle for that of a link is refused, and its importers stay linked.")
            .LinkedPair().Connect("twin").Control().Disconnect("twin")
            .Act("the kind of the handle").As("exporter").Disconnect("wrong-kind:exp").May(Allow.HandleRefused)
            .Frame(WrongKind).As("importer").Reads().Disconnect().Done();
}
