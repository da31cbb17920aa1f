namespace RsmConformance.Abi;

/// <summary>The public structures of RSMAPI, LP64.</summary>
public static class RsmLayouts
{
    /// <summary>Attributes of a controller.</summary>
    public static StructLayoutFact ControllerAttributes { get; } = new("rsmapi_controller_attr_t", 64, 8,
    [
        new("attr_direct_access_sizes", "uint_t", 0, 4),
        new("attr_atomic_sizes", "uint_t", 4, 4),
        new("attr_page_size", "size_t", 8, 8),
        new("attr_max_export_segment_size", "size_t", 16, 8),
        new("attr_tot_export_segment_size", "size_t", 24, 8),
        new("attr_max_export_segments", "ulong_t", 32, 8),
        new("attr_max_import_map_size", "size_t", 40, 8),
        new("attr_tot_import_map_size", "size_t", 48, 8),
        new("attr_max_import_segments", "ulong_t", 56, 8),
    ]);

    /// <summary>One entry of an access list.</summary>
    public static StructLayoutFact AccessEntry { get; } = new("rsmapi_access_entry_t", 8, 4,
    [
        new("ae_node", "rsm_node_id_t", 0, 4),
        new("ae_permission", "rsm_permission_t", 4, 4),
    ]);

    /// <summary>A barrier.</summary>
    public static StructLayoutFact Barrier { get; } = new("rsmapi_barrier_t", 24, 8,
    [
        new("seg", "void *", 0, 8),
        new("gnum", "uint16_t", 8, 2),
        new("privdata", "void *", 16, 8),
    ]);

    /// <summary>One request of a scatter-gather list.</summary>
    public static StructLayoutFact Iovec { get; } = new("rsm_iovec_t", 40, 8,
    [
        new("io_type", "int", 0, 4),
        new("local", "union", 8, 8),
        new("local_offset", "size_t", 16, 8),
        new("remote_offset", "size_t", 24, 8),
        new("transfer_length", "size_t", 32, 8),
    ]);

    /// <summary>A scatter-gather list.</summary>
    public static StructLayoutFact ScatterGather { get; } = new("rsm_scat_gath_t", 48, 8,
    [
        new("local_nodeid", "rsm_node_id_t", 0, 4),
        new("io_request_count", "ulong_t", 8, 8),
        new("io_residual_count", "ulong_t", 16, 8),
        new("flags", "uint_t", 24, 4),
        new("remote_handle", "rsm_memseg_import_handle_t", 32, 8),
        new("iovec", "rsm_iovec_t *", 40, 8),
    ]);

    /// <summary>The head of a topology.</summary>
    public static StructLayoutFact TopologyHeader { get; } = new("rsm_topology_hdr_t", 8, 4,
    [
        new("local_nodeid", "rsm_node_id_t", 0, 4),
        new("local_cntlr_count", "uint_t", 4, 4),
    ]);

    /// <summary>The head of one local controller's connections.</summary>
    public static StructLayoutFact ConnectionsHeader { get; } = new("rsm_connections_hdr_t", 272, 8,
    [
        new("cntlr_name", "char[256]", 0, 256),
        new("local_hwaddr", "rsm_addr_t", 256, 8),
        new("remote_cntlr_count", "int", 264, 4),
    ]);

    /// <summary>One path to a controller of another node.</summary>
    public static StructLayoutFact RemoteController { get; } = new("rsm_remote_cntlr_t", 280, 8,
    [
        new("remote_nodeid", "rsm_node_id_t", 0, 4),
        new("remote_cntlrname", "char[256]", 4, 256),
        new("remote_hwaddr", "rsm_addr_t", 264, 8),
        new("connection_state", "uint_t", 272, 4),
    ]);

    /// <summary>The connections of one local controller; the array is open.</summary>
    public static StructLayoutFact Connections { get; } = new("rsm_connections_t", 552, 8,
    [
        new("hdr", "rsm_connections_hdr_t", 0, 272),
        new("remote_cntlr", "rsm_remote_cntlr_t[1]", 272, 280),
    ]);

    /// <summary>A topology; the array of pointers is open and they aim inside the same allocation.</summary>
    public static StructLayoutFact Topology { get; } = new("rsm_topology_t", 16, 8,
    [
        new("topology_hdr", "rsm_topology_hdr_t", 0, 8),
        new("connections", "rsm_connections_t *[1]", 8, 8),
    ]);

    /// <summary>The barrier of the driver interface.</summary>
    public static StructLayoutFact DriverBarrier { get; } = new("rsm_barrier_t", 32, 8,
    [
        new("comp", "rsm_barrier_component_t[4]", 0, 32),
    ]);

    /// <summary>What poll(2) takes.</summary>
    public static StructLayoutFact Pollfd { get; } = new("struct pollfd", 8, 4,
    [
        new("fd", "int", 0, 4),
        new("events", "short", 4, 2),
        new("revents", "short", 6, 2),
    ]);

    /// <summary>What the header declares itself; <c>struct pollfd</c> comes from the system.</summary>
    public static IReadOnlyList<StructLayoutFact> Declared => [.. All.Where(type => type != Pollfd)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StructLayoutFact> All { get; } =
    [
        ControllerAttributes, AccessEntry, Barrier, Iovec, ScatterGather, TopologyHeader, ConnectionsHeader,
        RemoteController, Connections, Topology, DriverBarrier, Pollfd,
    ];
}
