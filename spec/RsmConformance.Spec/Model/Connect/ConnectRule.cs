using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>rsm_memseg_import_connect.</summary>
internal static class ConnectRule
{
    public static Permitted Complete(CallContext context, ImportConnect call)
    {
        var attempt = new Attempt(context);
        Permission perm = call.Perm.Value;
        uint node = Arguments.NodeId(context.Scene, call.NodeId);

        string? controller = ConnectArguments.Controller(context, attempt);
        ConnectArguments.Output(attempt, call.Memseg);
        ConnectArguments.Means(context, attempt);
        ConnectArguments.Mode(attempt, perm);
        RouteKind route = controller is null
            ? Wiring.AnyRoute(context.Scene, context.State, context.Node, node)
            : Wiring.Route(context.Scene, context.State, new ControllerKey(context.Node, controller), node);
        if (controller is null || !context.State.ControllersAbsent.Contains(new ControllerKey(context.Node, controller)))
        {
            // A controller that is gone is reported as such (A08), not as the path that went with it.
            ConnectRoute.Conditions(context, attempt, call, route, node);
        }

        ConnectTarget? target = IsKnowable(context, route, node)
            ? ConnectSegment.Find(context, attempt, Arguments.Segment(context.Scene, context.State, call.SegmentId))
            : null;
        IReadOnlyList<AccessVariant> granted = [];
        if (target is not null)
        {
            granted = ConnectAccess.Judge(context, attempt, target, perm);
            if (controller is not null && route is RouteKind.Local or RouteKind.Up)
            {
                ConnectSegment.Wired(context, attempt, controller, target.Export);
            }
        }

        ConnectArguments.Disturbances(context, attempt);
        Condition[] certain = [.. attempt.Certain];
        Blame blame = certain.Length > 0 || target is null
            ? ConnectBlame.WhenDue(certain)
            : ConnectBlame.WhenGranted(context, target, granted[0], perm);
        FailureOutput output = call.Memseg.IsWritable ? FailureOutput.Connect : FailureOutput.None;
        return attempt.Resolve(output, () => Successes(context, call, controller!, target!, granted), blame);
    }

    // What a node that nobody can reach has published, nobody can say.
    private static bool IsKnowable(CallContext context, RouteKind route, uint node) =>
        route != RouteKind.UnknownNode
        && Arguments.NodeWith(context.Scene, node) is { } name
        && (name == context.Node || !context.State.NodesDown.Contains(name));

    private static IEnumerable<Success> Successes(
        CallContext context,
        ImportConnect call,
        string controller,
        ConnectTarget target,
        IReadOnlyList<AccessVariant> granted)
    {
        Permission perm = call.Perm.Value;
        ProcessState process = context.Bind(context.Process, call.Memseg, HandleKind.Import);
        WorldState bound = context.With(process);
        foreach (AccessVariant variant in granted)
        {
            var import = new ImportState(
                context.NewObject,
                context.Node,
                controller,
                target.Publication.Key,
                target.Export.Id,
                target.Export.Memory.Length,
                perm,
                variant.Mode)
            {
                ByOverride = !variant.Granted,
            };
            Success Linked(LinkState link) => new(
                bound with { Imports = bound.Imports.Set(import.Id, import with { Link = link }) },
                ConnectBlame.OfMode(perm))
            {
                Output = OutputEffect.Stored,
                Readings = variant.Readings,
            };

            if (!target.IsGone)
            {
                yield return Linked(LinkState.Alive);
                continue;
            }

            Success aborted = Linked(LinkState.Withdrawn);
            yield return aborted with { Readings = [.. aborted.Readings, A30SuccessThenAborted] };
            Success silent = Linked(LinkState.SilentlyDead);
            yield return silent with
            {
                Readings = [.. silent.Readings, A30SilentDeadHandle],
                Deviations = [CitedDeviations.D17],
            };
        }
    }
}
