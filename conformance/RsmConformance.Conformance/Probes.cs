using RsmConformance.Contract;

namespace RsmConformance.Conformance;

/// <summary>
/// The cases that every shard of a split run plays besides its own: one plain success of each mode, near and far. Shards whose
/// probes went differently did not meet the same implementation and bed.
/// </summary>
public static class Probes
{
    /// <summary>Their ids; each is a case of the catalogue.</summary>
    public static IReadOnlyList<CaseId> All { get; } =
    [
        CaseId.Parse("connect.permission.read/local-loopback"),
        CaseId.Parse("connect.permission.read/remote"),
        CaseId.Parse("connect.permission.write/local-loopback"),
        CaseId.Parse("connect.permission.read-write/remote"),
    ];
}
