using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What a handle argument that is not good means for a supporting function.</summary>
internal static class HandleRules
{
    /// <summary>The import that the call is about; null, with the condition noted, when its handle is not one.</summary>
    public static ImportState? Import(CallContext context, Attempt attempt, AssertionId basis)
    {
        HandleValue handle = context.Call.Handle;
        if (handle.Kind == HandleKind.Import && context.State.Imports.TryGet(handle.Target, out ImportState? import))
        {
            return import;
        }

        Refuse(context, attempt, basis, RsmError.RSMERR_BAD_SEG_HNDL);
        return null;
    }

    /// <summary>The export that the call is about; null, with the condition noted, when its handle is not one.</summary>
    public static ExportState? Export(CallContext context, Attempt attempt, AssertionId basis)
    {
        HandleValue handle = context.Call.Handle;
        if (handle.Kind == HandleKind.Export && context.State.Exports.TryGet(handle.Target, out ExportState? export))
        {
            return export;
        }

        Refuse(context, attempt, basis, RsmError.RSMERR_BAD_SEG_HNDL);
        return null;
    }

    /// <summary>Notes that the handle is bad: an error for NULL, and for anything else as A34 says.</summary>
    public static void Refuse(CallContext context, Attempt attempt, AssertionId basis, RsmError error)
    {
        if (context.Call.Handle.Kind == HandleKind.Null)
        {
            attempt.Holds(basis, Failure.Of(error, basis));
        }
        else if (context.Was<Disturbance.HandleEnded>())
        {
            attempt.Holds(
                basis,
                Failure.Of(error, basis, CitedReadings.A33OneSuccessOneBadSegHndl),
                Failure.Undefined(basis, CitedReadings.A33Undefined));
        }
        else
        {
            attempt.Holds(
                basis,
                Failure.Of(error, basis, CitedReadings.A34BadSegHndl),
                Failure.Undefined(basis, CitedReadings.A34Undefined));
        }
    }
}
