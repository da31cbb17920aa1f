using System.Globalization;
using RsmConformance.Abi;
using RsmConformance.Contract;
using static RsmConformance.Conformance.CaseScript;

namespace RsmConformance.Conformance.Connect;

/// <summary>Ids under which nothing is published, and how they came to be so.</summary>
internal static class NotPublishedCases
{
    private const string Assertion = "connect.error.seg-not-published";

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All =>
    [
        NeverPublished(), NeverPublishedLocal("loopback"), NeverPublishedLocal("x0"), NobodyExports(),
        CreatedOnly(), CreatedOnlyLocal(), Unpublished(), UnpublishedLocal(), Destroyed(), DestroyedUnpublished(), ExporterExited(), ExporterKilled(),
        OtherNodeOnly(), OwnNodeOnly(), MovedToAnotherId(), PublishedAgain(), PublishedLater(), TwiceUnpublished(),
        .. ReservedIds().Select(Reserved),
    ];

    private static Case NeverPublished() =>
        Ensure($"{Assertion}/never-published", "an id that was never published on the node is reported as not published.")
            .Pair().ControlConnect().Act("the id: S1, which is published, in the control")
            .Connect(id: "S2").May(Allow.NotPublished).Done();

    private static Case NeverPublishedLocal(string controller) =>
        Ensure($"{Assertion}/never-published-local-{controller}", "an id that was never published on the own node is reported as not published.")
            .Exporter("A", controller).Segment().Importer("A", controller)
            .ControlConnect(node: "A").Act("the id: S1, which is published, in the control")
            .Connect(id: "S2", node: "A").May(Allow.NotPublished).Done();

    private static Case NobodyExports() =>
        Ensure($"{Assertion}/nothing-exported", "a node on which nothing at all is exported reports the id as not published.")
            .Importer().Act().Connect().May(Allow.NotPublished)
            .Exporter().Segment().As("importer").ControlConnect().Done();

    private static Case CreatedOnly() =>
        Ensure($"{Assertion}/created-only", "a segment that is created and not yet published cannot be connected.")
            .Bears("support.export-create")
            .Exporter().SecondSegment().Buffer("mem", Exported, "2p").Create().Importer()
            .ControlConnect("S2").Act("the publication").Connect().May(Allow.NotPublished).Done();

    private static Case CreatedOnlyLocal() =>
        Ensure($"{Assertion}/created-only-local", "a segment of the own process that is not yet published cannot be connected.")
            .Exporter("A", "loopback").SecondSegment().Buffer("mem", Exported, "2p").Create()
            .ControlConnect("S2", node: "A").Act("the publication").Connect(node: "A").May(Allow.NotPublished).Done();

    private static Case Unpublished() =>
        Ensure($"{Assertion}/unpublished", "a segment that was unpublished cannot be connected any more.")
            .Bears("support.export-unpublish")
            .Pair().ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case UnpublishedLocal() =>
        Ensure($"{Assertion}/unpublished-local", "a segment of the own node that was unpublished cannot be connected any more.")
            .Exporter("A", "loopback").Segment().Importer("A", "loopback").ControlConnect(node: "A").Disconnect("twin")
            .Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Connect(node: "A").May(Allow.NotPublished).Done();

    private static Case TwiceUnpublished() =>
        Ensure($"{Assertion}/unpublished-with-a-link", "a segment that was unpublished while a link existed cannot be connected again.")
            .Pair().ControlConnect()
            .Preamble().As("exporter").Unpublish()
            .Act("the publication").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case Destroyed() =>
        Ensure($"{Assertion}/destroyed", "a segment that was destroyed while published cannot be connected any more.")
            .Bears("support.export-destroy")
            .Pair().ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Destroy()
            .Act("the existence of the segment").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case DestroyedUnpublished() =>
        Ensure($"{Assertion}/unpublished-and-destroyed", "a segment that was unpublished and destroyed cannot be connected any more.")
            .Pair().ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Unpublish().Destroy()
            .Act("the existence of the segment").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case ExporterExited() =>
        Ensure($"{Assertion}/exporter-exited", "a segment whose exporter has exited cannot be connected any more.")
            .Bears("connect.resource.exit-cleans-up", "support.process")
            .Pair().ControlConnect().Disconnect("twin")
            .Preamble().As("exporter").Exit()
            .Act("the exporter's life").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case ExporterKilled() =>
        Ensure($"{Assertion}/exporter-killed", "a segment whose exporter was killed cannot be connected any more.")
            .Bears("connect.resource.exit-cleans-up", "support.process")
            .Pair().ControlConnect().Disconnect("twin")
            .Preamble().Bed().Kill("exporter")
            .Act("the exporter's life").As("importer").Connect().May(Allow.NotPublished).Done();

    private static Case OtherNodeOnly() =>
        Ensure($"{Assertion}/other-node-only", "an id that is published on another node only is reported as not published on the node named.")
            .Bears("connect.effect.links-that-node")
            .Exporter("C", "x1").Segment().Importer("A", "x1").ControlConnect(node: "C")
            .Act("the node: C, which publishes the id, in the control").Connect(node: "B").May(Allow.NotPublished).Done();

    private static Case OwnNodeOnly() =>
        Ensure($"{Assertion}/own-node-only", "an id that is published on the importer's node only is reported as not published on the other.")
            .Bears("connect.effect.links-that-node")
            .Exporter("A").Segment().Importer().ControlConnect(node: "A")
            .Act("the node: the own one, which publishes the id, in the control").Connect(node: "B").May(Allow.NotPublished).Done();

    private static Case MovedToAnotherId() =>
        Ensure($"{Assertion}/moved-to-another-id", "the former id of a segment that is published again under another is not published.")
            .Pair().Preamble().As("exporter").Unpublish().Publish("S2")
            .As("importer").ControlConnect("S2").Act("the id: the present one in the control")
            .Connect(id: "S1").May(Allow.NotPublished).Done();

    private static Case PublishedAgain() =>
        Ensure("connect.effect.links-that-segment/published-again", "a segment that was unpublished and published again under its id can be connected.")
            .Pair().Buffers().As("exporter").Unpublish().Publish()
            .Act().As("importer").Connect().May(Allow.Success)
            .Frame("connect.effect.links-that-segment").InitBarrier().Reads().Done();

    private static Case PublishedLater() =>
        Ensure("connect.effect.failure-changes-nothing/published-later", "a connect that failed because the id was not published succeeds once it is.")
            .Exporter().Buffer("mem", Exported, "2p").Create().Importer().Buffers()
            .Act("the publication").Connect().May(Allow.NotPublished)
            .Preamble().As("exporter").Publish()
            .As("importer").ControlConnect()
            .Frame("connect.effect.failure-changes-nothing").InitBarrier("twin", "bar").Reads("twin").Done();

    private static IEnumerable<(string Name, uint Id)> ReservedIds()
    {
        yield return ("zero", 0);
        foreach (SegmentIdRange range in SegmentIdRange.All.Where(r => !r.Publishable))
        {
            yield return (range.Name + "-first", Math.Max(range.First, 1));
            yield return (range.Name + "-last", range.Last);
        }
    }

    private static Case Reserved((string Name, uint Id) reserved) =>
        Ensure($"{Assertion}/reserved-{reserved.Name}", string.Create(CultureInfo.InvariantCulture, $"the id 0x{reserved.Id:X}, which no application can publish, is reported as not published."))
            .Pair().ControlConnect().Act("the id: one that is published in the control")
            .Connect(id: SegmentRef.Of(reserved.Id).Text).May(Allow.ReservedId).Done();
}
