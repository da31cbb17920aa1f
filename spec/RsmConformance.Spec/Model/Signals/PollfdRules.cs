using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>rsm_memseg_get_pollfd and rsm_memseg_release_pollfd, for import and export segments.</summary>
internal static class PollfdRules
{
    public static Permitted Get(CallContext context, GetPollfd call)
    {
        var attempt = new Attempt(context);
        bool found = SegmentHandles.Find(context, attempt, SupportPollfd);
        if (!call.Pollfd.IsWritable)
        {
            attempt.Holds(SupportPollfd, Failure.Of(RsmError.RSMERR_BAD_ADDR, SupportPollfd), new Failure(Ending.Dies, 0, SupportPollfd));
        }

        SupportMeans.Conditions(context, attempt, SupportPollfd);
        return attempt.Resolve(
            call.Pollfd.IsWritable ? FailureOutput.Free : FailureOutput.None,
            () => found ? [new Success(Count(context, 1), SupportPollfd) { Output = OutputEffect.Anything }] : [],
            new Blame(SupportPollfd));
    }

    public static Permitted Release(CallContext context)
    {
        var attempt = new Attempt(context);
        SegmentHandles.Find(context, attempt, SupportPollfd);
        return attempt.Resolve(
            FailureOutput.None,
            () => [new Success(Count(context, -1), SupportPollfd)],
            new Blame(SupportPollfd));
    }

    // Releasing more often than getting changes nothing (D82).
    private static WorldState Count(CallContext context, int change)
    {
        WorldState state = context.State;
        ObjectId id = context.Call.Handle.Target;
        if (state.Imports.TryGet(id, out ImportState? import))
        {
            return state with { Imports = state.Imports.Set(id, import with { Pollfds = Math.Max(0, import.Pollfds + change) }) };
        }

        ExportState export = state.Exports[id];
        return state with { Exports = state.Exports.Set(id, export with { Pollfds = Math.Max(0, export.Pollfds + change) }) };
    }
}
