using RsmConformance.Abi;

namespace RsmConformance.Spec.Model;

/// <summary>What leads from a controller to a node.</summary>
internal enum RouteKind
{
    /// <summary>The node is the caller's own.</summary>
    Local,

    /// <summary>The loopback controller was named for another node (A09).</summary>
    LoopbackElsewhere,

    /// <summary>No controller of the caller's node leads there (A10).</summary>
    UnknownNode,

    /// <summary>Another controller leads there, this one does not (A11).</summary>
    NotWired,

    /// <summary>There is a link, and it, or the node, is down (A14).</summary>
    Down,

    /// <summary>The node can be reached.</summary>
    Up,
}

/// <summary>Which controllers are connected, and whether the connection works.</summary>
internal static class Wiring
{
    public static RouteKind Route(Scene scene, WorldState state, ControllerKey from, uint nodeId)
    {
        string? node = Arguments.NodeWith(scene, nodeId);
        if (node == from.Node)
        {
            return RouteKind.Local;
        }

        if (from.Controller == ControllerDescription.Loopback)
        {
            return RouteKind.LoopbackElsewhere;
        }

        if (node is null)
        {
            return RouteKind.UnknownNode;
        }

        bool known = false;
        bool wired = false;
        foreach (LinkDescription link in scene.Cluster.Links)
        {
            (LinkEnd near, LinkEnd far) = link.One.Node == from.Node ? (link.One, link.Other) : (link.Other, link.One);
            if (near.Node != from.Node || far.Node != node)
            {
                continue;
            }

            known = true;
            if (near.Controller == from.Controller)
            {
                wired = true;
                if (IsUp(state, link))
                {
                    return RouteKind.Up;
                }
            }
        }

        return wired ? RouteKind.Down : known ? RouteKind.NotWired : RouteKind.UnknownNode;
    }

    /// <summary>The best route that any controller of a node offers, for a call that names none.</summary>
    public static RouteKind AnyRoute(Scene scene, WorldState state, string from, uint nodeId)
    {
        RouteKind best = RouteKind.UnknownNode;
        foreach (ControllerDescription controller in scene.Cluster.Node(from).Controllers)
        {
            RouteKind route = controller.IsLoopback && Arguments.NodeWith(scene, nodeId) != from
                ? RouteKind.UnknownNode
                : Route(scene, state, new ControllerKey(from, controller.Symbol), nodeId);
            if (route is RouteKind.Local or RouteKind.Up)
            {
                return route;
            }

            best = route == RouteKind.Down ? route : best;
        }

        return best;
    }

    /// <summary>The link between two controllers, or null when there is none.</summary>
    public static LinkDescription? Between(Scene scene, ControllerKey one, ControllerKey other)
    {
        foreach (LinkDescription link in scene.Cluster.Links)
        {
            ControllerKey a = Key(link.One);
            ControllerKey b = Key(link.Other);
            if ((a == one && b == other) || (a == other && b == one))
            {
                return link;
            }
        }

        return null;
    }

    /// <summary>Whether the link of an import works now, whatever became of the import.</summary>
    public static bool IsUp(Scene scene, WorldState state, ImportState import, ExportState export)
    {
        var near = new ControllerKey(import.Node, import.Controller);
        if (import.Node == export.Node)
        {
            return !state.ControllersAbsent.Contains(near);
        }

        var far = new ControllerKey(export.Node, export.Controller);
        return Between(scene, near, far) is { } link
            ? IsUp(state, link)
            : Route(scene, state, near, scene.Cluster.Node(export.Node).Id) == RouteKind.Up;
    }

    public static bool IsUp(WorldState state, LinkDescription link) =>
        !state.LinksDown.Contains(link) && IsUsable(state, link.One) && IsUsable(state, link.Other);

    public static ControllerKey Key(LinkEnd end) => new(end.Node, end.Controller);

    private static bool IsUsable(WorldState state, LinkEnd end) =>
        !state.NodesDown.Contains(end.Node) && !state.ControllersAbsent.Contains(Key(end));
}
