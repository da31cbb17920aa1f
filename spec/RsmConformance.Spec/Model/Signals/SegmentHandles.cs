using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>Handles of functions that take an import or an export segment.</summary>
internal static class SegmentHandles
{
    /// <summary>Whether the handle is that of a live segment; notes the condition when it is not.</summary>
    public static bool Find(CallContext context, Attempt attempt, AssertionId basis)
    {
        HandleValue handle = context.Call.Handle;
        if (handle.Kind is HandleKind.Import or HandleKind.Export && Liveness.IsLive(context.State, handle))
        {
            return true;
        }

        HandleRules.Refuse(context, attempt, basis, RsmError.RSMERR_BAD_SEG_HNDL);
        return false;
    }
}
