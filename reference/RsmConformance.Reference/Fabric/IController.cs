namespace RsmConformance.Reference;

/// <summary>
/// A controller as its agent drives it, after the driver interface RSMPI: segments are published and connected by hardware address,
/// paths have states, and messages go to the agents of other nodes.
/// </summary>
internal interface IController
{
    string Symbol { get; }

    string Name { get; }

    bool IsLoopback { get; }

    bool IsPresent { get; }

    ulong HardwareAddress { get; }

    /// <summary>The state of the best path to a node.</summary>
    RouteState RouteTo(uint node);

    /// <summary>The state of the path to a controller.</summary>
    RouteState PathTo(ulong address);

    IReadOnlyList<PathInfo> Paths();

    void Publish(uint id, PageRange pages);

    void Unpublish(uint id);

    /// <summary>Connects to what a controller has published under an id.</summary>
    DriverCode Connect(ulong exporter, uint id);

    /// <summary>Sends a message over this controller, or any other if it has no path.</summary>
    /// <returns>The answer; null if the message or the answer could not be delivered.</returns>
    PeerReply? Send(uint node, PeerMessage message, Call? call);
}

/// <summary>The state of a way to another node.</summary>
internal enum RouteState
{
    Usable,
    Down,
    NotWired,
    UnknownNode,
}

/// <summary>Codes of the driver interface.</summary>
internal enum DriverCode
{
    Success = 0,
    SegmentNotPublished = 7,
    AddressUnreachable = 128,
    UnknownAddress = 129,
}
