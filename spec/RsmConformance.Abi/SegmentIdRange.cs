namespace RsmConformance.Abi;

/// <summary>A range of segment ids and whom it is set aside for.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="First">The first id.</param>
/// <param name="Last">The last id, included.</param>
/// <param name="Publishable">Whether publish accepts these ids from a caller.</param>
public sealed record SegmentIdRange(string Name, uint First, uint Last, bool Publishable)
{
    /// <summary>Every id belongs to exactly one of these.</summary>
    public static IReadOnlyList<SegmentIdRange> All { get; } =
    [
        new("driver-private", 0x000000, 0x0FFFFF, false),
        new("cluster-transport", 0x100000, 0x1FFFFF, false),
        new("librsm", 0x200000, 0x2FFFFF, false),
        new("dlpi", 0x300000, 0x3FFFFF, false),
        new("hpc", 0x400000, 0x4FFFFF, true),
        new("ops", 0x500000, 0x5FFFFF, true),
        new("application", 0x600000, 0x7FFFFFFF, true),
        new("system-assigned", 0x80000000, 0xFFFFFFFF, false),
    ];

    /// <summary>The first id that the system assigns by itself.</summary>
    public const uint FirstAssigned = 0x80000000;

    /// <summary>Whether publish accepts an id from its caller; 0 means "assign one" and is accepted.</summary>
    /// <param name="id">The id.</param>
    public static bool AcceptedByPublish(uint id) => id is 0 or (>= 0x400000 and <= 0x7FFFFFFF);
}
