using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Disconnect;

/// <summary>What keeps a link from being broken, and that a refusal changes nothing.</summary>
internal static class RefusalCases
{
    private const string Mapped = "disconnect.error.seg-still-mapped";
    private const string Pollfd = "disconnect.error.pollfd-in-use";
    private const string Keeps = "disconnect.effect.failure-keeps-handle";
    private const string Implicit = "disconnect.effect.implicit-map-not-mapped";
    private const string Barrier = "disconnect.effect.barrier-ignored";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        Null(), NullWithLinks(), NullListedOnly(),
        .. new[] { "0400", "0200", "0600" }.Select(StillMapped), StillMappedLocal(), StillMappedInPart(), StillMappedAfterTransfers(), StillMappedTwiceAsked(), StillMappedWhileSiblingIsNot(),
        PollfdInUse(1), PollfdInUse(2), PollfdInUse(3), PollfdLocal(), PollfdSurplus(), PollfdOfSibling(), PollfdReleasedElsewhere(), PollfdAfterRelease(), PollfdAgain(),
        Both(), BothPollfdFirst(), BothMapLast(),
        MapKept(), LinkKeptAfterPollfd(), MapKeptAfterPollfd(), WriteKept(), ForcedAfterRefusal(), ForcedAfterMapRefusal(), ManyRefusals(), ImplicitMapAndPollfd(),
        AfterTransfer("get", s => s.Get()), AfterTransfer("put", s => s.Put()), AfterTransfer("get-and-put", s => s.Get().Put(offset: "1p")),
        .. new[] { 8, 16, 32, 64 }.SelectMany(AfterUnits), AfterTransferLocal(), AfterTransferReadOnly(), AfterTransferWriteOnly(), AfterExplicitMode(),
        BarrierAlive(), BarrierAliveLocal(), BarrierOpen(), BarriersTwo(), BarrierUsed(),
    ];

    private static Case Null() =>
        Ensure("disconnect.error.bad-seg-hndl/null", "NULL is no handle.")
            .Pair().Connect("twin").Control().Disconnect("twin").Act("the handle").Disconnect("null").May(Allow.BadHandle).Done();

    private static Case NullWithLinks() =>
        Ensure("disconnect.error.bad-seg-hndl/null-beside-links", "NULL is no handle, and to say so breaks no link.")
            .Bears("disconnect.effect.siblings-untouched")
            .LinkedPair().Connect("twin").Control().Disconnect("twin").Act("the handle").Disconnect("null").May(Allow.BadHandle)
            .Frame("disconnect.effect.siblings-untouched").Reads().Disconnect().Done();

    private static Case NullListedOnly() =>
        Ensure("disconnect.return.listed-errors/null-again-and-again", "NULL is refused with an error of the page each time.")
            .Pair().Connect("twin").Control().Disconnect("twin").Act("the handle").Repeat(20, s => s.Disconnect("null").May(Allow.BadHandle)).Done();

    private static Case StillMapped(string mode) =>
        Ensure($"{Mapped}/perm-{mode}", $"a link that the caller has mapped with {mode} is not broken, and is after the unmap.")
            .Pair("A:0666").Connect("twin", perm: mode).Connect(perm: mode).Map(perm: mode).Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Unmap().Disconnect().May(Allow.Success).Done();

    private static Case StillMappedLocal() =>
        Ensure($"{Mapped}/local", "a link on the own node that the caller has mapped is not broken.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Connect("twin", node: "A").Connect(node: "A").Map().Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Unmap().Disconnect().May(Allow.Success).Done();

    private static Case StillMappedInPart() =>
        Ensure($"{Mapped}/in-part", "a link of which the caller has mapped a part is not broken.")
            .Pair().Connect("twin").Connect().Map(offset: "1p").Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Unmap().Disconnect().May(Allow.Success).Done();

    private static Case StillMappedAfterTransfers() =>
        Ensure($"{Mapped}/after-transfers", "a link that the caller has mapped is not broken although transfers went through it before.")
            .LinkedPair().Get().Put(offset: "1p").Connect("twin").Map().Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Unmap().Disconnect().May(Allow.Success).Done();

    private static Case StillMappedTwiceAsked() =>
        Ensure($"{Mapped}/asked-twice", "a link that is mapped is refused each time.")
            .Pair().Connect("twin").Connect().Map().Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped).Frame(Keeps).Load("map", Exported)
            .Act("the map").Disconnect().May(Allow.StillMapped).Frame(Keeps).Unmap().Disconnect().May(Allow.Success).Done();

    private static Case StillMappedWhileSiblingIsNot() =>
        Ensure($"{Mapped}/of-another-link", "the map of one link does not keep another link with the same segment.")
            .Pair().Sibling().Connect().Act().Disconnect().May(Allow.Success)
            .SiblingWorks("disconnect.effect.siblings-untouched").Done();

    private static Case PollfdInUse(int count)
    {
        CaseScript script = Ensure($"{Pollfd}/{count}-held", $"a link of which {count} pollfds are held is not broken until the last is released.")
            .Pair().Connect("twin").Connect();
        for (int i = 1; i <= count; i++)
        {
            script.GetPollfd("imp", $"pfd{i}");
        }

        script.Control().Disconnect("twin");
        for (int i = 1; i <= count; i++)
        {
            script.Act("the pollfd").Disconnect().May(Allow.PollfdHeld).Preamble().ReleasePollfd();
        }

        return script.Frame(Keeps).Disconnect().May(Allow.Success).Done();
    }

    private static Case PollfdLocal() =>
        Ensure($"{Pollfd}/local", "a link on the own node of which a pollfd is held is not broken.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Connect("twin", node: "A").Connect(node: "A").GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld).Preamble().ReleasePollfd().Frame(Keeps).Disconnect().May(Allow.Success).Done();

    private static Case PollfdSurplus() =>
        Ensure($"{Pollfd}/surplus-release", "a release too many does not make room for a pollfd that is held later.")
            .Pair().Connect("twin").Connect().GetPollfd("imp", "pfd1").ReleasePollfd().ReleasePollfd().GetPollfd("imp", "pfd2").Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld).Preamble().ReleasePollfd().Frame(Keeps).Disconnect().May(Allow.Success).Done();

    private static Case PollfdOfSibling() =>
        Ensure($"{Pollfd}/of-another-link", "the pollfd of one link does not keep another link with the same segment.")
            .Pair().Connect("sib").Connect().GetPollfd("sib").Act().Disconnect().May(Allow.Success)
            .Frame("disconnect.effect.siblings-untouched").ReleasePollfd("sib").Disconnect("sib").Done();

    private static Case PollfdReleasedElsewhere() =>
        Ensure($"{Pollfd}/released-on-another-link", "a pollfd keeps its link although that of another link with the same segment was released.")
            .Pair().Connect("twin").Connect("sib").Connect().GetPollfd("sib", "pfd1").GetPollfd("imp", "pfd2").ReleasePollfd("sib").Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld).Preamble().ReleasePollfd().Frame(Keeps).Disconnect().May(Allow.Success).Disconnect("sib").Done();

    private static Case PollfdAfterRelease() =>
        Ensure("disconnect.return.success-zero/pollfd-released", "a link whose pollfd was released is broken.")
            .Bears(Pollfd, "support.pollfd")
            .Pair().Connect().GetPollfd().ReleasePollfd().Act().Disconnect().May(Allow.Success).Done();

    private static Case PollfdAgain() =>
        Ensure($"{Pollfd}/held-again", "a pollfd that was released and obtained again keeps the link again.")
            .Pair().Connect("twin").Connect().GetPollfd("imp", "pfd1").ReleasePollfd().GetPollfd("imp", "pfd2").Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld).Preamble().ReleasePollfd().Frame(Keeps).Disconnect().May(Allow.Success).Done();

    private static Case Both() =>
        Ensure($"{Mapped}/and-pollfd", "a link that is mapped and of which a pollfd is held is not broken, for either cause.")
            .Bears(Pollfd)
            .Pair().Connect("twin").Connect().Map().GetPollfd().Control().Disconnect("twin")
            .Act("the map and the pollfd").Disconnect().May(Allow.MappedAndPollfdHeld).Done();

    private static Case BothPollfdFirst() =>
        Ensure($"{Mapped}/and-pollfd-released", "a link that is mapped is not broken when its pollfd was released.")
            .Bears(Pollfd)
            .Pair().Connect("twin").Connect().Map().GetPollfd().Control().Disconnect("twin")
            .Act("the map and the pollfd").Disconnect().May(Allow.MappedAndPollfdHeld)
            .Preamble().ReleasePollfd().Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Unmap().Disconnect().May(Allow.Success).Done();

    private static Case BothMapLast() =>
        Ensure($"{Pollfd}/and-mapped-before", "a link that was mapped and unmapped is not broken while a pollfd is held.")
            .Pair().Connect("twin").Connect().Map().Unmap().GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld).Preamble().ReleasePollfd().Frame(Keeps).Disconnect().May(Allow.Success).Done();

    private static Case MapKept() =>
        Ensure($"{Keeps}/map", "a refused disconnect leaves the map as it was.")
            .Bears(Mapped)
            .LinkedPair().Connect("twin").Map().Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Load("map", Exported).OpenBarrier().Store("map", Sent).CloseBarrier().As("exporter").Load("mem", Sent)
            .As("importer").Unmap().Disconnect().May(Allow.Success).Done();

    private static Case LinkKeptAfterPollfd() =>
        Ensure($"{Keeps}/link-with-pollfd", "a disconnect that is refused for a pollfd leaves the link as it was.")
            .Bears(Pollfd)
            .LinkedPair().Connect("twin").GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld)
            .Frame(Keeps).Reads().Put().As("exporter").Load("mem", Sent).As("importer").ReleasePollfd().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case MapKeptAfterPollfd() =>
        Ensure($"{Keeps}/map-with-pollfd", "a disconnect that is refused for a map and a pollfd leaves both as they were.")
            .Bears(Pollfd, Mapped)
            .LinkedPair().Connect("twin").Map().GetPollfd().Control().Disconnect("twin")
            .Act("the map and the pollfd").Disconnect().May(Allow.MappedAndPollfdHeld)
            .Frame(Keeps).Load("map", Exported).Reads().ReleasePollfd().Unmap().Disconnect().May(Allow.Success).Done();

    private static Case WriteKept() =>
        Ensure($"{Keeps}/mapped-link-transfers", "transfers through a link go on after a disconnect that was refused for its map.")
            .Bears(Mapped)
            .LinkedPair().Connect("twin").Map().Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Frame(Keeps).Reads().Put().As("exporter").Load("mem", Sent).Done();

    private static Case ForcedAfterRefusal() =>
        Ensure($"{Keeps}/still-told", "a link whose disconnect was refused is still told of the withdrawal of its segment.")
            .Bears(Pollfd, "connect.effect.forced-disconnect")
            .LinkedPair().Connect("twin").GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeld)
            .Preamble().As("exporter").Unpublish()
            .Frame("connect.effect.forced-disconnect").As("importer").Get().May(Allow.Aborted).ReleasePollfd().Disconnect().May(Allow.AfterTheEnd).Done();

    private static Case ForcedAfterMapRefusal() =>
        Ensure($"{Keeps}/mapped-still-told", "a link whose disconnect was refused for its map is still told of the withdrawal of its segment.")
            .Bears(Mapped, "connect.effect.forced-disconnect")
            .LinkedPair().Connect("twin").Map().Control().Disconnect("twin")
            .Act("the map").Disconnect().May(Allow.StillMapped)
            .Preamble().As("exporter").Unpublish()
            .Frame("connect.effect.forced-disconnect").As("importer").Get().May(Allow.Aborted).Unmap().Disconnect().May(Allow.AfterTheEnd).Done();

    private static Case ManyRefusals() =>
        Ensure($"{Keeps}/hundred-refusals", "a link is as it was after a hundred refused disconnects.")
            .Bears(Pollfd)
            .LinkedPair().Connect("twin").GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Repeat(100, s => s.Disconnect().May(Allow.PollfdHeld))
            .Frame(Keeps).Reads().ReleasePollfd().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case ImplicitMapAndPollfd() =>
        Ensure($"{Keeps}/after-transfer-with-pollfd", "transfers go on after a disconnect that was refused for a pollfd.")
            .Bears(Pollfd, Implicit)
            .LinkedPair().Connect("twin").Get().Put(offset: "1p").GetPollfd().Control().Disconnect("twin")
            .Act("the pollfd").Disconnect().May(Allow.PollfdHeldImplicitlyMapped)
            .Frame(Keeps).Reads().ReleasePollfd().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case AfterTransfer(string name, Func<CaseScript, CaseScript> transfer) =>
        Ensure($"{Implicit}/{name}", $"a link that was used by {name.Replace('-', ' ')} and never mapped by the caller is broken.")
            .LinkedPair().With(transfer).Act().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static IEnumerable<Case> AfterUnits(int bits) =>
        [AfterTransfer($"get{bits}", s => s.GetUnits(bits)), AfterTransfer($"put{bits}", s => s.PutUnits(bits))];

    private static Case AfterTransferLocal() =>
        Ensure($"{Implicit}/local", "a link on the own node that was used by transfers is broken.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Buffers().Connect(node: "A").InitBarrier().Get().Put()
            .Act().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case AfterTransferReadOnly() =>
        Ensure($"{Implicit}/read-only", "a link for reading that was used by a get is broken.")
            .LinkedPair("0400").Get().Act().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case AfterTransferWriteOnly() =>
        Ensure($"{Implicit}/write-only", "a link for writing that was used by a put is broken.")
            .LinkedPair("0200").Put().Act().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case AfterExplicitMode() =>
        Ensure($"{Implicit}/explicit-mode", "a link that was used by transfers between explicit barriers is broken.")
            .LinkedPair().ExplicitMode().OpenBarrier().Get().Put(offset: "1p").CloseBarrier().DestroyBarrier()
            .Act().Disconnect().May(Allow.ImplicitlyMapped).Done();

    private static Case BarrierAlive() =>
        Ensure($"{Barrier}/initialised", "a barrier that was not destroyed does not keep the link.")
            .Pair().Connect().InitBarrier().Act().Disconnect().May(Allow.BarrierAlive).Done();

    private static Case BarrierAliveLocal() =>
        Ensure($"{Barrier}/initialised-local", "a barrier that was not destroyed does not keep a link on the own node.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").Connect(node: "A").InitBarrier().Act().Disconnect().May(Allow.BarrierAlive).Done();

    private static Case BarrierOpen() =>
        Ensure($"{Barrier}/open", "a barrier that was not even closed does not keep the link.")
            .Pair().Connect().InitBarrier().OpenBarrier().Act().Disconnect().May(Allow.BarrierAlive).Done();

    private static Case BarriersTwo() =>
        Ensure($"{Barrier}/two", "two barriers that were not destroyed do not keep the link.")
            .Pair().Connect().InitBarrier("imp", "bar1").InitBarrier("imp", "bar2").Act().Disconnect().May(Allow.BarrierAlive).Done();

    private static Case BarrierUsed() =>
        Ensure($"{Barrier}/used", "a barrier that was opened and closed and not destroyed does not keep the link.")
            .Pair().Connect().InitBarrier().OpenBarrier().CloseBarrier().Act().Disconnect().May(Allow.BarrierAlive).Done();
}
