using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>rsm_intr_signal_post and rsm_intr_signal_wait.</summary>
internal static class SignalRules
{
    public static Permitted Post(CallContext context, SignalPost call)
    {
        var attempt = new Attempt(context);
        bool found = SegmentHandles.Find(context, attempt, SupportSignal);
        bool lost = found && IsLost(context.State, context.Call.Handle);
        if (lost)
        {
            // A signal to nobody is lost, with or without a word (D78).
            attempt.MayHold(
                SupportSignal,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_CONN_ABORTED, SupportSignal),
                Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, SupportSignal));
        }

        SupportMeans.Conditions(context, attempt, SupportSignal);
        return attempt.Resolve(FailureOutput.None, () => Posted(context, call, lost), new Blame(SupportSignal));
    }

    public static Permitted Wait(CallContext context, SignalWait call)
    {
        var attempt = new Attempt(context);
        bool found = SegmentHandles.Find(context, attempt, SupportSignal);
        int signals = found ? Count(context.State, context.Call.Handle.Target) : 0;
        bool lost = found && IsLost(context.State, context.Call.Handle);

        // Signals travel between nodes, so a wait of no time may miss one.
        if (found && call.TimeoutMilliseconds >= 0 && (signals == 0 || call.TimeoutMilliseconds == 0))
        {
            attempt.MayHold(SupportSignal, Escape.Free, Failure.Of(RsmError.RSMERR_TIMEOUT, SupportSignal));
        }

        if (lost)
        {
            attempt.MayHold(SupportSignal, Escape.Free, Failure.Of(RsmError.RSMERR_CONN_ABORTED, SupportSignal));
        }

        SupportMeans.Conditions(context, attempt, SupportSignal);
        return attempt.Resolve(FailureOutput.None, () => Taken(context, signals, lost), new Blame(SupportSignal));
    }

    private static IEnumerable<Success> Posted(CallContext context, SignalPost call, bool lost)
    {
        bool accumulates = (call.Flags & RsmConstants.SignalNoAccumulate) == 0;
        if (lost)
        {
            return [new Success(context.State, SupportSignal)];
        }

        WorldState counted = Raise(context.State, context.Call.Handle, true);

        // Without accumulation a second signal may be one with the first; historically the flag has no effect (D77).
        WorldState[] next = accumulates ? [counted] : [counted, Raise(context.State, context.Call.Handle, false)];
        return next.Distinct().Select(s => new Success(s, SupportSignal));
    }

    private static IEnumerable<Success> Taken(CallContext context, int signals, bool lost)
    {
        ObjectId id = context.Call.Handle.Target;
        if (signals == 0)
        {
            return lost ? [new Success(context.State, SupportSignal)] : [];
        }

        // Whether a wait takes one signal or all of them is not said.
        int[] left = signals == 1 ? [0] : [signals - 1, 0];
        return left.Select(n => new Success(Set(context.State, id, n), SupportSignal));
    }

    private static bool IsLost(WorldState state, HandleValue handle) =>
        state.Imports.TryGet(handle.Target, out ImportState? import) && import.IsDead;

    private static WorldState Raise(WorldState state, HandleValue handle, bool accumulates)
    {
        int Raised(int signals) => accumulates ? signals + 1 : Math.Max(1, signals);
        if (state.Imports.TryGet(handle.Target, out ImportState? import))
        {
            return state.Exports.TryGet(import.Export, out ExportState? export)
                ? Set(state, export.Id, Raised(export.Signals))
                : state;
        }

        foreach (ImportState i in state.Imports.Values.Where(i => i.Export == handle.Target && !i.IsDead).ToArray())
        {
            state = Set(state, i.Id, Raised(i.Signals));
        }

        return state;
    }

    private static int Count(WorldState state, ObjectId id) =>
        state.Imports.TryGet(id, out ImportState? import) ? import.Signals : state.Exports[id].Signals;

    private static WorldState Set(WorldState state, ObjectId id, int signals) =>
        state.Imports.TryGet(id, out ImportState? import)
            ? state with { Imports = state.Imports.Set(id, import with { Signals = signals }) }
            : state with { Exports = state.Exports.Set(id, state.Exports[id] with { Signals = signals }) };
}
