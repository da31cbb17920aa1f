using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Native;

/// <summary>What calls are told when their node's daemon cannot be reached: errors that their pages document.</summary>
internal static class LostDaemon
{
    public static AgentReply Answer(AgentRequest request) => request switch
    {
        ConnectImport => new NotConnected(RsmError.RSMERR_CTLR_NOT_PRESENT, ConnectStage.Request),
        FindController => new ControllerFound(RsmError.RSMERR_CTLR_NOT_PRESENT, "", false),
        QueryTopology r => new TopologyFound(r.Facts.Node, []),
        CreateExport => new Done(RsmError.RSMERR_CTLR_NOT_PRESENT),
        RebindExport => new Done(RsmError.RSMERR_INSUFFICIENT_MEM),
        PublishExport or RepublishExport => new Done(RsmError.RSMERR_INSUFFICIENT_RESOURCES),

        // Nobody can reach it any more.
        UnpublishExport => new Done(RsmError.RSMERR_SEG_NOT_PUBLISHED),
        PostSignal => new Done(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE),

        // What ends with the daemon has ended.
        DestroyExport or DisconnectImport or MoveExport => new Done(RsmError.RSM_SUCCESS),
        _ => throw new NotSupportedException($"no answer to {request.GetType().Name}"),
    };
}
