using RsmConformance.Abi;

namespace RsmConformance.Contract.Agent;

/// <summary>
/// What the symbols stand for that the whole session shares: nodes, segments, permissions. One without a value is refused and
/// stands for 0.
/// </summary>
internal sealed class SetupValues(OpenSession session, Action<string> refuse)
{
    public uint Node(NodeRef node)
    {
        if (node.Literal is { } literal)
        {
            return literal;
        }

        if (node.Text == NodeRef.Unknown)
        {
            return session.Setup.Cluster.UnknownNodeId;
        }

        NodeDescription? found = session.Setup.Cluster.Nodes.FirstOrDefault(n => n.Symbol == node.Text);
        if (found is null)
        {
            refuse($"the cluster has no node {node.Text}");
        }

        return found?.Id ?? 0;
    }

    public uint Segment(SegmentRef segment)
    {
        if (segment.Literal is { } literal)
        {
            return literal;
        }

        uint id = 0;
        if (segment.Name is not { } name || !session.TryGetSegment(name, out id))
        {
            refuse($"segment {segment.Text} has no id");
        }

        return id;
    }

    public uint Permission(PermissionRef permission)
    {
        if (permission.Variable is not null)
        {
            refuse($"{permission.Text} has no value outside its sweep");
            return 0;
        }

        return permission.Value.Bits;
    }
}
