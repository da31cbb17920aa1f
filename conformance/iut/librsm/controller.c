/* Controllers: one handle a process and controller, however often it is got. */
#include <string.h>

#include "caller.h"
#include "controller.h"
#include "process.h"
#include "public.h"

struct controller {
    int index;
    int references;
    void *handle;
};

static struct controller controllers[MOST_CONTROLLERS];

int controller_find(const void *handle)
{
    const struct controller *found = handle_find(KIND_CONTROLLER, handle);
    return found == NULL ? -1 : found->index;
}

int controller_is_absent(int controller)
{
    return process.fabric->controller_absent[process.node][controller];
}

static int copy_name(const char *name, char copy[256])
{
    if (name == NULL) {
        strcpy(copy, "loopback");
        return RSM_SUCCESS;
    }
    for (int at = 0; at < 256; at++) {
        if (!caller_read(name + at, &copy[at], 1)) {
            return RSMERR_BAD_ADDR;
        }
        if (copy[at] == '\0') {
            return RSM_SUCCESS;
        }
    }
    return RSMERR_CTLR_NOT_PRESENT;
}

static int get(const char *name, rsmapi_controller_handle_t *out)
{
    char copy[256];
    if (out == NULL) {
        return RSMERR_BAD_CTLR_HNDL;
    }
    if (!caller_may_write(out, sizeof *out)) {
        return RSMERR_BAD_ADDR;
    }
    int code = copy_name(name, copy);
    if (code != RSM_SUCCESS) {
        return code;
    }
    int index = topology_controller(process.node, copy);
    if (index < 0 || controller_is_absent(index)) {
        return RSMERR_CTLR_NOT_PRESENT;
    }
    struct controller *controller = &controllers[index];
    if (controller->references == 0) {
        controller->index = index;
        controller->handle = handle_of(KIND_CONTROLLER, controller);
        if (controller->handle == NULL) {
            return RSMERR_INSUFFICIENT_MEM;
        }
    }
    controller->references++;
    caller_write(out, &controller->handle, sizeof controller->handle);
    return RSM_SUCCESS;
}

static int attributes_of(int index, rsmapi_controller_attr_t *out)
{
    rsmapi_controller_attr_t found;
    memset(&found, 0, sizeof found);
    found.attr_page_size = page_size() / 1024;
    if (index != LOOPBACK) {
        const size_t largest = (size_t)1 << 28;
        found.attr_direct_access_sizes = RSM_DAS8 | RSM_DAS16 | RSM_DAS32 | RSM_DAS64;
        found.attr_max_export_segment_size = largest;
        found.attr_tot_export_segment_size = largest * MOST_EXPORTS;
        found.attr_max_export_segments = MOST_EXPORTS;
        found.attr_max_import_map_size = largest;
        found.attr_tot_import_map_size = largest * MOST_IMPORTS;
        found.attr_max_import_segments = MOST_IMPORTS;
    }
    return caller_write(out, &found, sizeof found) ? RSM_SUCCESS : RSMERR_BAD_ADDR;
}

static int release(rsmapi_controller_handle_t handle)
{
    struct controller *controller = handle_find(KIND_CONTROLLER, handle);
    if (controller == NULL) {
        return RSMERR_BAD_CTLR_HNDL;
    }
    if (--controller->references == 0) {
        handle_drop(handle);
    }
    return RSM_SUCCESS;
}

int rsm_get_controller(char *name, rsmapi_controller_handle_t *controller)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, get(name, controller));
}
PUBLIC(rsm_get_controller);

int rsm_get_controller_attr(rsmapi_controller_handle_t controller, rsmapi_controller_attr_t *attr)
{
    int saved;
    int code = process_enter(&saved);
    if (code != RSM_SUCCESS) {
        return code;
    }
    int index = controller_find(controller);
    return process_leave(saved, index < 0 ? RSMERR_BAD_CTLR_HNDL : attributes_of(index, attr));
}
PUBLIC(rsm_get_controller_attr);

int rsm_release_controller(rsmapi_controller_handle_t controller)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, release(controller));
}
PUBLIC(rsm_release_controller);
