using RsmConformance.Reference.Rules;

namespace RsmConformance.Reference;

/// <summary>
/// A cluster in one program: nodes with agents and controllers, cables, and processes. Making one costs little, so that every case can
/// have its own. Thread-safe.
/// </summary>
public sealed class Cluster : IDisposable
{
    private readonly Fabric _fabric;
    private readonly RuleBook _rules;
    private readonly PageStore _pages = new();
    private readonly Lock _lock = new();
    private readonly List<EmulatedProcess> _processes = [];

    /// <summary>Makes a cluster where everything is up and nothing runs.</summary>
    /// <param name="description">Nodes, controllers and cables.</param>
    /// <param name="rules">What the reference decides, and how.</param>
    /// <exception cref="ArgumentException">A link names a node or controller that is not described.</exception>
    public Cluster(ClusterDescription description, RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(rules);
        Description = description;
        _rules = rules;
        _fabric = new Fabric(description, rules.Path);
        foreach (FabricNode node in _fabric.Nodes)
        {
            node.Agent = new NodeAgent(node, rules);
        }

        Gates = new Gates(rules.Gate);
        Faults = new Faults(_fabric);
    }

    /// <summary>What the cluster was made from.</summary>
    public ClusterDescription Description { get; }

    /// <summary>Where calls can be held, overtaken and failed.</summary>
    public Gates Gates { get; }

    /// <summary>Cables, nodes and controllers that break and come back.</summary>
    public Faults Faults { get; }

    /// <summary>Starts a process.</summary>
    /// <param name="nodeSymbol">The node that it runs on.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="umask">Its umask.</param>
    /// <returns>The process.</returns>
    /// <exception cref="ArgumentException">The cluster has no such node.</exception>
    public EmulatedProcess Spawn(string nodeSymbol, Identity identity, Permission umask)
    {
        FabricNode node = _fabric.Node(nodeSymbol);
        lock (_lock)
        {
            var process = new EmulatedProcess(_processes.Count + 1, node.Agent, nodeSymbol, identity, umask, _pages, Gates, _rules);
            _processes.Add(process);
            return process;
        }
    }

    /// <summary>The agent of a node, for the native room, whose processes are not emulated.</summary>
    internal NodeAgent Agent(string symbol) => _fabric.Node(symbol).Agent;

    /// <summary>Limits what a node may have.</summary>
    /// <param name="node">Symbol of the node.</param>
    /// <param name="kind">Segments, importer records, published ids or assigned ids.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">A process has these, not a node.</exception>
    public void Limit(string node, ResourceKind kind, int limit) => _fabric.Node(node).Agent.Limit(kind, limit);

    /// <summary>Counts what a node has.</summary>
    /// <param name="node">Symbol of the node.</param>
    /// <param name="kind">Published ids, importer records, imported or exported segments.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A process has these, not a node.</exception>
    public int Count(string node, MeasureKind kind) => _fabric.Node(node).Agent.Count(kind);

    /// <summary>Kills what still runs and gives all memory back.</summary>
    public void Dispose()
    {
        List<EmulatedProcess> processes;
        lock (_lock)
        {
            processes = [.. _processes];
        }

        foreach (EmulatedProcess process in processes)
        {
            process.Kill();
        }

        _pages.Dispose();
    }
}
