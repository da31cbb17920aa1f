namespace RsmConformance.Abi;

/// <summary>
/// RSMAPI as one process sees it, with the parameters of the C functions. Addresses and handles are plain machine words:
/// 0 is NULL, and nothing stops a caller from passing a handle that is stale or none at all. Every method returns the raw
/// <see cref="RsmError"/> number. All of them are MT-Safe, as the pages demand.
/// </summary>
public interface IRsmLibrary
{
    /// <summary>rsm_get_controller.</summary>
    /// <param name="name">The controller's name; null stands for the loopback controller.</param>
    /// <param name="controller">Address where the controller handle is stored.</param>
    /// <returns>0, BAD_CTLR_HNDL, BAD_ADDR, CTLR_NOT_PRESENT, INSUFFICIENT_MEM or BAD_LIBRARY_VERSION.</returns>
    int GetController(string? name, nint controller);

    /// <summary>rsm_get_controller_attr.</summary>
    /// <param name="controller">Controller handle.</param>
    /// <param name="attributes">Address of an <c>rsmapi_controller_attr_t</c>.</param>
    /// <returns>0, BAD_CTLR_HNDL or BAD_ADDR.</returns>
    int GetControllerAttributes(nint controller, nint attributes);

    /// <summary>rsm_release_controller.</summary>
    /// <param name="controller">Controller handle.</param>
    /// <returns>0 or BAD_CTLR_HNDL.</returns>
    int ReleaseController(nint controller);

    /// <summary>rsm_get_interconnect_topology.</summary>
    /// <param name="topology">Address where a pointer to the topology is stored.</param>
    /// <returns>0, BAD_TOPOLOGY_PTR, INSUFFICIENT_MEM or BAD_ADDR.</returns>
    int GetTopology(nint topology);

    /// <summary>rsm_free_interconnect_topology; returns nothing in C, so always 0 here.</summary>
    /// <param name="topology">What <see cref="GetTopology"/> stored, or 0.</param>
    /// <returns>0.</returns>
    int FreeTopology(nint topology);

    /// <summary>rsm_memseg_export_create.</summary>
    /// <param name="controller">Controller handle.</param>
    /// <param name="memseg">Address where the export handle is stored.</param>
    /// <param name="address">Start of the memory, page aligned.</param>
    /// <param name="length">Its bytes, whole pages.</param>
    /// <param name="flags">See <see cref="ExportFlags"/>.</param>
    /// <returns>0, BAD_CTLR_HNDL, BAD_SEG_HNDL, BAD_ADDR, BAD_LENGTH, BAD_MEM_ALIGNMENT, CTLR_NOT_PRESENT, INSUFFICIENT_MEM, INSUFFICIENT_RESOURCES or PERM_DENIED.</returns>
    int ExportCreate(nint controller, nint memseg, nint address, nuint length, uint flags);

    /// <summary>rsm_memseg_export_destroy.</summary>
    /// <param name="memseg">Export handle.</param>
    /// <returns>0, BAD_SEG_HNDL or POLLFD_IN_USE.</returns>
    int ExportDestroy(nint memseg);

    /// <summary>rsm_memseg_export_rebind.</summary>
    /// <param name="memseg">Export handle.</param>
    /// <param name="address">Start of the new memory.</param>
    /// <param name="offset">Kept for the future.</param>
    /// <param name="length">The bytes of the segment.</param>
    /// <returns>0, BAD_SEG_HNDL, BAD_ADDR, REBIND_NOT_ALLOWED, NOT_CREATOR, BAD_LENGTH, INSUFFICIENT_MEM, PERM_DENIED or INTERRUPTED.</returns>
    int ExportRebind(nint memseg, nint address, long offset, nuint length);

    /// <summary>rsm_memseg_export_publish.</summary>
    /// <param name="memseg">Export handle.</param>
    /// <param name="segmentId">Address of the id: read, and written when it held 0.</param>
    /// <param name="accessList">Address of an array of <c>rsmapi_access_entry_t</c>, or 0.</param>
    /// <param name="accessListLength">Its entries.</param>
    /// <returns>0, BAD_SEGID, BAD_SEG_HNDL, BAD_ACL, SEG_ALREADY_PUBLISHED, RESERVED_SEGID, SEGID_IN_USE, NOT_CREATOR, INSUFFICIENT_MEM, INSUFFICIENT_RESOURCES or BAD_ADDR.</returns>
    int ExportPublish(nint memseg, nint segmentId, nint accessList, uint accessListLength);

    /// <summary>rsm_memseg_export_unpublish.</summary>
    /// <param name="memseg">Export handle.</param>
    /// <returns>0, BAD_SEG_HNDL, SEG_NOT_PUBLISHED, NOT_CREATOR or INTERRUPTED.</returns>
    int ExportUnpublish(nint memseg);

    /// <summary>rsm_memseg_export_republish.</summary>
    /// <param name="memseg">Export handle.</param>
    /// <param name="accessList">Address of an array of <c>rsmapi_access_entry_t</c>, or 0.</param>
    /// <param name="accessListLength">Its entries.</param>
    /// <returns>0, BAD_SEG_HNDL, SEG_NOT_PUBLISHED, BAD_ACL, BAD_ADDR, NOT_CREATOR, INTERRUPTED, INSUFFICIENT_MEM or INSUFFICIENT_RESOURCES.</returns>
    int ExportRepublish(nint memseg, nint accessList, uint accessListLength);

    /// <summary>rsm_memseg_import_connect.</summary>
    /// <param name="controller">Controller handle.</param>
    /// <param name="nodeId">The node that exports.</param>
    /// <param name="segmentId">The id that it published.</param>
    /// <param name="permission">0400, 0200 or 0600.</param>
    /// <param name="memseg">Address where the import handle is stored.</param>
    /// <returns>0, BAD_SEG_HNDL, BAD_CTLR_HNDL, CTLR_NOT_PRESENT, PERM_DENIED, INSUFFICIENT_MEM, INSUFFICIENT_RESOURCES, SEG_NOT_PUBLISHED_TO_NODE, SEG_NOT_PUBLISHED, BAD_ADDR, REMOTE_NODE_UNREACHABLE or INTERRUPTED.</returns>
    int ImportConnect(nint controller, uint nodeId, uint segmentId, uint permission, nint memseg);

    /// <summary>rsm_memseg_import_disconnect.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <returns>0, BAD_SEG_HNDL, SEG_STILL_MAPPED or POLLFD_IN_USE.</returns>
    int ImportDisconnect(nint memseg);

    /// <summary>rsm_memseg_import_map.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="address">Address where the start of the mapping is stored (and, with MAP_FIXED, read).</param>
    /// <param name="attribute">See <see cref="MapAttribute"/>.</param>
    /// <param name="permission">0400, 0200 or 0600, within the permission of the connection.</param>
    /// <param name="offset">Bytes into the segment, page aligned.</param>
    /// <param name="length">Bytes to map.</param>
    /// <returns>0, BAD_SEG_HNDL, BAD_ADDR, SEG_ALREADY_MAPPED, BAD_PERMS, BAD_LENGTH, BAD_MEM_ALIGNMENT, BAD_OFFSET, CONN_ABORTED, MAP_FAILED or SEG_NOT_CONNECTED.</returns>
    int ImportMap(nint memseg, nint address, int attribute, uint permission, nint offset, nuint length);

    /// <summary>rsm_memseg_import_unmap.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <returns>0, BAD_SEG_HNDL or SEG_NOT_MAPPED.</returns>
    int ImportUnmap(nint memseg);

    /// <summary>rsm_memseg_import_get.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="offset">Bytes into the segment.</param>
    /// <param name="destination">Address that receives the data.</param>
    /// <param name="length">Bytes.</param>
    /// <returns>0, BAD_SEG_HNDL, BAD_ADDR, BAD_MEM_ALIGNMENT, BAD_OFFSET, BAD_LENGTH, PERM_DENIED, BARRIER_UNINITIALIZED, BARRIER_FAILURE, CONN_ABORTED or INSUFFICIENT_RESOURCES.</returns>
    int ImportGet(nint memseg, nint offset, nint destination, nuint length);

    /// <summary>rsm_memseg_import_put.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="offset">Bytes into the segment.</param>
    /// <param name="source">Address of the data.</param>
    /// <param name="length">Bytes.</param>
    /// <returns>As <see cref="ImportGet"/>.</returns>
    int ImportPut(nint memseg, nint offset, nint source, nuint length);

    /// <summary>rsm_memseg_import_get8, 16, 32 and 64.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="width">Bytes of a unit: 1, 2, 4 or 8.</param>
    /// <param name="offset">Bytes into the segment, a multiple of the unit.</param>
    /// <param name="destination">Address that receives the units.</param>
    /// <param name="count">Units.</param>
    /// <returns>As <see cref="ImportGet"/>.</returns>
    int ImportGetUnits(nint memseg, AccessWidth width, nint offset, nint destination, nuint count);

    /// <summary>rsm_memseg_import_put8, 16, 32 and 64.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="width">Bytes of a unit: 1, 2, 4 or 8.</param>
    /// <param name="offset">Bytes into the segment, a multiple of the unit.</param>
    /// <param name="source">Address of the units.</param>
    /// <param name="count">Units.</param>
    /// <returns>As <see cref="ImportGet"/>.</returns>
    int ImportPutUnits(nint memseg, AccessWidth width, nint offset, nint source, nuint count);

    /// <summary>rsm_memseg_import_init_barrier.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="type">See <see cref="BarrierType"/>.</param>
    /// <param name="barrier">Address of an <c>rsmapi_barrier_t</c>.</param>
    /// <returns>0, BAD_SEG_HNDL, BAD_BARRIER_PTR or INSUFFICIENT_MEM.</returns>
    int InitBarrier(nint memseg, int type, nint barrier);

    /// <summary>rsm_memseg_import_open_barrier.</summary>
    /// <param name="barrier">Address of an initialised barrier.</param>
    /// <returns>0, BAD_BARRIER_PTR, BAD_SEG_HNDL or BARRIER_UNINITIALIZED.</returns>
    int OpenBarrier(nint barrier);

    /// <summary>rsm_memseg_import_order_barrier.</summary>
    /// <param name="barrier">Address of an open barrier.</param>
    /// <returns>0, BAD_BARRIER_PTR, BARRIER_UNINITIALIZED, BARRIER_NOT_OPENED, BARRIER_FAILURE or CONN_ABORTED.</returns>
    int OrderBarrier(nint barrier);

    /// <summary>rsm_memseg_import_close_barrier.</summary>
    /// <param name="barrier">Address of an open barrier.</param>
    /// <returns>As <see cref="OrderBarrier"/>.</returns>
    int CloseBarrier(nint barrier);

    /// <summary>rsm_memseg_import_destroy_barrier.</summary>
    /// <param name="barrier">Address of an initialised barrier.</param>
    /// <returns>0, BAD_BARRIER_PTR or BARRIER_UNINITIALIZED.</returns>
    int DestroyBarrier(nint barrier);

    /// <summary>rsm_memseg_import_set_mode.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="mode">See <see cref="BarrierMode"/>.</param>
    /// <returns>0, BAD_SEG_HNDL or BAD_MODE.</returns>
    int SetBarrierMode(nint memseg, int mode);

    /// <summary>rsm_memseg_import_get_mode.</summary>
    /// <param name="memseg">Import handle.</param>
    /// <param name="mode">Address where the mode is stored.</param>
    /// <returns>0, BAD_SEG_HNDL or BAD_ADDR.</returns>
    int GetBarrierMode(nint memseg, nint mode);

    /// <summary>rsm_intr_signal_post.</summary>
    /// <param name="memseg">Import or export handle.</param>
    /// <param name="flags">0 or RSM_SIGPOST_NO_ACCUMULATE.</param>
    /// <returns>0, BAD_SEG_HNDL, CONN_ABORTED or REMOTE_NODE_UNREACHABLE.</returns>
    int SignalPost(nint memseg, uint flags);

    /// <summary>rsm_intr_signal_wait.</summary>
    /// <param name="memseg">Import or export handle.</param>
    /// <param name="timeoutMilliseconds">Milliseconds; -1 waits without limit.</param>
    /// <returns>0, BAD_SEG_HNDL, INTERRUPTED or TIMEOUT.</returns>
    int SignalWait(nint memseg, int timeoutMilliseconds);

    /// <summary>rsm_memseg_get_pollfd.</summary>
    /// <param name="memseg">Import or export handle.</param>
    /// <param name="pollfd">Address of a <c>struct pollfd</c>.</param>
    /// <returns>0 or BAD_SEG_HNDL.</returns>
    int GetPollfd(nint memseg, nint pollfd);

    /// <summary>rsm_memseg_release_pollfd.</summary>
    /// <param name="memseg">Import or export handle.</param>
    /// <returns>0 or BAD_SEG_HNDL.</returns>
    int ReleasePollfd(nint memseg);
}
