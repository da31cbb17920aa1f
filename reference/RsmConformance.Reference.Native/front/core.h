/* What the managed library offers the front: one function for each public one, and its start. */
#ifndef CORE_H
#define CORE_H

#include <poll.h>
#include <rsmapi.h>

int core_start(void);
int core_get_controller(const char *name, rsmapi_controller_handle_t *controller);
int core_get_controller_attr(rsmapi_controller_handle_t controller, rsmapi_controller_attr_t *attr);
int core_release_controller(rsmapi_controller_handle_t controller);
int core_get_topology(rsm_topology_t **topology);
int core_free_topology(rsm_topology_t *topology);
int core_export_create(rsmapi_controller_handle_t controller, rsm_memseg_export_handle_t *memseg, void *vaddr, size_t length,
    uint_t flags);
int core_export_destroy(rsm_memseg_export_handle_t memseg);
int core_export_rebind(rsm_memseg_export_handle_t memseg, void *vaddr, offset_t off, size_t length);
int core_export_publish(rsm_memseg_export_handle_t memseg, rsm_memseg_id_t *id, rsmapi_access_entry_t *list, uint_t length);
int core_export_unpublish(rsm_memseg_export_handle_t memseg);
int core_export_republish(rsm_memseg_export_handle_t memseg, rsmapi_access_entry_t *list, uint_t length);
int core_import_connect(rsmapi_controller_handle_t controller, rsm_node_id_t node, rsm_memseg_id_t id, rsm_permission_t perm,
    rsm_memseg_import_handle_t *memseg);
int core_import_disconnect(rsm_memseg_import_handle_t memseg);
int core_import_map(rsm_memseg_import_handle_t memseg, void **address, rsm_attribute_t attr, rsm_permission_t perm, off_t offset,
    size_t length);
int core_import_unmap(rsm_memseg_import_handle_t memseg);
int core_import_get(rsm_memseg_import_handle_t memseg, off_t offset, void *to, size_t length);
int core_import_put(rsm_memseg_import_handle_t memseg, off_t offset, void *from, size_t length);
int core_import_get_units(rsm_memseg_import_handle_t memseg, int width, off_t offset, void *to, ulong_t count);
int core_import_put_units(rsm_memseg_import_handle_t memseg, int width, off_t offset, void *from, ulong_t count);
int core_init_barrier(rsm_memseg_import_handle_t memseg, rsm_barrier_type_t type, rsmapi_barrier_t *barrier);
int core_open_barrier(rsmapi_barrier_t *barrier);
int core_order_barrier(rsmapi_barrier_t *barrier);
int core_close_barrier(rsmapi_barrier_t *barrier);
int core_destroy_barrier(rsmapi_barrier_t *barrier);
int core_set_mode(rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t mode);
int core_get_mode(rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t *mode);
int core_signal_post(void *memseg, uint_t flags);
int core_signal_wait(void *memseg, int timeout);
int core_signal_wait_pollfd(struct pollfd *fds, nfds_t count, int timeout, int *ready);
int core_get_pollfd(void *memseg, struct pollfd *fd);
int core_release_pollfd(void *memseg);

#endif
