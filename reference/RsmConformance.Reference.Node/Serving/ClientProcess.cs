namespace RsmConformance.Reference.Node;

/// <summary>A process that uses a node.</summary>
internal sealed class ClientProcess(int number, int id, int watch, ServedNode node, string? role, IGates gates)
{
    /// <summary>Its number in the cluster, never used again.</summary>
    public int Number { get; } = number;

    /// <summary>Its process id.</summary>
    public int Id { get; } = id;

    /// <summary>A descriptor that tells its end, which its connections may outlive in children.</summary>
    public int Watch { get; } = watch;

    /// <summary>Pages, open for loads only, that show others whether it lives; -1 until it hears notices.</summary>
    public int Life { get; set; } = -1;

    public ServedNode Node { get; } = node;

    /// <summary>What a test bed calls it; null where none does.</summary>
    public string? Role { get; } = role;

    public CallDesk Desk { get; } = new(number, node.Agent.Id, gates, how => throw new InvalidOperationException($"a rule ends a process of others: {how}"));

    /// <summary>Where notices go; null until it has opened the connection.</summary>
    public Connection? Notices { get; set; }

    public HashSet<Connection> Connections { get; } = [];

    /// <summary>Its segments by key, with the connections that stand for them.</summary>
    public Dictionary<long, Connection> Segments { get; } = [];

    public bool HasEnded { get; set; }
}

/// <summary>A node of the cluster as the daemon serves it.</summary>
/// <param name="Symbol">Its name in the topology.</param>
/// <param name="Agent">Its agent.</param>
/// <param name="Controllers">Its controllers.</param>
internal sealed record ServedNode(string Symbol, NodeAgent Agent, IReadOnlyList<string> Controllers)
{
    /// <summary>How long a connect waits before anything is asked, in milliseconds.</summary>
    public int ConnectDelay { get; set; }
}
