/* rsm_memseg_import_disconnect. A pollfd that is in use is reported before a map. */
#include <stdlib.h>
#include <unistd.h>

#include "disconnect.h"
#include "pages.h"
#include "public.h"

void import_free(struct segment *import)
{
    pages_release(import);
    free(import);
}

static int disconnect_segment(rsm_memseg_import_handle_t handle)
{
    struct segment *import = import_find(handle);
    if (import == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (import->pollfds > 0) {
        return RSMERR_POLLFD_IN_USE;
    }
    if (import->map.address != NULL) {
        return RSMERR_SEG_STILL_MAPPED;
    }
    handle_drop(handle);
    fabric_free_import(process.fabric, &process.fabric->imports[import->record]);
    close(import->bell);
    import->closed = 1;
    if (import->busy == 0) {
        import_free(import);
    }
    return RSM_SUCCESS;
}

int rsm_memseg_import_disconnect(rsm_memseg_import_handle_t memseg)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, disconnect_segment(memseg));
}
PUBLIC(rsm_memseg_import_disconnect);
