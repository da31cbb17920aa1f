/*
 * The functions of the stub that succeed whatever they are given. They look at no argument, so they are declared
 * without any, and the header stays away.
 */
#define YES(name) \
    int name(void); \
    int name(void) \
    { \
        return 0; \
    }

YES(rsm_get_controller_attr)
YES(rsm_release_controller)
YES(rsm_get_interconnect_topology)
YES(rsm_get_segmentid_range)
YES(rsm_memseg_export_destroy)
YES(rsm_memseg_export_rebind)
YES(rsm_memseg_export_publish)
YES(rsm_memseg_export_unpublish)
YES(rsm_memseg_export_republish)
YES(rsm_memseg_import_map)
YES(rsm_memseg_import_unmap)
YES(rsm_memseg_import_get8)
YES(rsm_memseg_import_get16)
YES(rsm_memseg_import_get32)
YES(rsm_memseg_import_get64)
YES(rsm_memseg_import_get)
YES(rsm_memseg_import_put8)
YES(rsm_memseg_import_put16)
YES(rsm_memseg_import_put32)
YES(rsm_memseg_import_put64)
YES(rsm_memseg_import_put)
YES(rsm_memseg_import_getv)
YES(rsm_memseg_import_putv)
YES(rsm_create_localmemory_handle)
YES(rsm_free_localmemory_handle)
YES(rsm_memseg_import_init_barrier)
YES(rsm_memseg_import_open_barrier)
YES(rsm_memseg_import_order_barrier)
YES(rsm_memseg_import_close_barrier)
YES(rsm_memseg_import_destroy_barrier)
YES(rsm_memseg_import_set_mode)
YES(rsm_memseg_import_get_mode)
YES(rsm_intr_signal_post)
YES(rsm_intr_signal_wait_pollfd)
YES(rsm_memseg_get_pollfd)
YES(rsm_memseg_release_pollfd)
