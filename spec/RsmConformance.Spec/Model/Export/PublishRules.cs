using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedAssertions;

namespace RsmConformance.Spec.Model;

/// <summary>Publishing, republishing and withdrawing export segments.</summary>
internal static class PublishRules
{
    public static Permitted Publish(CallContext context, ExportPublish call)
    {
        var attempt = new Attempt(context);
        ExportState? export = HandleRules.Export(context, attempt, SupportExportPublish);
        Sequence<ListEntry>? list = AccessLists.Read(
            context, attempt, call.AccessList, call.AccessListLength, export?.Controller, SupportExportPublish);
        if (export is { Publication: not null })
        {
            Holds(attempt, RsmError.RSMERR_SEG_ALREADY_PUBLISHED);
        }

        if (call.SegmentId.IsNull)
        {
            Holds(attempt, RsmError.RSMERR_BAD_SEGID);
        }
        else
        {
            Id(context, attempt, call.SegmentId);
        }

        SupportMeans.Conditions(context, attempt, SupportExportPublish);
        return attempt.Resolve(
            FailureOutput.Free,
            () => [Published(context, export!, call.SegmentId, list)],
            new Blame(SupportExportPublish));
    }

    public static Permitted Unpublish(CallContext context)
    {
        var attempt = new Attempt(context);
        ExportState? export = HandleRules.Export(context, attempt, SupportExportUnpublish);
        if (export is { Publication: null })
        {
            attempt.Holds(SupportExportUnpublish, Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, SupportExportUnpublish));
        }

        if (export is { Pollfds: > 0 })
        {
            // The page of get_pollfd says that a pollfd blocks unpublish; the page of unpublish does not (D57).
            attempt.MayHold(
                SupportExportUnpublish,
                Escape.Free,
                Failure.Of(RsmError.RSMERR_POLLFD_IN_USE, SupportExportUnpublish));
        }

        SupportMeans.Conditions(context, attempt, SupportExportUnpublish);
        return attempt.Resolve(
            FailureOutput.None,
            () => [new Success(Withdrawal.Of(context.State, export!), SupportExportUnpublish)],
            new Blame(SupportExportUnpublish));
    }

    public static Permitted Republish(CallContext context, ExportRepublish call)
    {
        var attempt = new Attempt(context);
        ExportState? export = HandleRules.Export(context, attempt, SupportExportRepublish);
        Sequence<ListEntry>? list = AccessLists.Read(
            context, attempt, call.AccessList, call.AccessListLength, export?.Controller, SupportExportRepublish);
        if (export is { Publication: null })
        {
            attempt.Holds(SupportExportRepublish, Failure.Of(RsmError.RSMERR_SEG_NOT_PUBLISHED, SupportExportRepublish));
        }

        SupportMeans.Conditions(context, attempt, SupportExportRepublish);
        return attempt.Resolve(
            FailureOutput.None,
            () => [Republished(context, export!, list)],
            new Blame(SupportExportRepublish));
    }

    private static void Holds(Attempt attempt, RsmError error) =>
        attempt.Holds(SupportExportPublish, Failure.Of(error, SupportExportPublish));

    private static void Id(CallContext context, Attempt attempt, SegmentRef segment)
    {
        SegmentKey key = KeyFor(context, segment);
        if (key.Number is { } id && !SegmentIdRange.AcceptedByPublish(id))
        {
            Holds(attempt, RsmError.RSMERR_RESERVED_SEGID);
        }

        if (context.State.Published.Contains(new PublicationKey(context.Node, key)))
        {
            Holds(attempt, RsmError.RSMERR_SEGID_IN_USE);
        }
    }

    // Assigned ids are never used twice: each publish that asks for one names its own.
    private static SegmentKey KeyFor(CallContext context, SegmentRef segment) => segment.IsAssigned
        ? new SegmentKey(null, $"{segment.Name}:{context.NewObject}")
        : Arguments.Segment(context.Scene, context.State, segment) is { Number: 0 }
            ? new SegmentKey(null, context.NewObject.ToString())
            : Arguments.Segment(context.Scene, context.State, segment);

    private static Success Published(CallContext context, ExportState export, SegmentRef segment, Sequence<ListEntry>? list)
    {
        SceneProcess exporter = context.Process.Facts;
        var key = new PublicationKey(context.Node, KeyFor(context, segment));
        var publication = new Publication(key, list, exporter.Identity, exporter.Umask, false);
        WorldState next = context.State with
        {
            Exports = context.State.Exports.Set(export.Id, export with { Publication = publication }),
            Published = context.State.Published.Set(key, export.Id),
        };
        if (segment.IsAssigned)
        {
            next = next with { Assigned = next.Assigned.Set(segment.Name!, key.Segment) };
        }

        return new Success(next, SupportExportPublish) { Output = OutputEffect.Anything };
    }

    private static Success Republished(CallContext context, ExportState export, Sequence<ListEntry>? list)
    {
        Publication publication = export.Publication! with
        {
            List = list,
            Umask = context.Process.Facts.Umask,
            Republished = true,
        };
        WorldState next = context.State with
        {
            Exports = context.State.Exports.Set(export.Id, export with { Publication = publication }),
        };
        foreach (ImportState import in context.State.Imports.Values.Where(i => i.Export == export.Id).ToArray())
        {
            next = next with { Imports = next.Imports.Set(import.Id, import with { Republished = true }) };
        }

        return new Success(next, SupportExportRepublish);
    }
}
