/* rsm_memseg_import_disconnect. A pollfd that is in use is reported before a map. */
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "defects.h"
#include "disconnect.h"
#include "gates.h"
#include "pages.h"
#include "public.h"

void import_free(struct segment *import)
{
    static unsigned int freed; /* for a defect that shows now and then */

    if (!DEFECT(map_leaked_on_disconnect)) {
        pages_release(import);
    }
    free(import->map);
    if (!DEFECT(block_leaked_on_disconnect) && !(DEFECT(block_leaked_at_every_17th_disconnect) && ++freed % 17 == 0)) {
        free(import);
    }
}

static int refuse(rsm_memseg_import_handle_t handle)
{
    if (DEFECT(crash_on_null_handle) && handle == NULL) {
        return *(volatile int *)handle;
    }
    if (DEFECT(crash_on_garbage_handle) && handle != NULL) {
        return *(volatile int *)handle;
    }
    if (DEFECT(null_disconnected) && handle == NULL) {
        return RSM_SUCCESS;
    }
    if (DEFECT(stale_handle_disconnected) && handle != NULL) {
        return RSM_SUCCESS;
    }
    if (DEFECT(export_handle_taken) && handle_find(KIND_EXPORT, handle) != NULL) {
        handle_drop(handle);
        return RSM_SUCCESS;
    }
    return RSMERR_BAD_SEG_HNDL;
}

/* Only a defect has a use for it. */
static void end_siblings(const struct fabric_import *but)
{
    for (int at = 0; at < process.fabric->imports_used; at++) {
        struct fabric_import *other = &process.fabric->imports[at];
        if (other != but && other->serial != 0 && other->export_serial == but->export_serial) {
            other->link = LINK_LOST;
        }
    }
}

static int disconnect_segment(rsm_memseg_import_handle_t handle)
{
    int was_open;
    int code = gate_pass("disconnect.entry", 0, &was_open);
    struct segment *import = import_find(handle);
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (import == NULL) {
        return refuse(handle);
    }
    struct fabric_import *link = &process.fabric->imports[import->record];
    if (import->pollfds > 0 && !DEFECT(pollfd_ignored)) {
        if (DEFECT(hang_on_pollfd)) {
            pause();
        }
        if (DEFECT(refusal_ends_link)) {
            link->link = LINK_LOST;
        }
        return RSMERR_POLLFD_IN_USE;
    }
    if (import->map->window.address != NULL && !DEFECT(disconnect_unmaps)) {
        if (DEFECT(hang_on_map)) {
            pause();
        }
        if (DEFECT(refusal_unmaps)) {
            munmap(import->map->window.address, import->map->window.length);
            import->map->window.address = NULL;
        }
        return RSMERR_SEG_STILL_MAPPED;
    }
    if (DEFECT(disconnect_unmaps) && import->map->window.address != NULL) {
        munmap(import->map->window.address, import->map->window.length);
    }
    if (DEFECT(implicit_map_counts) && import->used) {
        return RSMERR_SEG_STILL_MAPPED;
    }
    if (DEFECT(crash_after_forced_disconnect) && link->link == LINK_WITHDRAWN) {
        abort();
    }
    if (DEFECT(lost_link_kept) && link->link != LINK_ALIVE) {
        return RSMERR_CONN_ABORTED;
    }
    if (DEFECT(siblings_disconnected)) {
        end_siblings(link);
    }
    import->closed = 1; /* from here on the handle is this call's alone */
    code = gate_pass("disconnect.before-farewell", 0, &was_open);
    if (code != RSM_SUCCESS) {
        import->closed = 0;
        return code;
    }
    handle_drop(handle);
    fabric_free_import(process.fabric, link);
    if (DEFECT(wrong_descriptor_closed)) {
        close(import->bell - 1);
    } else if (!DEFECT(descriptor_leaked_on_disconnect)) {
        close(import->bell);
    }
    import->bell = -1;
    if (import->busy == 0) {
        import_free(import);
    }
    return RSM_SUCCESS;
}

int rsm_memseg_import_disconnect(rsm_memseg_import_handle_t memseg)
{
    int saved;
    ZOO(BEFORE_DISCONNECT, 0, NULL);
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, disconnect_segment(memseg));
}
PUBLIC(rsm_memseg_import_disconnect);
