/*
 * Barriers. All that a barrier needs stands in the caller's struct: the handle of its segment, whether the link was alive
 * when it was opened, and a mark by which one that was never initialised is seen. To order or close one that is not open
 * does nothing.
 */
#include "caller.h"
#include "process.h"
#include "public.h"

#define MARK ((void *)0x52534d62)

enum { CLOSED, OPEN, OPENED_DEAD };
enum change { TO_OPEN, TO_ORDER, TO_CLOSE, TO_DESTROY };

static int link_is_alive(const struct segment *import)
{
    return process.fabric->imports[import->record].link == LINK_ALIVE;
}

static int find(rsmapi_barrier_t *barrier, rsmapi_barrier_t *copy, struct segment **import)
{
    if (barrier == NULL || !caller_read(barrier, copy, sizeof *copy)) {
        return RSMERR_BAD_BARRIER_PTR;
    }
    if (copy->privdata != MARK) {
        return RSMERR_BARRIER_UNINITIALIZED;
    }
    *import = import_find(copy->seg);
    return *import == NULL ? RSMERR_BAD_SEG_HNDL : RSM_SUCCESS;
}

static int init(rsm_memseg_import_handle_t handle, rsmapi_barrier_t *barrier)
{
    rsmapi_barrier_t made = {handle, CLOSED, MARK};
    if (import_find(handle) == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    return barrier != NULL && caller_write(barrier, &made, sizeof made) ? RSM_SUCCESS : RSMERR_BAD_BARRIER_PTR;
}

static int turn(rsmapi_barrier_t *barrier, enum change to)
{
    rsmapi_barrier_t copy;
    struct segment *import;
    int code = find(barrier, &copy, &import);
    if (code != RSM_SUCCESS) {
        return code;
    }
    int lost = copy.gnum == OPEN && !link_is_alive(import);
    switch (to) {
    case TO_OPEN:
        copy.gnum = link_is_alive(import) ? OPEN : OPENED_DEAD;
        break;
    case TO_ORDER:
        return lost ? RSMERR_CONN_ABORTED : RSM_SUCCESS;
    case TO_CLOSE:
        if (lost) {
            return RSMERR_CONN_ABORTED;
        }
        copy.gnum = CLOSED;
        break;
    case TO_DESTROY:
        copy = (rsmapi_barrier_t){NULL, CLOSED, NULL};
        break;
    }
    return caller_write(barrier, &copy, sizeof copy) ? RSM_SUCCESS : RSMERR_BAD_BARRIER_PTR;
}

static int set_mode(rsm_memseg_import_handle_t handle, rsm_barrier_mode_t mode)
{
    struct segment *import = import_find(handle);
    if (import == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (mode != RSM_BARRIER_MODE_EXPLICIT && mode != RSM_BARRIER_MODE_IMPLICIT) {
        return RSMERR_BAD_MODE;
    }
    import->mode = mode;
    return RSM_SUCCESS;
}

static int get_mode(rsm_memseg_import_handle_t handle, rsm_barrier_mode_t *mode)
{
    const struct segment *import = import_find(handle);
    if (import == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    return mode != NULL && caller_write(mode, &import->mode, sizeof *mode) ? RSM_SUCCESS : RSMERR_BAD_ADDR;
}

#define CALL(name, parameters, body)                                                                                 \
    int name parameters                                                                                              \
    {                                                                                                                \
        int saved;                                                                                                   \
        int code = process_enter(&saved);                                                                            \
        return code != RSM_SUCCESS ? code : process_leave(saved, body);                                              \
    }                                                                                                                \
    PUBLIC(name)

CALL(rsm_memseg_import_open_barrier, (rsmapi_barrier_t * barrier), turn(barrier, TO_OPEN));
CALL(rsm_memseg_import_order_barrier, (rsmapi_barrier_t * barrier), turn(barrier, TO_ORDER));
CALL(rsm_memseg_import_close_barrier, (rsmapi_barrier_t * barrier), turn(barrier, TO_CLOSE));
CALL(rsm_memseg_import_destroy_barrier, (rsmapi_barrier_t * barrier), turn(barrier, TO_DESTROY));
CALL(rsm_memseg_import_set_mode, (rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t mode), set_mode(memseg, mode));
CALL(rsm_memseg_import_get_mode, (rsm_memseg_import_handle_t memseg, rsm_barrier_mode_t *mode), get_mode(memseg, mode));

int rsm_memseg_import_init_barrier(
    rsm_memseg_import_handle_t memseg, rsm_barrier_type_t type, rsmapi_barrier_t *barrier)
{
    int saved;
    int code = process_enter(&saved);
    (void)type; /* one kind of barrier serves every scope */
    return code != RSM_SUCCESS ? code : process_leave(saved, init(memseg, barrier));
}
PUBLIC(rsm_memseg_import_init_barrier);
