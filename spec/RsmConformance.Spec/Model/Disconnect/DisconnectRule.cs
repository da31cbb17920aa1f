using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>rsm_memseg_import_disconnect.</summary>
internal static class DisconnectRule
{
    private static readonly Sequence<int> Listed = [.. DocumentedErrors.OfDisconnect.Select(e => (int)e)];

    public static Permitted Complete(CallContext context)
    {
        var attempt = new Attempt(context);
        HandleValue handle = context.Call.Handle;
        if (handle.Kind != HandleKind.Import || !context.State.Imports.TryGet(handle.Target, out ImportState? import))
        {
            Refused(context, attempt);
            return attempt.Resolve(FailureOutput.None, () => [], WhenDue(attempt));
        }

        InUse(attempt, import);
        Ended(attempt, import);
        if (!context.Process.Controllers.Values.Contains(import.Controller))
        {
            attempt.MayHold(
                DisconnectControllerReleased,
                Escape.By(A41Success),
                Failure.Undefined(DisconnectControllerReleased, A41Undefined));
        }

        Injected(context, attempt);
        Blame blame = attempt.Certain.Any() ? WhenDue(attempt) : WhenFree(import);
        return attempt.Resolve(FailureOutput.None, () => [Done(context, import)], blame);
    }

    /// <summary>The state without an import.</summary>
    public static WorldState Remove(WorldState state, ImportState import) =>
        Withdrawal.HandleEnded(
            state with { Imports = state.Imports.Remove(import.Id) },
            new HandleValue(HandleKind.Import, import.Id));

    private static Success Done(CallContext context, ImportState import)
    {
        Sequence<ReadingId> readings = [];
        readings = import.MayBeMappedImplicitly ? [.. readings, A36Success] : readings;
        readings = import.Barrier is null ? readings : [.. readings, A39Success];
        readings = import.IsDead ? [.. readings, A40Success] : readings;
        return new Success(Remove(context.State, import), DisconnectBreaksLink) { Readings = readings };
    }

    private static void InUse(Attempt attempt, ImportState import)
    {
        bool mapped = import.Map is not null;
        bool polled = import.Pollfds > 0;
        if (mapped)
        {
            attempt.MayHold(
                DisconnectSegStillMapped,
                Escape.Forgiven(A35SuccessMappingsGone),
                Failure.Of(
                    RsmError.RSMERR_SEG_STILL_MAPPED,
                    DisconnectSegStillMapped,
                    polled ? A37SegStillMapped : A35SegStillMapped));
        }
        else if (import.MayBeMappedImplicitly)
        {
            attempt.MayHold(
                DisconnectImplicitMap,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_SEG_STILL_MAPPED, DisconnectImplicitMap, A36SegStillMapped));
        }

        if (polled)
        {
            Failure inUse = Failure.Of(RsmError.RSMERR_POLLFD_IN_USE, DisconnectPollfdInUse);
            attempt.Holds(DisconnectPollfdInUse, mapped ? inUse with { Readings = [A37PollfdInUse] } : inUse);
        }
    }

    private static void Ended(Attempt attempt, ImportState import)
    {
        if (import.IsDead)
        {
            AssertionId basis = AfterEnd(import);
            attempt.MayHold(
                basis,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_CONN_ABORTED, basis, A40ConnAborted),
                Failure.Of(RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, basis, A40RemoteNodeUnreachable));
        }
    }

    private static void Injected(CallContext context, Attempt attempt)
    {
        foreach (Disturbance.FailureInjected injected in context.Call.Disturbances.OfType<Disturbance.FailureInjected>())
        {
            // Historically the interconnect has freed its part when it reports that it failed (D38).
            Failure kept = Injection.Of(injected.Error, DisconnectFailureKeepsHandle, DocumentedErrors.OfDisconnect);
            Failure destroyed = kept with
            {
                Readings = [.. kept.Readings, A38HalfDestroyed],
                Deviations = [.. kept.Deviations, CitedDeviations.D38],
                Effect = s => s with { IsUndefined = true },
            };
            attempt.MayHold(DisconnectListedErrors, Escape.WithoutEffect, kept, destroyed);
        }
    }

    private static void Refused(CallContext context, Attempt attempt)
    {
        HandleValue handle = context.Call.Handle;
        if (handle.Kind == HandleKind.Null)
        {
            attempt.Holds(DisconnectBadSegHndl, Failure.Of(RsmError.RSMERR_BAD_SEG_HNDL, DisconnectBadSegHndl));
            return;
        }

        (AssertionId basis, ReadingId refused, ReadingId undefined) = handle.Kind switch
        {
            HandleKind.Garbage => (DisconnectGarbageHandle, A34BadSegHndl, A34Undefined),
            HandleKind.Import when context.Was<Disturbance.HandleEnded>() =>
                (DisconnectSameHandle, A33OneSuccessOneBadSegHndl, A33Undefined),
            HandleKind.Import => (DisconnectStaleHandle, A34BadSegHndl, A34Undefined),
            _ => (DisconnectWrongKindHandle, A34BadSegHndl, A34Undefined),
        };
        attempt.Holds(basis, Failure.Of(RsmError.RSMERR_BAD_SEG_HNDL, basis, refused), Failure.Undefined(basis, undefined));
    }

    private static Blame WhenDue(Attempt attempt) => With(attempt.Certain.First().Blamed);

    private static Blame WhenFree(ImportState import)
    {
        AssertionId code =
            import.IsDead ? AfterEnd(import)
            : import.Barrier is not null ? DisconnectBarrierIgnored
            : DisconnectSuccessZero;
        return With(code) with
        {
            Codes =
            [
                new((int)RsmError.RSMERR_SEG_STILL_MAPPED, import.MayBeMappedImplicitly ? DisconnectImplicitMap : DisconnectSegStillMapped),
                new((int)RsmError.RSMERR_POLLFD_IN_USE, DisconnectPollfdInUse),
                new((int)RsmError.RSMERR_BAD_SEG_HNDL, code == DisconnectSuccessZero ? DisconnectBadSegHndl : code),
                .. import.IsDead ? AfterEndCodes(code) : [],
            ],
        };
    }

    // The codes that tell the truth about the link are no less wrong for it (A40).
    private static CodeBlame[] AfterEndCodes(AssertionId assertion) =>
    [
        new((int)RsmError.RSMERR_CONN_ABORTED, assertion),
        new((int)RsmError.RSMERR_REMOTE_NODE_UNREACHABLE, assertion),
    ];

    private static Blame With(AssertionId code) => new(code) { Unlisted = DisconnectListedErrors, Listed = Listed };

    private static AssertionId AfterEnd(ImportState import) =>
        import.Link is LinkState.PathLost or LinkState.EndedByPath ? DisconnectAfterNodeLoss : DisconnectAfterForced;
}
