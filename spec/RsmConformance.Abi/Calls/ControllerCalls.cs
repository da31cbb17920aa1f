namespace RsmConformance.Abi;

/// <summary>rsm_get_controller. Gets a handle of a controller.</summary>
/// <param name="Name">The symbol of a controller of the node, or <c>=name</c> for this very name; null stands for a NULL name.</param>
/// <param name="Controller">Where the handle goes.</param>
public sealed record GetController(string? Name, OutputRef Controller) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_get_controller";
}

/// <summary>rsm_get_controller_attr. Reads the attributes of a controller.</summary>
/// <param name="Controller">The controller.</param>
/// <param name="Attributes">Where they go.</param>
public sealed record GetControllerAttributes(HandleRef Controller, OutputRef Attributes) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_get_controller_attr";
}

/// <summary>rsm_release_controller. Gives a controller back.</summary>
/// <param name="Controller">The controller.</param>
public sealed record ReleaseController(HandleRef Controller) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_release_controller";
}

/// <summary>rsm_get_interconnect_topology. Takes a snapshot of the interconnect.</summary>
/// <param name="Topology">Where the pointer goes.</param>
public sealed record GetTopology(OutputRef Topology) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_get_interconnect_topology";
}

/// <summary>rsm_free_interconnect_topology. Frees a snapshot.</summary>
/// <param name="Topology">The snapshot.</param>
public sealed record FreeTopology(HandleRef Topology) : ApiCall
{
    /// <inheritdoc/>
    public override string CName => "rsm_free_interconnect_topology";
}
