using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>Shortages and disturbances in supporting functions, which are judged mildly: they are not what is certified.</summary>
internal static class SupportMeans
{
    public static void Conditions(CallContext context, Attempt attempt, AssertionId basis)
    {
        bool shortage = context.Was<Disturbance.AllocationFailed>()
            || context.Process.DescriptorsLeft is not null
            || context.State.NodesFull.Contains(context.Node);
        if (shortage)
        {
            attempt.MayHold(
                basis,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_INSUFFICIENT_MEM, basis),
                Failure.Of(RsmError.RSMERR_INSUFFICIENT_RESOURCES, basis));
        }

        if (context.Was<Disturbance.Interrupted>())
        {
            attempt.MayHold(basis, Escape.Free, Failure.Of(RsmError.RSMERR_INTERRUPTED, basis));
        }

        foreach (Disturbance.FailureInjected injected in context.Call.Disturbances.OfType<Disturbance.FailureInjected>())
        {
            attempt.MayHold(basis, Escape.WithoutEffect, Failure.Of(injected.Error, basis));
        }
    }
}
