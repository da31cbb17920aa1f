using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>Controllers and the topology: rsm_get_controller and its neighbours.</summary>
internal static class ControllerRules
{
    public static Permitted Get(CallContext context, GetController call)
    {
        var attempt = new Attempt(context);
        ControllerDescription? controller = Find(context, call.Name ?? ControllerDescription.Loopback);
        if (!call.Controller.IsWritable)
        {
            attempt.Holds(
                SupportGetController,
                Failure.Of(RsmError.RSMERR_BAD_CTLR_HNDL, SupportGetController),
                Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportGetController));
        }

        if (controller is null)
        {
            attempt.Holds(SupportGetController, Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, SupportGetController));
        }
        else if (context.State.ControllersAbsent.Contains(new ControllerKey(context.Node, controller.Symbol)))
        {
            attempt.Holds(SupportGetController, Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, SupportGetController));
        }

        if (call.Name is null)
        {
            // Historically NULL is the loopback controller; the page lists an error for a bad address.
            attempt.MayHold(SupportGetController, Escape.Free, Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportGetController));
        }

        SupportMeans.Conditions(context, attempt, SupportGetController);
        return attempt.Resolve(Free(call.Controller), () => [Opened(context, call, controller!)], new Blame(SupportGetController));
    }

    public static Permitted Attributes(CallContext context, GetControllerAttributes call)
    {
        var attempt = new Attempt(context);
        Controller(context, attempt, SupportGetController);
        if (!call.Attributes.IsWritable)
        {
            attempt.Holds(SupportGetController, Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportGetController));
        }

        return attempt.Resolve(
            Free(call.Attributes),
            () => [new Success(context.State, SupportGetController) { Output = OutputEffect.Anything }],
            new Blame(SupportGetController));
    }

    public static Permitted Release(CallContext context)
    {
        var attempt = new Attempt(context);
        string? controller = ControllerHandles.Find(context, context.Call.Handle);
        if (controller is null)
        {
            HandleRules.Refuse(context, attempt, SupportReleaseController, RsmError.RSMERR_BAD_CTLR_HNDL);
            if (context.Call.Handle.Kind == HandleKind.Null)
            {
                attempt.Holds(
                    SupportReleaseController,
                    new Failure(Ending.Dies, 0, SupportReleaseController, [], [CitedDeviations.D45]));
            }
        }
        else if (context.State.ControllersAbsent.Contains(new ControllerKey(context.Node, controller)))
        {
            attempt.MayHold(
                SupportReleaseController,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, SupportReleaseController),
                Failure.Of(RsmError.RSMERR_BAD_CTLR_HNDL, SupportReleaseController));
        }

        ObjectId released = context.Call.Handle.Target;
        return attempt.Resolve(
            FailureOutput.None,
            () => [new Success(
                Withdrawal.HandleEnded(
                    context.With(context.Process with { Controllers = context.Process.Controllers.Remove(released) }),
                    context.Call.Handle),
                SupportReleaseController)],
            new Blame(SupportReleaseController));
    }

    public static Permitted Topology(CallContext context, GetTopology call)
    {
        var attempt = new Attempt(context);
        if (!call.Topology.IsWritable)
        {
            attempt.Holds(
                SupportTopology,
                Failure.Of(RsmError.RSMERR_BAD_TOPOLOGY_PTR, SupportTopology),
                Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportTopology));
        }

        SupportMeans.Conditions(context, attempt, SupportTopology);
        return attempt.Resolve(
            Free(call.Topology),
            () => [new Success(context.With(context.Bind(context.Process, call.Topology, HandleKind.Topology)), SupportTopology)
            {
                Output = OutputEffect.Stored,
            }],
            new Blame(SupportTopology));
    }

    /// <summary>The function returns nothing; a trace records 0 for it.</summary>
    public static Permitted FreeTopology(CallContext context) => new Attempt(context).Resolve(
        FailureOutput.None,
        () => [new Success(context.State, SupportTopology)],
        new Blame(SupportTopology));

    /// <summary>The controller that a supporting function is about; null, with the condition noted, when there is none.</summary>
    public static string? Controller(CallContext context, Attempt attempt, AssertionId basis)
    {
        string? controller = ControllerHandles.Find(context, context.Call.Handle);
        if (controller is null)
        {
            HandleRules.Refuse(context, attempt, basis, RsmError.RSMERR_BAD_CTLR_HNDL);
        }
        else if (context.State.ControllersAbsent.Contains(new ControllerKey(context.Node, controller)))
        {
            attempt.MayHold(
                basis,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, basis),
                Failure.Of(RsmError.RSMERR_BAD_CTLR_HNDL, basis));
        }

        return controller;
    }

    private static FailureOutput Free(OutputRef output) => output.IsWritable ? FailureOutput.Free : FailureOutput.None;

    private static ControllerDescription? Find(CallContext context, string name)
    {
        foreach (ControllerDescription controller in context.Scene.Cluster.Node(context.Node).Controllers)
        {
            if (controller.Symbol == name || controller.Name == name)
            {
                return controller;
            }
        }

        return null;
    }

    private static Success Opened(CallContext context, GetController call, ControllerDescription controller)
    {
        ProcessState process = context.Bind(context.Process, call.Controller, HandleKind.Controller);
        process = process with { Controllers = process.Controllers.Set(context.NewObject, controller.Symbol) };
        return new Success(context.With(process), SupportGetController) { Output = OutputEffect.StoredShared };
    }
}
