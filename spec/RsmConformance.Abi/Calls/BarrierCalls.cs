namespace RsmConformance.Abi;

/// <summary>rsm_memseg_import_init_barrier. Makes a barrier for a segment.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Type">Its scope.</param>
/// <param name="Barrier">Where the barrier is; its name is the name of the barrier.</param>
public sealed record InitBarrier(HandleRef Memseg, BarrierType Type, OutputRef Barrier) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_init_barrier";
}

/// <summary>rsm_memseg_import_open_barrier. Opens a barrier.</summary>
/// <param name="Barrier">The barrier.</param>
public sealed record OpenBarrier(HandleRef Barrier) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_open_barrier";
}

/// <summary>rsm_memseg_import_order_barrier. Orders the writes before it.</summary>
/// <param name="Barrier">The barrier.</param>
public sealed record OrderBarrier(HandleRef Barrier) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_order_barrier";
}

/// <summary>rsm_memseg_import_close_barrier. Closes a barrier and says whether the transfers were good.</summary>
/// <param name="Barrier">The barrier.</param>
public sealed record CloseBarrier(HandleRef Barrier) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_close_barrier";
}

/// <summary>rsm_memseg_import_destroy_barrier. Ends a barrier.</summary>
/// <param name="Barrier">The barrier.</param>
public sealed record DestroyBarrier(HandleRef Barrier) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_destroy_barrier";
}

/// <summary>rsm_memseg_import_set_mode. Chooses whether transfers check by themselves.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Mode">The mode.</param>
public sealed record SetMode(HandleRef Memseg, BarrierMode Mode) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_set_mode";
}

/// <summary>rsm_memseg_import_get_mode. Reads the mode.</summary>
/// <param name="Memseg">The segment.</param>
/// <param name="Mode">Where it goes.</param>
public sealed record GetMode(HandleRef Memseg, OutputRef Mode) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_memseg_import_get_mode";
}
