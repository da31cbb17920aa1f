using RsmConformance.Abi;

namespace RsmConformance.Contract;

/// <summary>Puts the value of a sweep where its variable stands: in nodes, segment ids and permissions.</summary>
public static class SweepBinding
{
    /// <summary>Puts a value into a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="variable">The variable, without the dollar sign.</param>
    /// <param name="value">The value.</param>
    /// <returns>The call with the value; the same call where the variable does not stand.</returns>
    /// <exception cref="FormatException">The value is not of the form that is needed where the variable stands.</exception>
    public static ApiCall Bind(ApiCall call, string variable, string value)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call switch
        {
            ImportConnect c => c with
            {
                NodeId = Bind(c.NodeId, variable, value),
                SegmentId = Bind(c.SegmentId, variable, value),
                Perm = Bind(c.Perm, variable, value),
            },
            ImportMap c => c with { Perm = Bind(c.Perm, variable, value) },
            ExportPublish c => c with
            {
                SegmentId = Bind(c.SegmentId, variable, value),
                AccessList = Bind(c.AccessList, variable, value),
            },
            ExportRepublish c => c with { AccessList = Bind(c.AccessList, variable, value) },
            _ => call,
        };
    }

    private static Sequence<AccessEntry>? Bind(Sequence<AccessEntry>? list, string variable, string value) =>
        list is { } entries
            ? new Sequence<AccessEntry>([.. entries.Select(e =>
                new AccessEntry(Bind(e.Node, variable, value), Bind(e.Mode, variable, value)))])
            : null;

    private static NodeRef Bind(NodeRef node, string variable, string value) =>
        node.Variable == variable ? NodeRef.Parse(value) : node;

    private static SegmentRef Bind(SegmentRef segment, string variable, string value) =>
        segment.Variable == variable ? SegmentRef.Parse(value) : segment;

    private static PermissionRef Bind(PermissionRef permission, string variable, string value) =>
        permission.Variable == variable ? PermissionRef.Parse(value) : permission;
}
