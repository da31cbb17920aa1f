using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>The conditions of connect that lie in its arguments and in the caller's own means.</summary>
internal static class ConnectArguments
{
    // The programming guide names 256 descriptors as the usual limit of a process. With fewer imports than this nobody is near
    // a limit, and an error that says so is wrong (A25).
    private const int ManyImports = 64;

    /// <summary>The controller that is meant; null, with the condition noted, when the handle is not one.</summary>
    public static string? Controller(CallContext context, Attempt attempt)
    {
        HandleValue handle = context.Call.Handle;
        if (handle.Kind == HandleKind.Controller && ControllerHandles.Find(context, handle) is { } controller)
        {
            if (context.State.ControllersAbsent.Contains(new ControllerKey(context.Node, controller)))
            {
                attempt.Holds(
                    ConnectCtlrNotPresent,
                    Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, ConnectCtlrNotPresent, A08CtlrNotPresent),
                    Failure.Of(RsmError.RSMERR_BAD_CTLR_HNDL, ConnectBadCtlrHndl, A08BadCtlrHndl));
            }

            return controller;
        }

        if (handle.Kind == HandleKind.Null)
        {
            attempt.Holds(ConnectBadCtlrHndl, Failure.Of(RsmError.RSMERR_BAD_CTLR_HNDL, ConnectBadCtlrHndl));
        }
        else
        {
            attempt.Holds(
                ConnectBadController,
                Failure.Of(RsmError.RSMERR_BAD_CTLR_HNDL, ConnectBadController, A07BadCtlrHndl),
                Failure.Of(RsmError.RSMERR_CTLR_NOT_PRESENT, ConnectBadController, A07CtlrNotPresent),
                Failure.Undefined(ConnectBadController, A07Undefined));
        }

        return null;
    }

    public static void Output(Attempt attempt, OutputRef memseg)
    {
        if (memseg.Kind == OutputRefKind.Misaligned)
        {
            attempt.MayHold(ConnectBadAddr, Escape.By(A47Success), Failure.Of(RsmError.RSMERR_BAD_ADDR, ConnectBadAddr, A47BadAddr));
        }
        else if (!memseg.IsWritable)
        {
            attempt.Holds(
                ConnectBadAddr,
                Failure.Of(RsmError.RSMERR_BAD_ADDR, ConnectBadAddr, A04BadAddr),
                Failure.Of(RsmError.RSMERR_BAD_SEG_HNDL, ConnectBadSegHndl, A04BadSegHndl),
                new Failure(Ending.Dies, 0, ConnectBadAddr, [A04Crash], [CitedDeviations.D01]));
        }
    }

    public static void Mode(Attempt attempt, Permission perm)
    {
        if (perm.IsAccessMode)
        {
            return;
        }

        if (perm == Permission.None)
        {
            attempt.MayHold(
                PermissionLimitedValues,
                Escape.Forgiven(A02Granted, CitedDeviations.D11),
                Failure.Of(RsmError.RSMERR_PERM_DENIED, PermissionLimitedValues, A02Denied));
        }
        else
        {
            attempt.Holds(
                PermissionLimitedValues,
                Failure.Of(RsmError.RSMERR_PERM_DENIED, PermissionLimitedValues, A03PermDenied),
                Failure.Of(RsmError.RSMERR_BAD_PERMS, PermissionLimitedValues, A03BadPerms));
        }
    }

    /// <summary>Heap, descriptors and limits: either error for any of them (A29); success shows that the means had no effect.</summary>
    public static void Means(CallContext context, Attempt attempt)
    {
        Failure memory = Failure.Of(RsmError.RSMERR_INSUFFICIENT_MEM, ConnectInsufficientMem, A29InsufficientMem);
        Failure resources = Failure.Of(RsmError.RSMERR_INSUFFICIENT_RESOURCES, ConnectInsufficientResources, A29InsufficientResources);
        if (context.Was<Disturbance.AllocationFailed>())
        {
            // A library may do without the block that it did not get.
            attempt.MayHold(ConnectInsufficientMem, Escape.Free, memory, resources);
        }
        else if (context.Process.DescriptorsLeft is > 0)
        {
            // How many a connect needs is its own business; with none left it needs more than there are.
            attempt.MayHold(ConnectInsufficientResources, Escape.Free, resources, memory);
        }
        else if (context.Process.DescriptorsLeft is 0 || context.State.NodesFull.Contains(context.Node))
        {
            attempt.MayHold(ConnectInsufficientResources, Escape.WithoutEffect, resources, memory);
        }
        else if (context.State.Imports.Count >= ManyImports)
        {
            attempt.MayHold(
                ConnectInsufficientResources,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_INSUFFICIENT_RESOURCES, ConnectInsufficientResources, A25InsufficientResources),
                Failure.Of(RsmError.RSMERR_INSUFFICIENT_MEM, ConnectInsufficientMem, A25InsufficientMem));
        }
    }

    /// <summary>Signals and fault hooks.</summary>
    public static void Disturbances(CallContext context, Attempt attempt)
    {
        if (context.Was<Disturbance.Interrupted>())
        {
            attempt.MayHold(
                ConnectInterrupted,
                Escape.By(A27NormalResult),
                Failure.Of(RsmError.RSMERR_INTERRUPTED, ConnectInterrupted, A27Interrupted));
        }

        foreach (Disturbance.FailureInjected injected in context.Call.Disturbances.OfType<Disturbance.FailureInjected>())
        {
            AssertionId basis = ConnectBlame.OfError((int)injected.Error);
            attempt.MayHold(basis, Escape.WithoutEffect, [.. Injected(injected.Error, basis)]);
        }
    }

    // Which of the two shortage errors a shortage gives is left open (A29); every other error arises as it is.
    private static IEnumerable<Failure> Injected(RsmError error, AssertionId basis) =>
        error is RsmError.RSMERR_INSUFFICIENT_MEM or RsmError.RSMERR_INSUFFICIENT_RESOURCES
            ?
            [
                Failure.Of(RsmError.RSMERR_INSUFFICIENT_MEM, ConnectInsufficientMem, A29InsufficientMem),
                Failure.Of(RsmError.RSMERR_INSUFFICIENT_RESOURCES, ConnectInsufficientResources, A29InsufficientResources),
            ]
            : [Injection.Of(error, basis, DocumentedErrors.OfConnect)];
}
