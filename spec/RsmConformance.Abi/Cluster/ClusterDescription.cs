namespace RsmConformance.Abi;

/// <summary>An interconnect controller of a node.</summary>
/// <param name="Symbol">What cases call it, the same on every node, such as <c>x0</c>; <c>loopback</c> reaches its own node only.</param>
/// <param name="Name">What <c>rsm_get_controller</c> calls it, such as <c>sci0</c>.</param>
public sealed record ControllerDescription(string Symbol, string Name)
{
    /// <summary>The symbol, and the name, of the controller that reaches its own node only.</summary>
    public const string Loopback = "loopback";

    /// <summary>Whether this controller reaches its own node only.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsLoopback => Symbol == Loopback;
}

/// <summary>A node of a cluster.</summary>
/// <param name="Symbol">What cases call it: <c>A</c>, <c>B</c>, <c>C</c>.</param>
/// <param name="Id">Its node id.</param>
/// <param name="Controllers">Its controllers, loopback included.</param>
public sealed record NodeDescription(string Symbol, uint Id, Sequence<ControllerDescription> Controllers);

/// <summary>One end of a link.</summary>
/// <param name="Node">Symbol of the node.</param>
/// <param name="Controller">Symbol of its controller.</param>
public sealed record LinkEnd(string Node, string Controller);

/// <summary>A cable between two controllers of different nodes.</summary>
/// <param name="One">One end.</param>
/// <param name="Other">The other.</param>
public sealed record LinkDescription(LinkEnd One, LinkEnd Other);

/// <summary>A cluster: what the topology of a bed looks like when everything is up.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Links">The cables.</param>
/// <param name="UnknownNodeId">A node id that no node has.</param>
public sealed record ClusterDescription(
    Sequence<NodeDescription> Nodes,
    Sequence<LinkDescription> Links,
    uint UnknownNodeId)
{
    /// <summary>The node that cases call so.</summary>
    /// <param name="symbol">Its symbol.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentException">The cluster has no such node.</exception>
    public NodeDescription Node(string symbol) =>
        Nodes.FirstOrDefault(n => n.Symbol == symbol)
        ?? throw new ArgumentException($"the cluster has no node {symbol}", nameof(symbol));
}
