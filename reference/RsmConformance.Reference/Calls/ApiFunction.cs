namespace RsmConformance.Reference;

/// <summary>The functions of RSMAPI, as rules and gates see them.</summary>
public enum ApiFunction
{
    /// <summary>rsm_get_controller.</summary>
    GetController,

    /// <summary>rsm_get_controller_attr.</summary>
    GetControllerAttributes,

    /// <summary>rsm_release_controller.</summary>
    ReleaseController,

    /// <summary>rsm_get_interconnect_topology.</summary>
    GetTopology,

    /// <summary>rsm_free_interconnect_topology.</summary>
    FreeTopology,

    /// <summary>rsm_memseg_export_create.</summary>
    ExportCreate,

    /// <summary>rsm_memseg_export_destroy.</summary>
    ExportDestroy,

    /// <summary>rsm_memseg_export_rebind.</summary>
    ExportRebind,

    /// <summary>rsm_memseg_export_publish.</summary>
    ExportPublish,

    /// <summary>rsm_memseg_export_unpublish.</summary>
    ExportUnpublish,

    /// <summary>rsm_memseg_export_republish.</summary>
    ExportRepublish,

    /// <summary>rsm_memseg_import_connect.</summary>
    ImportConnect,

    /// <summary>rsm_memseg_import_disconnect.</summary>
    ImportDisconnect,

    /// <summary>rsm_memseg_import_map.</summary>
    ImportMap,

    /// <summary>rsm_memseg_import_unmap.</summary>
    ImportUnmap,

    /// <summary>rsm_memseg_import_get.</summary>
    ImportGet,

    /// <summary>rsm_memseg_import_put.</summary>
    ImportPut,

    /// <summary>rsm_memseg_import_get8, 16, 32 and 64.</summary>
    ImportGetUnits,

    /// <summary>rsm_memseg_import_put8, 16, 32 and 64.</summary>
    ImportPutUnits,

    /// <summary>rsm_memseg_import_init_barrier.</summary>
    InitBarrier,

    /// <summary>rsm_memseg_import_open_barrier.</summary>
    OpenBarrier,

    /// <summary>rsm_memseg_import_order_barrier.</summary>
    OrderBarrier,

    /// <summary>rsm_memseg_import_close_barrier.</summary>
    CloseBarrier,

    /// <summary>rsm_memseg_import_destroy_barrier.</summary>
    DestroyBarrier,

    /// <summary>rsm_memseg_import_set_mode.</summary>
    SetBarrierMode,

    /// <summary>rsm_memseg_import_get_mode.</summary>
    GetBarrierMode,

    /// <summary>rsm_intr_signal_post.</summary>
    SignalPost,

    /// <summary>rsm_intr_signal_wait.</summary>
    SignalWait,

    /// <summary>rsm_memseg_get_pollfd.</summary>
    GetPollfd,

    /// <summary>rsm_memseg_release_pollfd.</summary>
    ReleasePollfd,
}
