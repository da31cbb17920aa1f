using System.Globalization;
using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference.Node;

/// <summary>Breaks and mends the cluster. When it has answered, every process concerned knows.</summary>
internal static class FaultCommand
{
    public const string Usage =
        """
        rsm-node fault link-down|link-up NODE.CONTROLLER NODE.CONTROLLER
        rsm-node fault node-down|node-up NODE
        rsm-node fault controller-absent|controller-present NODE.CONTROLLER
        rsm-node fault connect-delay NODE MILLISECONDS          0 takes it back
        rsm-node fault limit NODE segments|importer-records|published-ids|assigned-ids NUMBER|none
        """;

    public static string Do(Daemon daemon, string[] words)
    {
        Faults faults = daemon.Cluster.Faults;
        switch (words)
        {
            case ["link-down", var one, var other]:
                (LinkEnd down, LinkEnd end) = Link(daemon, one, other);
                faults.LinkDown(down, end);
                break;
            case ["link-up", var one, var other]:
                (LinkEnd up, LinkEnd far) = Link(daemon, one, other);
                faults.LinkUp(up, far);
                break;
            case ["node-down", var node]:
                faults.NodeDown(Node(daemon, node).Symbol);
                break;
            case ["node-up", var node]:
                faults.NodeUp(Node(daemon, node).Symbol);
                break;
            case ["controller-absent", var controller]:
                faults.ControllerAbsent(End(daemon, controller));
                break;
            case ["controller-present", var controller]:
                faults.ControllerPresent(End(daemon, controller));
                break;
            case ["connect-delay", var node, var milliseconds]:
                Node(daemon, node).ConnectDelay = Number(milliseconds);
                break;
            case ["limit", var node, var kind, var limit]:
                Node(daemon, node).Agent.Limit(Kind(kind), limit == "none" ? null : Number(limit));
                break;
            default:
                throw new UserErrorException($"say one of\n{Usage}");
        }

        return "";
    }

    /// <summary>The node of a name, or of an id.</summary>
    public static ServedNode Node(Daemon daemon, string name) =>
        daemon.Nodes.Find(n => n.Symbol == name || n.Agent.Id.ToString(CultureInfo.InvariantCulture) == name)
        ?? throw new UserErrorException($"the cluster has no node {name}");

    private static LinkEnd End(Daemon daemon, string text) =>
        text.Split('.') is [var name, var controller] && Node(daemon, name) is { } node && node.Controllers.Contains(controller)
            ? new LinkEnd(node.Symbol, controller) : throw new UserErrorException($"'{text}' is not NODE.CONTROLLER of this cluster");

    private static (LinkEnd One, LinkEnd Other) Link(Daemon daemon, string first, string second)
    {
        var link = (One: End(daemon, first), Other: End(daemon, second));
        return daemon.Cluster.Description.Links.Any(l => (l.One, l.Other) == link || (l.Other, l.One) == link)
            ? link : throw new UserErrorException($"no link joins {first} and {second}");
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number : throw new UserErrorException($"'{text}' is not a number from 0");

    private static ResourceKind Kind(string text) => text switch
    {
        "segments" => ResourceKind.Segments,
        "importer-records" => ResourceKind.ImporterRecords,
        "published-ids" => ResourceKind.PublishedIds,
        "assigned-ids" => ResourceKind.AssignedIds,
        _ => throw new UserErrorException($"'{text}' is none of segments, importer-records, published-ids, assigned-ids"),
    };
}
