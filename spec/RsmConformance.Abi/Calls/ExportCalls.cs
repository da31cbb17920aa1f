namespace RsmConformance.Abi;

/// <summary>rsm_memseg_export_create. Makes memory of the caller an export segment.</summary>
/// <param name="Controller">The controller.</param>
/// <param name="Memseg">Where the handle goes.</param>
/// <param name="Vaddr">The memory.</param>
/// <param name="Length">Its size.</param>
/// <param name="Flags">Rights and habits.</param>
public sealed record ExportCreate(
    HandleRef Controller,
    OutputRef Memseg,
    AddressRef Vaddr,
    Extent Length,
    ExportFlags Flags) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_export_create";
}

/// <summary>rsm_memseg_export_destroy. Ends an export segment.</summary>
/// <param name="Memseg">The segment.</param>
public sealed record ExportDestroy(HandleRef Memseg) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_export_destroy";
}

/// <summary>rsm_memseg_export_rebind. Puts other memory behind an export segment.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Vaddr">The memory.</param>
/// <param name="Length">Its size.</param>
public sealed record ExportRebind(HandleRef Memseg, AddressRef Vaddr, Extent Length) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_export_rebind";
}

/// <summary>rsm_memseg_export_publish. Gives an export segment an id and a list of who may import it.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="SegmentId">The id.</param>
/// <param name="AccessList">Who may import; null stands for a NULL list.</param>
/// <param name="AccessListLength">The length passed, when it is not that of the list.</param>
public sealed record ExportPublish(
    HandleRef Memseg,
    SegmentRef SegmentId,
    Sequence<AccessEntry>? AccessList,
    uint? AccessListLength = null) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_export_publish";
}

/// <summary>rsm_memseg_export_unpublish. Takes the id back; ends all imports.</summary>
/// <param name="Memseg">The segment.</param>
public sealed record ExportUnpublish(HandleRef Memseg) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_export_unpublish";
}

/// <summary>rsm_memseg_export_republish. Replaces the list of who may import.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="AccessList">Who may import; null stands for a NULL list.</param>
/// <param name="AccessListLength">The length passed, when it is not that of the list.</param>
public sealed record ExportRepublish(
    HandleRef Memseg,
    Sequence<AccessEntry>? AccessList,
    uint? AccessListLength = null) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_export_republish";
}
