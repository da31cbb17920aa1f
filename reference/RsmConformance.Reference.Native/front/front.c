/* The public functions. Each keeps errno, is refused in a child of fork, and leaves the rest to the managed library. */
#include <errno.h>

#include "core.h"
#include "explain.h"
#include "guard.h"

/* The same function under its second historical name, _rsm_X. */
#define PUBLIC(name) extern __typeof__(name) _##name __attribute__((alias(#name)))

#define FRONT(name, parameters, refusal, call) \
    int name parameters \
    { \
        int kept = errno; \
        bool mine = guard_enter(); \
        int code = mine ? (call) : (refusal); \
        explain(#name, code, !mine); \
        errno = kept; \
        return code; \
    } \
    PUBLIC(name)

FRONT(rsm_get_controller, (char *name, rsmapi_controller_handle_t *controller), RSMERR_CTLR_NOT_PRESENT,
    core_get_controller(name, controller));
FRONT(rsm_get_controller_attr, (rsmapi_controller_handle_t controller, rsmapi_controller_attr_t *attr), RSMERR_BAD_CTLR_HNDL,
    core_get_controller_attr(controller, attr));
FRONT(rsm_release_controller, (rsmapi_controller_handle_t controller), RSMERR_BAD_CTLR_HNDL,
    core_release_controller(controller));
FRONT(rsm_get_interconnect_topology, (rsm_topology_t **topology), RSMERR_INSUFFICIENT_MEM, core_get_topology(topology));

void rsm_free_interconnect_topology(rsm_topology_t *topology)
{
    int kept = errno;
    if (guard_enter())
        core_free_topology(topology);
    errno = kept;
}
PUBLIC(rsm_free_interconnect_topology);

FRONT(rsm_memseg_export_create, (rsmapi_controller_handle_t controller, rsm_memseg_export_handle_t *memseg, void *vaddr,
    size_t length, uint_t flags), RSMERR_BAD_CTLR_HNDL, core_export_create(controller, memseg, vaddr, length, flags));
FRONT(rsm_memseg_export_destroy, (rsm_memseg_export_handle_t memseg), RSMERR_BAD_SEG_HNDL, core_export_destroy(memseg));
FRONT(rsm_memseg_export_rebind, (rsm_memseg_export_handle_t memseg, void *vaddr, offset_t off, size_t length),
    RSMERR_BAD_SEG_HNDL, core_export_rebind(memseg, vaddr, off, length));
FRONT(rsm_memseg_export_publish, (rsm_memseg_export_handle_t memseg, rsm_memseg_id_t *id, rsmapi_access_entry_t *list,
    uint_t length), RSMERR_BAD_SEG_HNDL, core_export_publish(memseg, id, list, length));
FRONT(rsm_memseg_export_unpublish, (rsm_memseg_export_handle_t memseg), RSMERR_BAD_SEG_HNDL, core_export_unpublish(memseg));
FRONT(rsm_memseg_export_republish, (rsm_memseg_export_handle_t memseg, rsmapi_access_entry_t *list, uint_t length),
    RSMERR_BAD_SEG_HNDL, core_export_republish(memseg, list, length));

FRONT(rsm_memseg_import_connect, (rsmapi_controller_handle_t controller, rsm_node_id_t node, rsm_memseg_id_t id,
    rsm_permission_t perm, rsm_memseg_import_handle_t *memseg), RSMERR_BAD_CTLR_HNDL,
    core_import_connect(controller, node, id, perm, memseg));
FRONT(rsm_memseg_import_disconnect, (rsm_memseg_import_handle_t memseg), RSMERR_BAD_SEG_HNDL, core_import_disconnect(memseg));
FRONT(rsm_memseg_import_map, (rsm_memseg_import_handle_t memseg, void **address, rsm_attribute_t attr, rsm_permission_t perm,
    off_t offset, size_t length), RSMERR_BAD_SEG_HNDL, core_import_map(memseg, address, attr, perm, offset, length));
FRONT(rsm_memseg_import_unmap, (rsm_memseg_import_handle_t memseg), RSMERR_BAD_SEG_HNDL, core_import_unmap(memseg));

FRONT(rsm_memseg_import_get, (rsm_memseg_import_handle_t memseg, off_t offset, void *to, size_t length), RSMERR_BAD_SEG_HNDL,
    core_import_get(memseg, offset, to, length));
FRONT(rsm_memseg_import_put, (rsm_memseg_import_handle_t memseg, off_t offset, void *from, size_t length), RSMERR_BAD_SEG_HNDL,
    core_import_put(memseg, offset, from, length));

#define UNITS(direction, bits) \
    FRONT(rsm_memseg_import_##direction##bits, (rsm_memseg_import_handle_t memseg, off_t offset, uint##bits##_t *data, \
        ulong_t count), RSMERR_BAD_SEG_HNDL, core_import_##direction##_units(memseg, bits / 8, offset, data, count))
UNITS(get, 8);
UNITS(get, 16);
UNITS(get, 32);
UNITS(get, 64);
UNITS(put, 8);
UNITS(put, 16);
UNITS(put, 32);
UNITS(put, 64);

FRONT(rsm_memseg_import_init_barrier, (rsm_memseg_import_handle_t memseg, rsm_barrier_type_t type, rsmapi_barrier_t *barrier),
    RSMERR_BAD_SEG_HNDL, core_init_barrier(memseg, type, barrier));
FRONT(rsm_memseg_import_open_barrier, (rsmapi_barrier_t *barrier), RSMERR_BAD_SEG_HNDL, core_open_barrier(barrier));
FRONT(rsm_memseg_import_order_barrier, (rsmapi_barrier_t *barrier), RSMERR_BAD_SEG_HNDL, core_order_barrier(barrier));
FRONT(rsm_memseg_import_close_barrier, (rsmapi_barrier_t *barrier), RSMERR_BAD_SEG_HNDL, core_close_barrier(barrier));
FRONT(rsm_memseg_import_destroy_barrier, (rsmapi_barrier_t *barrier), RSMERR_BAD_SEG_HNDL, core_destroy_barrier(barrier));
FRONT(rsm_memseg_import_set_mode, (rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t mode), RSMERR_BAD_SEG_HNDL,
    core_set_mode(memseg, mode));
FRONT(rsm_memseg_import_get_mode, (rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t *mode), RSMERR_BAD_SEG_HNDL,
    core_get_mode(memseg, mode));

FRONT(rsm_intr_signal_post, (void *memseg, uint_t flags), RSMERR_BAD_SEG_HNDL, core_signal_post(memseg, flags));
FRONT(rsm_intr_signal_wait, (void *memseg, int timeout), RSMERR_BAD_SEG_HNDL, core_signal_wait(memseg, timeout));
FRONT(rsm_intr_signal_wait_pollfd, (struct pollfd *fds, nfds_t count, int timeout, int *ready), RSMERR_BAD_ARGS_ERRORS,
    core_signal_wait_pollfd(fds, count, timeout, ready));
FRONT(rsm_memseg_get_pollfd, (void *memseg, struct pollfd *fd), RSMERR_BAD_SEG_HNDL, core_get_pollfd(memseg, fd));
FRONT(rsm_memseg_release_pollfd, (void *memseg), RSMERR_BAD_SEG_HNDL, core_release_pollfd(memseg));
