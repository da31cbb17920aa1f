using System.Text.Json;

namespace RsmConformance.Reference.Tests;

/// <summary>Whatever layers tell each other can travel: it survives being written and read.</summary>
public sealed class MessageTests
{
    private static readonly CallFacts Facts = new(ApiFunction.ImportConnect, 3, 2, 17, 1, 9);
    private static readonly PageRange Pages = new(1, 4096, 8192);
    private static readonly ConnectTarget Target = new("x0", 1, 0x600000, Permission.ReadWrite);

    private static void Survives<T>(params T[] messages)
    {
        foreach (T message in messages)
        {
            JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(message)).Should().Be(message);
        }

        Type[] known = [.. typeof(T).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(a => a.DerivedType)];
        typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T))).Should().BeEquivalentTo(known, "every message must be known");
        messages.Select(m => m!.GetType()).Should().BeEquivalentTo(known, "every message must be tried");
    }

    [Fact]
    public void AgentRequest_WrittenAndRead_IsTheSame() => Survives<AgentRequest>(
        new CreateExport(Facts, 5, "x0", Pages, Pages, true),
        new DestroyExport(Facts, 5),
        new RebindExport(Facts, 5, Pages, Pages),
        new PublishExport(Facts, 5, 6, [new ListEntry(1, "0640")], true),
        new UnpublishExport(Facts, 5),
        new MoveExport(Facts, 5, Pages),
        new RepublishExport(Facts, 5, [], false),
        new ConnectImport(Facts, 5, Target, ConnectCondition.MalformedPermission),
        new DisconnectImport(Facts, 5, ReleasePath.Interrupted),
        new PostSignal(Facts, 5, true, false),
        new FindController(Facts, "sci0", ["x0", "x1"]),
        new QueryTopology(Facts));

    [Fact]
    public void AgentReply_WrittenAndRead_IsTheSame() => Survives<AgentReply>(
        new Done(RsmError.RSMERR_BAD_ACL),
        new Published(RsmError.RSM_SUCCESS, 0x80000000),
        new Unpublished(true),
        new Connected(Pages, Pages, Permission.Read, AbortCause.PathLost),
        new NotConnected(RsmError.RSMERR_PERM_DENIED, ConnectStage.User),
        new ControllerFound(RsmError.RSM_SUCCESS, "x0", false),
        new TopologyFound(1, [new LocalController("sci0", 1, [new PathInfo(2, "sci0", 2, 3)])]));

    [Fact]
    public void AgentNotice_WrittenAndRead_IsTheSame() => Survives<AgentNotice>(
        new ConnectionBroken(5, AbortCause.Unpublished, true, false),
        new SegmentRebound(5, Pages, Pages, true, false),
        new LinkRegraded(5, Permission.Read),
        new LinkRevived(5),
        new SignalArrived(5, true));

    [Fact]
    public void PeerMessage_WrittenAndRead_IsTheSame() => Survives<PeerMessage>(
        new ConnectAsked(Facts, 5, 2, 3, Target, null),
        new Farewell(5, null, 0x600000),
        new BreakImports([5, 6], AbortCause.ExporterEnded),
        new ReboundImports([5], Pages, Pages),
        new RegradeImports([5], Permission.Write),
        new ReviveImports([5], Pages, Pages),
        new RingExport(5, true),
        new RingImports([5, 6], false));

    [Fact]
    public void PeerReply_WrittenAndRead_IsTheSame() => Survives<PeerReply>(
        new Heard(),
        new ConnectAnswered(
            RsmError.RSMERR_INTERRUPTED, ConnectCondition.NotPublished, true,
            new ExportedSegment(5, 0x600000, "0640", [(Permission)"0640"], new SegmentOwner(1, 2), "x0", 4, Pages, Pages)));
}
