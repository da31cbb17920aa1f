using System.Collections.Concurrent;

namespace RsmConformance.Reference;

/// <summary>An emulated controller. What it knows of cables and nodes it asks the fabric.</summary>
internal sealed class FabricController(Fabric fabric, FabricNode node, ControllerDescription description, ulong address) : IController
{
    private readonly ConcurrentDictionary<uint, PageRange> _published = new();
    private volatile bool _isPresent = true;

    public string Symbol => description.Symbol;

    public string Name => description.Name;

    public bool IsLoopback => description.IsLoopback;

    public bool IsPresent
    {
        get => _isPresent;
        set => _isPresent = value;
    }

    public ulong HardwareAddress => address;

    public FabricNode Node => node;

    /// <summary>The cables that end here; fixed when the cluster is built.</summary>
    public List<FabricLink> Links { get; } = [];

    public RouteState RouteTo(uint target)
    {
        if (!fabric.Knows(target))
        {
            return RouteState.UnknownNode;
        }

        var best = RouteState.NotWired;
        foreach (FabricLink link in Links)
        {
            if (link.Other(this).Node.Id == target)
            {
                if (fabric.IsUsable(link))
                {
                    return RouteState.Usable;
                }

                best = RouteState.Down;
            }
        }

        return best;
    }

    public RouteState PathTo(ulong target)
    {
        FabricLink? link = Links.Find(l => l.Other(this).HardwareAddress == target);
        return link is null ? RouteState.NotWired : fabric.IsUsable(link) ? RouteState.Usable : RouteState.Down;
    }

    public IReadOnlyList<PathInfo> Paths() =>
        [.. Links.Select(l => (Link: l, Other: l.Other(this))).Select(p =>
            new PathInfo(p.Other.Node.Id, p.Other.Name, p.Other.HardwareAddress, fabric.IsUsable(p.Link) ? RsmConstants.ConnectionActive : 1U))];

    public void Publish(uint id, PageRange pages) => _published[id] = pages;

    public void Unpublish(uint id) => _published.TryRemove(id, out _);

    public DriverCode Connect(ulong exporter, uint id) => PathTo(exporter) switch
    {
        RouteState.Usable => fabric.Controller(exporter)._published.ContainsKey(id) ? DriverCode.Success : DriverCode.SegmentNotPublished,
        RouteState.Down => DriverCode.AddressUnreachable,
        _ => DriverCode.UnknownAddress,
    };

    public PeerReply? Send(uint target, PeerMessage message, Call? call) => fabric.Deliver(this, target, message, call);
}

/// <summary>A node as the fabric sees it.</summary>
internal sealed class FabricNode(string symbol, uint id)
{
    private volatile bool _isUp = true;

    public string Symbol => symbol;

    public uint Id => id;

    public bool IsUp
    {
        get => _isUp;
        set => _isUp = value;
    }

    public List<FabricController> Controllers { get; } = [];

    /// <summary>Set once, when the cluster is built.</summary>
    public NodeAgent Agent { get; set; } = null!;
}

/// <summary>A cable.</summary>
internal sealed class FabricLink(FabricController one, FabricController other)
{
    private volatile bool _isUp = true;

    public bool IsUp
    {
        get => _isUp;
        set => _isUp = value;
    }

    public FabricController One => one;

    public FabricController Two => other;

    public FabricController Other(FabricController end) => end == one ? other : one;
}
