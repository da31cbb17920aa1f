using RsmConformance.Abi;
using RsmConformance.Contract;
using RsmConformance.Harness.Beds;

namespace RsmConformance.Harness;

/// <summary>What a test bed has: the cluster, who the identity classes are, which segment ids are free to use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cluster">Nodes, controllers and links.</param>
/// <param name="Identities">The identity classes that it can take.</param>
/// <param name="FirstSegmentId">The first of the segment ids that cases may publish.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
public sealed record BedDescription(
    string Name,
    ClusterDescription Cluster,
    Sequence<IdentityBinding> Identities,
    uint FirstSegmentId,
    string Digest)
{
    /// <summary>How it is operated.</summary>
    public BedOperation Operation { get; init; } = BedOperation.None;

    /// <summary>The means that follow from the description itself; what the agent can do comes from its welcome.</summary>
    public IReadOnlySet<string> Means
    {
        get
        {
            var means = new HashSet<string>(StringComparer.Ordinal);
            foreach (NodeDescription node in Cluster.Nodes)
            {
                means.Add("node:" + node.Symbol);
                means.UnionWith(node.Controllers.Select(c => $"controller:{node.Symbol}.{c.Symbol}"));
            }

            foreach (LinkDescription link in Cluster.Links)
            {
                means.Add($"link:{link.One.Node}.{link.One.Controller}-{link.Other.Node}.{link.Other.Controller}");
                means.Add($"link:{link.Other.Node}.{link.Other.Controller}-{link.One.Node}.{link.One.Controller}");
            }

            means.UnionWith(Identities.Select(i => "identity:" + i.Class.ToString().ToLowerInvariant()));
            return means;
        }
    }

    /// <summary>The bed as it is for an agent that can make its processes nobody else: all of them are the owner.</summary>
    /// <param name="self">Who they are.</param>
    public BedDescription ConfinedTo(Identity self) =>
        this with { Identities = [new IdentityBinding(IdentityClass.Owner, self, Privileged: false)] };
}
