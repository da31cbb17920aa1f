using RsmConformance.Abi;
using static RsmConformance.Spec.Model.CitedReadings;

namespace RsmConformance.Spec.Model;

/// <summary>The access lists of publish and republish.</summary>
internal static class AccessLists
{
    private const uint ClassBits = 0x1FF;   // 0777
    private const uint OddBits = 0x49;      // 0111
    private const uint MeantBits = 0x1B6;   // 0666

    /// <summary>The list with its nodes resolved, and what speaks against it; null when every node is admitted.</summary>
    public static Sequence<ListEntry>? Read(
        CallContext context,
        Attempt attempt,
        Sequence<AccessEntry>? list,
        uint? length,
        string? controller,
        AssertionId basis)
    {
        uint count = length ?? (uint)(list?.Count ?? 0);
        if (list is null)
        {
            if (count > 0)
            {
                attempt.Holds(
                    basis,
                    Failure.Of(RsmError.RSMERR_BAD_ACL, basis),
                    Failure.Of(RsmError.RSMERR_BAD_ADDR, basis));
            }

            return null;
        }

        // A list of length 0 is no list, whatever its address.
        if (count == 0)
        {
            return null;
        }

        ListEntry[] entries =
        [
            .. list.Value.Take((int)Math.Min(count, int.MaxValue))
                .Select(e => new ListEntry(Arguments.NodeId(context.Scene, e.Node), e.Mode.Value)),
        ];
        Check(context, attempt, entries, count, controller, basis);
        return [.. entries.Select(e => e with { Mode = new Permission(e.Mode.Bits & MeantBits) })];
    }

    private static void Check(
        CallContext context,
        Attempt attempt,
        ListEntry[] entries,
        uint count,
        string? controller,
        AssertionId basis)
    {
        Failure bad = Failure.Of(RsmError.RSMERR_BAD_ACL, basis);
        if (count > RsmConstants.MaxAccessList)
        {
            attempt.Holds(basis, bad);
        }

        if (entries.Any(e => (e.Mode.Bits & ~ClassBits) != 0 || (e.Mode.Bits & OddBits) != 0))
        {
            attempt.MayHold(basis, Escape.By(A48Masked), bad with { Readings = [A48BadAcl] });
        }

        // A list may name nodes that nobody, or not this controller, can reach; an implementation may look (3.2, D51).
        uint own = context.Scene.Cluster.Node(context.Node).Id;
        bool foreign = entries.Any(e => e.NodeId != own && !IsReachable(context, controller, e.NodeId));
        bool loopback = controller == ControllerDescription.Loopback && (entries.Length > 1 || foreign);
        if (foreign || loopback)
        {
            attempt.MayHold(basis, Escape.Free, bad, Failure.Of(RsmError.RSMERR_INTERNAL_ERROR, basis));
        }
    }

    private static bool IsReachable(CallContext context, string? controller, uint node) =>
        controller is not null
        && Wiring.Route(context.Scene, context.State, new ControllerKey(context.Node, controller), node)
            is RouteKind.Up or RouteKind.Down;
}
