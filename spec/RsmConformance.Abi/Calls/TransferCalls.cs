namespace RsmConformance.Abi;

/// <summary>rsm_memseg_import_get. Reads bytes of the segment.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they go.</param>
/// <param name="Length">How much.</param>
public sealed record ImportGet(HandleRef Memseg, Extent Offset, AddressRef Data, Extent Length) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_get";
}

/// <summary>rsm_memseg_import_put. Writes bytes of the segment.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they come from.</param>
/// <param name="Length">How much.</param>
public sealed record ImportPut(HandleRef Memseg, Extent Offset, AddressRef Data, Extent Length) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_put";
}

/// <summary>rsm_memseg_import_get8. Reads units of 8 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they go.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportGet8(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_get8";
}

/// <summary>rsm_memseg_import_get16. Reads units of 16 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they go.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportGet16(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_get16";
}

/// <summary>rsm_memseg_import_get32. Reads units of 32 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they go.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportGet32(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_get32";
}

/// <summary>rsm_memseg_import_get64. Reads units of 64 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they go.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportGet64(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_get64";
}

/// <summary>rsm_memseg_import_put8. Writes units of 8 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they come from.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportPut8(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_put8";
}

/// <summary>rsm_memseg_import_put16. Writes units of 16 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they come from.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportPut16(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_put16";
}

/// <summary>rsm_memseg_import_put32. Writes units of 32 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they come from.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportPut32(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_put32";
}

/// <summary>rsm_memseg_import_put64. Writes units of 64 bits.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Offset">How far into it.</param>
/// <param name="Data">Where they come from.</param>
/// <param name="Count">How many units.</param>
public sealed record ImportPut64(HandleRef Memseg, Extent Offset, AddressRef Data, ulong Count) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_put64";
}
