namespace RsmConformance.Abi;

/// <summary>rsm_memseg_import_connect. Connects to a published segment.</summary>
/// <param name="Controller">The controller.</param>
/// <param name="NodeId">The node that exports.</param>
/// <param name="SegmentId">The id that it published.</param>
/// <param name="Perm">The access wanted.</param>
/// <param name="Memseg">Where the handle goes.</param>
public sealed record ImportConnect(
    HandleRef Controller,
    NodeRef NodeId,
    SegmentRef SegmentId,
    PermissionRef Perm,
    OutputRef Memseg) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_connect";
}

/// <summary>rsm_memseg_import_disconnect. Breaks a connection.</summary>
/// <param name="Memseg">The segment.</param>
public sealed record ImportDisconnect(HandleRef Memseg) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_disconnect";
}

/// <summary>rsm_memseg_import_map. Maps an imported segment into the address space.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Address">Where the start of the mapping goes; its name is the name of the map.</param>
/// <param name="Attribute">Who chooses the address.</param>
/// <param name="Perm">The access wanted.</param>
/// <param name="Offset">How far into the segment.</param>
/// <param name="Length">How much.</param>
public sealed record ImportMap(
    HandleRef Memseg,
    OutputRef Address,
    MapAttribute Attribute,
    PermissionRef Perm,
    Extent Offset,
    Extent Length) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_map";
}

/// <summary>rsm_memseg_import_unmap. Removes the mapping.</summary>
/// <param name="Memseg">The segment.</param>
public sealed record ImportUnmap(HandleRef Memseg) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_unmap";
}
