using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>The cables and nodes of a cluster, and what is broken of them.</summary>
internal sealed class Fabric
{
    private readonly PathRules _rules;
    private readonly Dictionary<uint, FabricNode> _nodes = [];
    private readonly List<FabricController> _controllers = [];
    private readonly List<FabricLink> _links = [];

    public Fabric(ClusterDescription description, PathRules rules)
    {
        _rules = rules;
        foreach (NodeDescription node in description.Nodes)
        {
            var fabricNode = new FabricNode(node.Symbol, node.Id);
            _nodes.Add(node.Id, fabricNode);
            foreach (ControllerDescription controller in node.Controllers)
            {
                var made = new FabricController(this, fabricNode, controller, (ulong)_controllers.Count + 1);
                fabricNode.Controllers.Add(made);
                _controllers.Add(made);
            }
        }

        foreach (LinkDescription link in description.Links)
        {
            var made = new FabricLink(Controller(link.One), Controller(link.Other));
            made.One.Links.Add(made);
            made.Two.Links.Add(made);
            _links.Add(made);
        }
    }

    public IEnumerable<FabricNode> Nodes => _nodes.Values;

    public bool Knows(uint node) => _nodes.ContainsKey(node);

    public FabricNode Node(string symbol) => _nodes.Values.FirstOrDefault(n => n.Symbol == symbol)
        ?? throw new ArgumentException($"the cluster has no node {symbol}", nameof(symbol));

    public FabricController Controller(ulong address) => _controllers[(int)(address - 1)];

    public FabricController Controller(LinkEnd end) =>
        Node(end.Node).Controllers.Find(c => c.Symbol == end.Controller)
        ?? throw new ArgumentException($"node {end.Node} has no controller {end.Controller}", nameof(end));

    public bool IsUsable(FabricLink link) => _rules.IsUsable(
        link.IsUp, link.One.IsPresent && link.Two.IsPresent, link.One.Node.IsUp && link.Two.Node.IsUp);

    public FabricLink Link(LinkEnd one, LinkEnd other)
    {
        FabricController from = Controller(one);
        FabricController to = Controller(other);
        return from.Links.Find(l => l.Other(from) == to)
            ?? throw new ArgumentException($"no link joins {one} and {other}", nameof(other));
    }

    /// <summary>Changes the state of something and tells the agents at both ends of every path that was lost by it.</summary>
    public void Change(Action change)
    {
        List<FabricLink> usable = [.. _links.Where(IsUsable)];
        change();
        foreach (FabricLink link in usable.Where(l => !IsUsable(l)))
        {
            link.One.Node.Agent.PathLost(link.One.Symbol, link.Two.Node.Id, link.Two.HardwareAddress);
            link.Two.Node.Agent.PathLost(link.Two.Symbol, link.One.Node.Id, link.One.HardwareAddress);
        }
    }

    public PeerReply? Deliver(FabricController from, uint target, PeerMessage message, Call? call)
    {
        if (!_nodes.TryGetValue(target, out FabricNode? node) || !HasWay(from, target))
        {
            return null;
        }

        PeerReply reply = node.Agent.Hear(message, call);
        return HasWay(from, target) ? reply : null;
    }

    private static bool HasWay(FabricController from, uint target) =>
        from.RouteTo(target) == RouteState.Usable
        || from.Node.Controllers.Exists(c => c.RouteTo(target) == RouteState.Usable);
}
