using System.Text.Json.Serialization;
using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>Something of the cluster that a test bed can break and heal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fault")]
[JsonDerivedType(typeof(LinkDown), "link-down")]
[JsonDerivedType(typeof(NodeDown), "node-down")]
[JsonDerivedType(typeof(ControllerAbsent), "controller-absent")]
[JsonDerivedType(typeof(ResourceLimit), "resource-limit")]
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>A cable is out.</summary>
    /// <param name="One">One end.</param>
    /// <param name="Other">The other.</param>
    public sealed record LinkDown(LinkEnd One, LinkEnd Other) : Fault;

    /// <summary>A node does not answer; its own processes go on.</summary>
    /// <param name="Node">Symbol of the node.</param>
    public sealed record NodeDown(string Node) : Fault;

    /// <summary>A controller was taken out.</summary>
    /// <param name="Node">Symbol of the node.</param>
    /// <param name="Controller">Symbol of the controller.</param>
    public sealed record ControllerAbsent(string Node, string Controller) : Fault;

    /// <summary>A node accepts no further import segment.</summary>
    /// <param name="Node">Symbol of the node.</param>
    public sealed record ResourceLimit(string Node) : Fault;
}
