namespace RsmConformance.Abi;

/// <summary>The public functions of RSMAPI as the C header declares them.</summary>
public static class RsmFunctions
{
    private static readonly CParameter Controller = new("controller", "rsmapi_controller_handle_t");
    private static readonly CParameter Import = new("memseg", "rsm_memseg_import_handle_t");
    private static readonly CParameter Export = new("memseg", "rsm_memseg_export_handle_t");
    private static readonly CParameter AnySegment = new("memseg", "void *");
    private static readonly CParameter Offset = new("offset", "off_t");
    private static readonly CParameter Length = new("length", "size_t");
    private static readonly CParameter Address = new("vaddr", "void *");
    private static readonly CParameter AccessList = new("access_list", "rsmapi_access_entry_t *");
    private static readonly CParameter AccessListLength = new("access_list_length", "uint_t");
    private static readonly CParameter Barrier = new("barrier", "rsmapi_barrier_t *");
    private static readonly CParameter ScatterGather = new("sg_io", "rsm_scat_gath_t *");

    /// <summary>Controllers, the topology and ranges of segment ids.</summary>
    public static IReadOnlyList<CFunction> Controllers { get; } =
    [
        new("rsm_get_controller", "int", new("name", "char *"), new("controller", "rsmapi_controller_handle_t *")),
        new("rsm_get_controller_attr", "int", Controller, new("attr", "rsmapi_controller_attr_t *")),
        new("rsm_release_controller", "int", Controller),
        new("rsm_get_interconnect_topology", "int", new CParameter("topology_data", "rsm_topology_t **")),
        new("rsm_free_interconnect_topology", "void", new CParameter("topology_data", "rsm_topology_t *")),
        new("rsm_get_segmentid_range", "int",
            new("appid", "const char *"), new("baseid", "rsm_memseg_id_t *"), new("length", "uint32_t *")),
    ];

    /// <summary>The side that exports.</summary>
    public static IReadOnlyList<CFunction> Exports { get; } =
    [
        new("rsm_memseg_export_create", "int",
            Controller, new("memseg", "rsm_memseg_export_handle_t *"), Address, Length, new("flags", "uint_t")),
        new("rsm_memseg_export_destroy", "int", Export),
        new("rsm_memseg_export_rebind", "int", Export, Address, new("off", "offset_t"), Length),
        new("rsm_memseg_export_publish", "int",
            Export, new("segment_id", "rsm_memseg_id_t *"), AccessList, AccessListLength),
        new("rsm_memseg_export_unpublish", "int", Export),
        new("rsm_memseg_export_republish", "int", Export, AccessList, AccessListLength),
    ];

    /// <summary>The side that imports: links and maps.</summary>
    public static IReadOnlyList<CFunction> Imports { get; } =
    [
        new("rsm_memseg_import_connect", "int",
            Controller, new("nodeid", "rsm_node_id_t"), new("segment_id", "rsm_memseg_id_t"),
            new("perm", "rsm_permission_t"), new("memseg", "rsm_memseg_import_handle_t *")),
        new("rsm_memseg_import_disconnect", "int", Import),
        new("rsm_memseg_import_map", "int",
            Import, new("address", "void **"), new("attr", "rsm_attribute_t"), new("perm", "rsm_permission_t"),
            Offset, Length),
        new("rsm_memseg_import_unmap", "int", Import),
    ];

    /// <summary>The side that imports: transfers.</summary>
    public static IReadOnlyList<CFunction> Transfers { get; } =
    [
        .. Units("get"), new("rsm_memseg_import_get", "int", Import, Offset, new("dst_addr", "void *"), Length),
        .. Units("put"), new("rsm_memseg_import_put", "int", Import, Offset, new("src_addr", "void *"), Length),
        new("rsm_memseg_import_getv", "int", ScatterGather),
        new("rsm_memseg_import_putv", "int", ScatterGather),
        new("rsm_create_localmemory_handle", "int",
            Controller, new("memseg", "rsm_localmemory_handle_t *"), new("local_vaddr", "char *"), Length),
        new("rsm_free_localmemory_handle", "int", Controller, new("memseg", "rsm_localmemory_handle_t")),
    ];

    /// <summary>Barriers.</summary>
    public static IReadOnlyList<CFunction> Barriers { get; } =
    [
        new("rsm_memseg_import_init_barrier", "int", Import, new("type", "rsm_barrier_type_t"), Barrier),
        new("rsm_memseg_import_open_barrier", "int", Barrier),
        new("rsm_memseg_import_order_barrier", "int", Barrier),
        new("rsm_memseg_import_close_barrier", "int", Barrier),
        new("rsm_memseg_import_destroy_barrier", "int", Barrier),
        new("rsm_memseg_import_set_mode", "int", Import, new("mode", "rsm_barrier_mode_t")),
        new("rsm_memseg_import_get_mode", "int", Import, new("mode", "rsm_barrier_mode_t *")),
    ];

    /// <summary>Signals between the two sides.</summary>
    public static IReadOnlyList<CFunction> Signals { get; } =
    [
        new("rsm_intr_signal_post", "int", AnySegment, new("flags", "uint_t")),
        new("rsm_intr_signal_wait", "int", AnySegment, new("timeout", "int")),
        new("rsm_intr_signal_wait_pollfd", "int",
            new("fds", "struct pollfd *"), new("nfds", "nfds_t"), new("timeout", "int"), new("numfdsp", "int *")),
        new("rsm_memseg_get_pollfd", "int", AnySegment, new("fd", "struct pollfd *")),
        new("rsm_memseg_release_pollfd", "int", AnySegment),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CFunction> All { get; } =
        [.. Controllers, .. Exports, .. Imports, .. Transfers, .. Barriers, .. Signals];

    private static IEnumerable<CFunction> Units(string direction) =>
        Enum.GetValues<AccessWidth>().Select(width => 8 * (int)width).Select(bits => new CFunction(
            $"rsm_memseg_import_{direction}{bits}", "int",
            Import, Offset, new("datap", $"uint{bits}_t *"), new("rep_cnt", "ulong_t")));
}
