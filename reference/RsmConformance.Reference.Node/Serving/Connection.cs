namespace RsmConformance.Reference.Node;

/// <summary>What a connection is for. Its first message says so.</summary>
internal enum ConnectionUse
{
    Unknown,
    Questions,
    Notices,
    Segment,

    /// <summary>One question, which may have to wait while others do not.</summary>
    Question,
}

/// <summary>One connection of a process.</summary>
internal sealed class Connection(int descriptor, ServedNode node, Peer peer)
{
    public int Descriptor { get; } = descriptor;

    public ServedNode Node { get; } = node;

    public Peer Peer { get; } = peer;

    public ConnectionUse Use { get; set; }

    /// <summary>Null until a message has shown that the process is one of the node's.</summary>
    public ClientProcess? Process { get; set; }

    /// <summary>The segment that the connection stands for; null if it stands for none.</summary>
    public long? Key { get; set; }

    public bool IsImport { get; set; }

    /// <summary>Signals that the socket has no room for.</summary>
    public int Signals { get; set; }

    public bool IsClosed { get; set; }
}
