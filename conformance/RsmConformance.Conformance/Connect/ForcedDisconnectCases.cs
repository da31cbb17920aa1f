using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Links that the exporter ended.</summary>
internal static class ForcedDisconnectCases
{
    private const string Forced = "connect.effect.forced-disconnect";

    private static readonly (string Name, string Words, Func<CaseScript, CaseScript> End)[] Ends =
    [
        ("unpublish", "its segment is unpublished", s => s.As("exporter").Unpublish()),
        ("destroy", "its segment is destroyed", s => s.As("exporter").Destroy()),
        ("exporter-exit", "the exporter exits", s => s.As("exporter").Exit()),
        ("exporter-killed", "the exporter is killed", s => s.Bed().Kill("exporter")),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        .. Ends.Select(e => Transfer("get", e.Name, e.Words, e.End, s => s.Get())),
        .. Ends.Select(e => Transfer("put", e.Name, e.Words, e.End, s => s.Put())),
        .. Ends.Select(e => Transfer("map", e.Name, e.Words, e.End, s => s.Map())),
        .. new[] { 8, 16, 32, 64 }.SelectMany(EachWidth),
        .. Ends.Select(e => LocalTransfer(e.Name, e.Words, e.End)),
        ExplicitBarrier(), EveryLink(), EveryProcess(), ReadOnlyLink(), WriteOnlyLink(),
        StaleMapDoesNotWrite(), StaleMapDoesNotRead(), StaleReadOnlyMap(), StaleMapOfSecondLink(), OtherNodeLives(), StaleMapDoesNotWriteNewSegment(), MappedTransfer(),
        NoRevival(), NoRevivalUnderNewSegment(), ReconnectBeside(), OtherSegmentsLive(), PutDoesNotArrive(), UnpublishedTwice(),
    ];

    private static CaseScript Begin(string name, string purpose) =>
        Ensure($"{Forced}/{name}", purpose).LinkedPair().Control().Get().Put();

    private static Case Transfer(string verb, string name, string words, Func<CaseScript, CaseScript> end, Func<CaseScript, CaseScript> access)
    {
        CaseScript script = Begin($"{verb}-after-{name}", $"a {verb} through a link reports its loss when {words}.");
        if (verb == "map")
        {
            script.Map("imp", "before").Unmap();
        }

        return script.Preamble().With(end).Act(words).As("importer").With(access).May(Allow.Aborted)
            .Frame("disconnect.effect.after-forced").Disconnect().Done();
    }

    private static IEnumerable<Case> EachWidth(int bits)
    {
        yield return Begin($"get{bits}-after-unpublish", $"a get{bits} through a link reports its loss when its segment is unpublished.")
            .GetUnits(bits).Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").GetUnits(bits).May(Allow.Aborted).Done();
        yield return Begin($"put{bits}-after-unpublish", $"a put{bits} through a link reports its loss when its segment is unpublished.")
            .PutUnits(bits).Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").PutUnits(bits).May(Allow.Aborted).Done();
    }

    private static Case LocalTransfer(string name, string words, Func<CaseScript, CaseScript> end) =>
        Ensure($"{Forced}/local-get-after-{name}", $"a get through a link on the own node reports its loss when {words}.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().Connect(node: "A").InitBarrier()
            .Control().Get().Preamble().With(end)
            .Act(words).As("importer").Get().May(Allow.Aborted)
            .Frame("disconnect.effect.after-forced").Disconnect().Done();

    private static Case ExplicitBarrier() =>
        Begin("close-barrier-after-unpublish", "a barrier that was opened before its segment is unpublished reports the loss when it is closed.")
            .Bears("support.barrier")
            .OpenBarrier().CloseBarrier().Preamble().OpenBarrier().As("exporter").Unpublish()
            .Act("the publication").As("importer").CloseBarrier().May(Allow.Aborted).Done();

    private static Case EveryLink() =>
        Ensure($"{Forced}/every-link", "every link of a process with a segment ends with its publication.")
            .LinkedPair().Connect("imp2").InitBarrier("imp2", "bar2").Control().Get().Get("imp2")
            .Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Get().May(Allow.Aborted).Get("imp2").May(Allow.Aborted).Done();

    private static Case EveryProcess() =>
        Ensure($"{Forced}/every-process", "the links of every process and node with a segment end with its publication.")
            .Exporter(controller: "x1").Segment().Importer(controller: "x1").Buffers().Connect().InitBarrier()
            .Importer(controller: "x1", role: "second").Buffers().Connect().InitBarrier()
            .Importer("C", "x1", role: "third").Buffers().Connect().InitBarrier()
            .Control().As("importer").Get().As("second").Get().As("third").Get()
            .Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Get().May(Allow.Aborted).As("second").Get().May(Allow.Aborted).As("third").Get().May(Allow.Aborted).Done();

    private static Case ReadOnlyLink() =>
        Ensure($"{Forced}/read-only-link", "a link for reading reports its loss.")
            .LinkedPair("0400").Map(perm: "0400").Control().Get().Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Get().May(Allow.Aborted).Done();

    private static Case WriteOnlyLink() =>
        Ensure($"{Forced}/write-only-link", "a link for writing reports its loss.")
            .LinkedPair("0200").Map(perm: "0200").Control().Put().Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Put().May(Allow.Aborted).Done();

    private static Case StaleMapDoesNotWrite() =>
        Ensure($"{Forced}/stale-map-does-not-write", "stores to a map whose link has ended do not reach the exporter's memory.")
            .LinkedPair().Map().As("exporter").Unpublish()
            .Act().As("importer").Store("map", Sent, "1p").May(Allow.DeadStore)
            .ExporterMemoryUntouched(Forced).Done();

    private static Case StaleMapDoesNotRead() =>
        Ensure($"{Forced}/stale-map-does-not-read", "loads from a map whose link has ended do not show what the exporter stores later.")
            .LinkedPair().Map().As("exporter").Unpublish().Store("mem", 9)
            .Act().As("importer").Load("map", 9).May(Allow.DeadLoad).Done();

    private static Case StaleReadOnlyMap() =>
        Ensure($"{Forced}/stale-read-only-map", "loads from a map for reading whose link has ended do not show what the exporter stores later.")
            .LinkedPair("0400").Map(perm: "0400").As("exporter").Unpublish().Store("mem", 9)
            .Act().As("importer").Load("map", 9).May(Allow.DeadLoad).Done();

    private static Case StaleMapOfSecondLink() =>
        Ensure($"{Forced}/stale-map-of-second-link", "of several maps none shows what the exporter stores after their links have ended.")
            .LinkedPair().Map().Connect("imp2").Map("imp2", "map2").As("exporter").Unpublish().Store("mem", 9)
            .Act().As("importer").Load("map", 9).May(Allow.DeadLoad).Load("map2", 9).May(Allow.DeadLoad).Done();

    private static Case OtherNodeLives() =>
        Ensure("connect.effect.siblings-untouched/same-id-elsewhere-withdrawn", "that a segment is withdrawn leaves the link with one of the same id on another node alone.")
            .Bears("connect.effect.links-that-node")
            .Exporter("B", "x1").Segment().Exporter("C", "x1", role: "third").Buffer("mem", 3, "2p").Create().Publish()
            .Importer(controller: "x1").Buffers().Connect("imp2", node: "C")
            .Act().Connect().May(Allow.Success).Preamble().As("third").Unpublish()
            .Frame("connect.effect.siblings-untouched").As("importer").InitBarrier().Reads().Done();

    private static Case StaleMapDoesNotWriteNewSegment() =>
        Ensure($"{Forced}/stale-map-does-not-write-new-segment", "stores to a map whose link has ended do not reach the segment that is published again.")
            .LinkedPair().Map().As("exporter").Unpublish().Publish()
            .Act().As("importer").Store("map", Sent, "1p").May(Allow.DeadStore)
            .ExporterMemoryUntouched(Forced).Done();

    private static Case MappedTransfer() =>
        Ensure($"{Forced}/mapped-get", "a get through a link that is mapped reports its loss as well.")
            .LinkedPair().Map().Control().Get().Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Get().May(Allow.Aborted)
            .Frame("disconnect.effect.after-forced").Unmap().Disconnect().Done();

    private static Case NoRevival() =>
        Begin("no-revival", "a link that has ended does not revive when the segment is published again under the same id.")
            .Preamble().As("exporter").Unpublish().Publish()
            .Act("the withdrawal").As("importer").Get().May(Allow.Aborted).Put().May(Allow.Aborted).Done();

    private static Case NoRevivalUnderNewSegment() =>
        Begin("no-revival-under-new-segment", "a link that has ended does not pass to another segment that takes the id.")
            .Preamble().As("exporter").Unpublish().SecondSegment(id: "S1")
            .Act("the withdrawal").As("importer").Get().May(Allow.Aborted).Put().May(Allow.Aborted)
            .ExporterMemoryUntouched(Forced, ExportedSecond, "mem2").Done();

    private static Case ReconnectBeside() =>
        Begin("reconnect-beside", "a new link can be made beside one that has ended, and only the new one works.")
            .Preamble().As("exporter").Unpublish().Publish()
            .Act("the withdrawal").As("importer").Connect("new").May(Allow.Success).InitBarrier("new", "newbar").Get("new").May(Allow.Success)
            .Get().May(Allow.Aborted)
            .Frame("disconnect.effect.siblings-untouched").Disconnect().Get("new").Disconnect("new").Done();

    private static Case OtherSegmentsLive() =>
        Ensure("connect.effect.siblings-untouched/other-segment-withdrawn", "that one segment is withdrawn leaves the links with another alone.")
            .Exporter().Segment().SecondSegment().Importer().Buffers().Connect("imp2", "S2").InitBarrier("imp2", "bar2").Map("imp2", "map2")
            .Act().Connect().May(Allow.Success).Preamble().As("exporter").Unpublish()
            .Frame("connect.effect.siblings-untouched").As("importer").Reads("imp2", ExportedSecond).Load("map2", ExportedSecond).Done();

    private static Case PutDoesNotArrive() =>
        Ensure($"{Forced}/put-does-not-arrive", "a put through a link that has ended does not reach the exporter's memory.")
            .LinkedPair().Control().Get().Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Put().May(Allow.Aborted)
            .ExporterMemoryUntouched(Forced).Done();

    private static Case UnpublishedTwice() =>
        Ensure($"{Forced}/again-and-again", "each withdrawal ends the links that were made since the one before.")
            .LinkedPair().Control().Get().Preamble().As("exporter").Unpublish().Publish()
            .As("importer").Connect("imp2").InitBarrier("imp2", "bar2").Control().Get("imp2")
            .Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Get().May(Allow.Aborted).Get("imp2").May(Allow.Aborted).Done();
}
