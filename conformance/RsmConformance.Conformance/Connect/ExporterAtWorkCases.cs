using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>What exporter and importer do beside a link, as the pages of the supporting functions say.</summary>
internal static class ExporterAtWorkCases
{
    private const string Segment = "connect.effect.links-that-segment";
    private const string Forced = "connect.effect.forced-disconnect";
    private const string Usable = "connect.effect.creates-segment";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        ReboundLink("B", "x0"), ReboundLink("A", "loopback"), ExporterPolls(), CreatedBeside(), DestroyedUnderLinks(), MappedTwice(), PublishedTwice(), WithdrawnTwice(),
        SignalToEach(), GetAtOffset(), PutNowhereElse(), ExplicitMode(), ControllerTwice(), MapRefused("0400", "read"),
        MapRefused("0200", "write"),
    ];

    private static Case ReboundLink(string node, string controller) =>
        Ensure($"{Segment}/rebound-under-a-link-{controller}", "a link that stands when its segment is rebound leads to the new memory.")
            .Bears("support.export-rebind")
            .Exporter(node, controller).Buffer("mem", Exported, "2p").Buffer("mem2", ExportedSecond, "2p").Create(flags: ExportFlags.AllowRebind).Publish()
            .Importer("A", controller).Buffers().Connect(node: node).InitBarrier().Map()
            .Frame("support.export-rebind").As("exporter").Rebind("mem2").As("importer").Reads("imp", ExportedSecond).Load("map", ExportedSecond).Put()
            .As("exporter").Load("mem2", Sent).Load("mem", Exported, "2p").As("importer").Unmap()
            .Act().Disconnect().May(Allow.Success).Done();

    private static Case ExporterPolls() =>
        Ensure($"{Forced}/exporter-polls", "a segment of which its exporter holds a pollfd cannot be destroyed, and can once it is released.")
            .Bears("support.export-destroy", "support.export-unpublish", "support.export-publish", "support.pollfd")
            .LinkedPair().Connect("imp2").As("exporter").GetPollfd("exp").Control().As("importer").Get()
            .Frame("support.export-destroy").As("exporter").Destroy().May(Allow.Only("RSMERR_POLLFD_IN_USE")).As("importer").Reads()
            .Frame("support.pollfd").As("exporter").ReleasePollfd("exp").Frame("support.export-unpublish").Unpublish()
            .Act("the publication").As("importer").Get().May(Allow.Aborted)
            .Frame("support.export-publish").As("exporter").Publish().Frame("support.export-destroy").Destroy().Done();

    private static Case CreatedBeside() =>
        Ensure($"{Usable}/beside-another-create", "a segment that its exporter makes beside a linked one can be published and connected.")
            .LinkedPair().As("exporter").Buffer("mem2", ExportedSecond, "2p")
            .Frame("support.export-create").Create("exp2", "mem2").Frame("support.export-publish").Publish("S2", null, "exp2")
            .Act().As("importer").Connect("imp2", "S2").May(Allow.Success)
            .Frame(Usable).InitBarrier("imp2", "bar2").Reads("imp2", ExportedSecond).Reads().Done();

    private static Case DestroyedUnderLinks() =>
        Ensure($"{Forced}/destroyed-under-two-links", "a segment with several importers can get a new list and be destroyed.")
            .Bears("support.export-republish", "support.export-destroy", "support.topology")
            .LinkedPair().Topology().Importer(role: "second").Buffers().Connect().InitBarrier().Control().As("importer").Get().As("second").Get()
            .Frame("support.topology").As("importer").Topology()
            .Frame("support.export-republish").As("exporter").Republish("A:0666")
            .Frame("support.export-destroy").Destroy()
            .Act("the segment").As("importer").Get().May(Allow.Aborted).As("second").Get().May(Allow.Aborted).Done();

    private static Case MappedTwice() =>
        Ensure("disconnect.return.success-zero/mapped-and-unmapped-twice", "a map that is refused because there is one, and an unmap because there is none, leave the link to be broken.")
            .Pair().Connect().Map()
            .Frame("support.import-map").Map("imp", "map2").May(Allow.Only("RSMERR_SEG_ALREADY_MAPPED"))
            .Frame("support.import-unmap").Unmap().Unmap().May(Allow.Only("RSMERR_SEG_NOT_MAPPED"))
            .Act().Disconnect().May(Allow.Success).Done();

    private static Case PublishedTwice() =>
        Ensure($"{Segment}/published-already", "a segment that is published is not published under a second id as well.")
            .Bears("connect.error.seg-not-published")
            .Pair().ControlConnect().Frame("support.export-publish").As("exporter").Publish("S2").May(Allow.Only("RSMERR_SEG_ALREADY_PUBLISHED"))
            .Act("the id").As("importer").Connect("imp2", "S2").May(Allow.NotPublished).Connect().May(Allow.Success).Done();

    private static Case WithdrawnTwice() =>
        Ensure("connect.error.seg-not-published/withdrawn-a-second-time", "an id that was withdrawn, published and withdrawn again cannot be connected.")
            .Pair().ControlConnect().Disconnect("twin").Preamble().As("exporter").Unpublish().Publish().Unpublish()
            .Act("the publication").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case SignalToEach() =>
        Ensure($"{Usable}/signal-to-each-importer", "a signal posted to a segment reaches each process that is linked with it.")
            .Bears("support.signal")
            .Pair().Connect().Importer(role: "second").Connect().As("exporter").Act().Post("exp").May(Allow.Success)
            .As("importer").Wait("imp").May(Allow.Success).As("second").Wait("imp").May(Allow.Success).Done();

    private static Case GetAtOffset() =>
        Ensure($"{Segment}/get-at-offset", "a get reads what stands at its offset.")
            .Bears("support.get")
            .LinkedPair().As("exporter").Store("mem@1p", 9).As("importer")
            .Act().Get(offset: "1p").May(Allow.Success).Load("in", 9).May(Allow.Data).Get().May(Allow.Success).Load("in", Exported).May(Allow.Data).Done();

    private static Case PutNowhereElse() =>
        Ensure($"{Segment}/put-nowhere-else", "a put changes the bytes that it names and no others.")
            .Bears("support.put")
            .LinkedPair().Act().Put(offset: "1p").May(Allow.Success).As("exporter").Load("mem@1p", Sent).May(Allow.Data)
            .Frame("support.put").Load("mem", Exported, "1p").Load("mem", null, "2p").Done();

    private static Case ExplicitMode() =>
        Ensure($"{Segment}/explicit-mode", "transfers between the opening and the closing of a barrier reach the segment.")
            .LinkedPair().Frame("support.barrier").ExplicitMode().OpenBarrier()
            .Act().Get().May(Allow.Success).Put(offset: "1p").May(Allow.Success)
            .Frame("support.barrier").CloseBarrier().Act().Load("in", Exported).May(Allow.Data).As("exporter").Load("mem@1p", Sent).May(Allow.Data).Done();

    private static Case ControllerTwice() =>
        Ensure($"{Usable}/controller-opened-beside-a-link", "a controller that carries a link can be opened again.")
            .LinkedPair().Frame("support.get-controller").Open("x0", "ctl2").Act().Connect("imp2", controller: "ctl2").May(Allow.Success).Done();

    private static Case MapRefused(string mode, string right) =>
        Ensure($"connect.permission.{right}-rights/link-after-refused-map", $"a link made with {mode} can be mapped with its mode and disconnected after a map beyond it was refused.")
            .LinkedPair(mode).Control().Map(perm: mode).Unmap()
            .Act("the mode of the map").Map(perm: "0600").May(Allow.MapRefused)
            .Frame("support.import-map").Map(perm: mode).Unmap().Frame("disconnect.return.success-zero").DestroyBarrier().Disconnect().Done();
}
