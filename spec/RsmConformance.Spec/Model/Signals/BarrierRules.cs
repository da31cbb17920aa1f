using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>Barriers and the barrier mode, as far as gets and puts need them.</summary>
internal static class BarrierRules
{
    public static Permitted Init(CallContext context, InitBarrier call)
    {
        var attempt = new Attempt(context);
        ImportState? import = HandleRules.Import(context, attempt, SupportBarrier);
        if (!call.Barrier.IsWritable)
        {
            attempt.Holds(
                SupportBarrier,
                Failure.Of(RsmError.RSMERR_BAD_BARRIER_PTR, SupportBarrier),
                Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportBarrier));
        }

        if (import is { IsDead: true })
        {
            attempt.MayHold(SupportBarrier, Escape.Free, Failure.Of(RsmError.RSMERR_CONN_ABORTED, SupportBarrier));
        }

        SupportMeans.Conditions(context, attempt, SupportBarrier);
        return attempt.Resolve(
            call.Barrier.IsWritable ? FailureOutput.Free : FailureOutput.None,
            () =>
            {
                ProcessState process = context.Bind(context.Process, call.Barrier, HandleKind.Barrier);
                process = process with { Barriers = process.Barriers.Set(context.NewObject, new BarrierState(import!.Id, false, false)) };
                WorldState next = context.With(process);
                next = next with { Imports = next.Imports.Set(import.Id, import with { Barrier = context.NewObject }) };
                return [new Success(next, SupportBarrier) { Output = OutputEffect.Anything }];
            },
            new Blame(SupportBarrier));
    }

    public static Permitted Open(CallContext context)
    {
        var attempt = new Attempt(context);
        BarrierState? barrier = Find(context, attempt, out ImportState? import);
        if (import is { IsDead: true })
        {
            attempt.MayHold(
                SupportBarrier,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_CONN_ABORTED, SupportBarrier),
                Failure.Of(RsmError.RSMERR_BARRIER_OPEN_FAILED, SupportBarrier));
        }

        SupportMeans.Conditions(context, attempt, SupportBarrier);
        return Resolve(context, attempt, () => Set(context, barrier! with { Open = true, OpenedAlive = !import!.IsDead }));
    }

    public static Permitted Order(CallContext context)
    {
        var attempt = new Attempt(context);
        BarrierState? barrier = Find(context, attempt, out ImportState? import);
        NotOpen(attempt, barrier);
        if (import is { IsDead: true })
        {
            attempt.MayHold(
                SupportBarrier,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_CONN_ABORTED, SupportBarrier),
                Failure.Of(RsmError.RSMERR_BARRIER_FAILURE, SupportBarrier));
        }

        SupportMeans.Conditions(context, attempt, SupportBarrier);
        return Resolve(context, attempt, () => context.State);
    }

    public static Permitted Close(CallContext context)
    {
        var attempt = new Attempt(context);
        BarrierState? barrier = Find(context, attempt, out ImportState? import);
        NotOpen(attempt, barrier);
        if (import is not null)
        {
            // An open barrier has to tell of a loss; whether one that was opened after it has to is not said.
            LinkRules.Conditions(context, attempt, import, barrier is { Open: true, OpenedAlive: true }, SupportBarrier, SupportBarrier);
        }

        SupportMeans.Conditions(context, attempt, SupportBarrier);
        return Resolve(context, attempt, () => Set(context, barrier! with { Open = false, OpenedAlive = false }));
    }

    public static Permitted Destroy(CallContext context)
    {
        var attempt = new Attempt(context);
        Find(context, attempt, out ImportState? import);
        SupportMeans.Conditions(context, attempt, SupportBarrier);
        return Resolve(context, attempt, () =>
        {
            ObjectId id = context.Call.Handle.Target;
            WorldState next = context.With(context.Process with { Barriers = context.Process.Barriers.Remove(id) });
            return import is not null && import.Barrier == id
                ? next with { Imports = next.Imports.Set(import.Id, import with { Barrier = null }) }
                : next;
        });
    }

    public static Permitted SetMode(CallContext context, SetMode call)
    {
        var attempt = new Attempt(context);
        ImportState? import = HandleRules.Import(context, attempt, SupportBarrier);
        if (!Enum.IsDefined(call.Mode))
        {
            attempt.Holds(SupportBarrier, Failure.Of(RsmError.RSMERR_BAD_MODE, SupportBarrier));
        }

        return Resolve(context, attempt, () =>
            context.State with { Imports = context.State.Imports.Set(import!.Id, import with { BarrierMode = call.Mode }) });
    }

    public static Permitted GetMode(CallContext context, GetMode call)
    {
        var attempt = new Attempt(context);
        HandleRules.Import(context, attempt, SupportBarrier);
        if (!call.Mode.IsWritable)
        {
            attempt.Holds(SupportBarrier, Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportBarrier), new Failure(Ending.Dies, 0, SupportBarrier));
        }

        return attempt.Resolve(
            call.Mode.IsWritable ? FailureOutput.Free : FailureOutput.None,
            () => [new Success(context.State, SupportBarrier) { Output = OutputEffect.Anything }],
            new Blame(SupportBarrier));
    }

    private static BarrierState? Find(CallContext context, Attempt attempt, out ImportState? import)
    {
        HandleValue handle = context.Call.Handle;
        if (handle.Kind == HandleKind.Barrier && context.Process.Barriers.TryGet(handle.Target, out BarrierState? barrier))
        {
            if (context.State.Imports.TryGet(barrier.Import, out import))
            {
                return barrier;
            }

            // The barrier of a segment that is gone is of no use; what happens is not judged (A39).
            attempt.Holds(
                SupportBarrier,
                Failure.Of(RsmError.RSMERR_BAD_SEG_HNDL, SupportBarrier),
                Failure.Of(RsmError.RSMERR_BARRIER_UNINITIALIZED, SupportBarrier),
                new Failure(Ending.Undefined, 0, SupportBarrier));
            return null;
        }

        import = null;
        HandleRules.Refuse(context, attempt, SupportBarrier, RsmError.RSMERR_BAD_BARRIER_PTR);
        attempt.Holds(SupportBarrier, Failure.Of(RsmError.RSMERR_BARRIER_UNINITIALIZED, SupportBarrier));
        return null;
    }

    private static void NotOpen(Attempt attempt, BarrierState? barrier)
    {
        if (barrier is { Open: false })
        {
            attempt.MayHold(SupportBarrier, Escape.Free, Failure.Of(RsmError.RSMERR_BARRIER_NOT_OPENED, SupportBarrier));
        }
    }

    private static WorldState Set(CallContext context, BarrierState barrier) =>
        context.With(context.Process with { Barriers = context.Process.Barriers.Set(context.Call.Handle.Target, barrier) });

    private static Permitted Resolve(CallContext context, Attempt attempt, Func<WorldState> next) =>
        attempt.Resolve(FailureOutput.None, () => [new Success(next(), SupportBarrier)], BlameFor(context, attempt));

    private static Blame BlameFor(CallContext context, Attempt attempt) =>
        new(attempt.Certain.FirstOrDefault()?.Blamed ?? SupportBarrier)
        {
            Fault = context.Call.Handle.Kind == HandleKind.Null ? SupportBarrier : SupportProcess,
        };
}
