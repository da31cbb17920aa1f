using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>The rule of each function.</summary>
internal static class CallRules
{
    public static Permitted Complete(CallContext context) => context.Call.Call switch
    {
        GetController c => ControllerRules.Get(context, c),
        GetControllerAttributes c => ControllerRules.Attributes(context, c),
        ReleaseController => ControllerRules.Release(context),
        GetTopology c => ControllerRules.Topology(context, c),
        FreeTopology => ControllerRules.FreeTopology(context),
        ExportCreate c => ExportRules.Create(context, c),
        ExportDestroy => ExportRules.Destroy(context),
        ExportRebind c => ExportRules.Rebind(context, c),
        ExportPublish c => PublishRules.Publish(context, c),
        ExportUnpublish => PublishRules.Unpublish(context),
        ExportRepublish c => PublishRules.Republish(context, c),
        ImportConnect c => ConnectRule.Complete(context, c),
        ImportDisconnect => DisconnectRule.Complete(context),
        ImportMap c => MapRules.Map(context, c),
        ImportUnmap => MapRules.Unmap(context),
        InitBarrier c => BarrierRules.Init(context, c),
        OpenBarrier => BarrierRules.Open(context),
        OrderBarrier => BarrierRules.Order(context),
        CloseBarrier => BarrierRules.Close(context),
        DestroyBarrier => BarrierRules.Destroy(context),
        SetMode c => BarrierRules.SetMode(context, c),
        GetMode c => BarrierRules.GetMode(context, c),
        SignalPost c => SignalRules.Post(context, c),
        SignalWait c => SignalRules.Wait(context, c),
        GetPollfd c => PollfdRules.Get(context, c),
        ReleasePollfd => PollfdRules.Release(context),
        ApiCall c => TransferRule.Complete(
            context,
            Transfer.From(c) ?? throw new InvalidOperationException($"the model has no rule for {c.CName}")),
    };
}
