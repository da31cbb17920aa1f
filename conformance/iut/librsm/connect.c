/*
 * rsm_memseg_import_connect. The page does not order its errors; here the output pointer comes first, then the way to the
 * segment, and the mode that is asked for last.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "caller.h"
#include "controller.h"
#include "files.h"
#include "pages.h"
#include "publication.h"
#include "public.h"

struct request {
    int controller;
    rsm_node_id_t node;
    rsm_memseg_id_t id;
    rsm_permission_t perm;
};

static int check_arguments(rsmapi_controller_handle_t handle, int controller, rsm_memseg_import_handle_t *out)
{
    if ((uintptr_t)out % sizeof(void *) != 0) {
        return RSMERR_BAD_ADDR;
    }
    if (out == NULL || !caller_may_write(out, sizeof *out)) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (handle == NULL) {
        return RSMERR_BAD_CTLR_HNDL;
    }
    if (controller < 0) {
        return RSMERR_CTLR_NOT_PRESENT;
    }
    return controller_is_absent(controller) ? RSMERR_BAD_CTLR_HNDL : RSM_SUCCESS;
}

static int check_route(const struct request *request)
{
    switch (fabric_route(process.fabric, process.node, request->controller, request->node)) {
    case ROUTE_LOCAL:
    case ROUTE_UP:
        return RSM_SUCCESS;
    case ROUTE_NOT_WIRED:
        return RSMERR_CTLR_NOT_PRESENT;
    default:
        return RSMERR_REMOTE_NODE_UNREACHABLE;
    }
}

/* Whether the controller is wired to the one that the segment was exported through. */
static int check_wire(const struct request *request, const struct fabric_export *record)
{
    if (record->node == process.node) {
        return record->controller == request->controller ? RSM_SUCCESS : RSMERR_SEG_NOT_PUBLISHED;
    }
    int cable = topology_cable(
        (struct end){process.node, request->controller}, (struct end){record->node, record->controller});
    if (cable < 0) {
        return RSMERR_SEG_NOT_PUBLISHED_TO_NODE;
    }
    return fabric_link_up(process.fabric, cable) ? RSM_SUCCESS : RSMERR_REMOTE_NODE_UNREACHABLE;
}

/* Exactly one digit counts. Only the own group makes a member of the exporter's; the privileged may do what they like. */
static int grants(const struct fabric_export *record, int mode, rsm_permission_t perm)
{
    uid_t uid = geteuid();
    int digit = uid == record->uid ? mode >> 6 : getegid() == record->gid ? mode >> 3 : mode;
    int wanted = (int)(perm >> 6);
    return uid == 0 || (digit & wanted) == wanted;
}

static int check_access(const struct request *request, const struct fabric_export *record)
{
    int mode = publication_mode(record, topology_node_id(process.node));
    if (mode < 0 || (mode & 0666) == 0) {
        return RSMERR_SEG_NOT_PUBLISHED_TO_NODE;
    }
    if (request->perm != RSM_PERM_READ && request->perm != RSM_PERM_WRITE && request->perm != RSM_PERM_RDWR) {
        return RSMERR_PERM_DENIED;
    }
    return grants(record, mode, request->perm) ? RSM_SUCCESS : RSMERR_PERM_DENIED;
}

static int find(const struct request *request, const struct fabric_export **record)
{
    int code = check_route(request);
    if (code != RSM_SUCCESS) {
        return code;
    }
    *record = fabric_find_published(process.fabric, topology_node(request->node), request->id);
    if (*record == NULL) {
        return RSMERR_SEG_NOT_PUBLISHED;
    }
    code = check_wire(request, *record);
    return code != RSM_SUCCESS ? code : check_access(request, *record);
}

/* The node takes its time. The lock is open meanwhile, and a signal ends the wait. */
static int wait_for_node(const struct request *request)
{
    int node = topology_node(request->node);
    int delay = node < 0 ? 0 : process.fabric->connect_delay[node];
    if (delay == 0) {
        return RSM_SUCCESS;
    }
    fabric_unlock(process.fabric);
    int interrupted = poll(NULL, 0, delay) < 0 && errno == EINTR;
    fabric_lock(process.fabric, process.descriptor, process.place);
    if (interrupted || check_route(request) != RSM_SUCCESS) {
        return RSMERR_INTERRUPTED;
    }
    return RSM_SUCCESS;
}

/* Makes the segment; what it made is undone by the caller when it fails. */
static int make(struct segment *import, const struct request *request, const struct fabric_export *source)
{
    struct fabric_import *link = process.fabric->node_full[process.node] ? NULL : fabric_new_import(process.fabric);
    if (link == NULL) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    import->record = (int)(link - process.fabric->imports);
    link->process = process.place;
    link->node = process.node;
    link->controller = request->controller;
    link->exporter_node = source->node;
    link->exporter_controller = source->controller;
    link->export_serial = source->serial;
    link->link = LINK_ALIVE;
    link->serial = import->serial;
    import->bell = files_new_bell(import->serial, NULL);
    return import->bell < 0 || pages_import(import, source) != RSM_SUCCESS ? RSMERR_INSUFFICIENT_MEM : RSM_SUCCESS;
}

static void unmake(struct segment *import)
{
    if (import->pages.address != NULL) {
        pages_release(import);
    }
    if (import->bell >= 0) {
        close(import->bell);
    }
    if (import->record >= 0) {
        fabric_free_import(process.fabric, &process.fabric->imports[import->record]);
    }
    free(import);
}

static int connect_segment(const struct request *request, rsm_memseg_import_handle_t *out)
{
    const struct fabric_export *source;
    int code = find(request, &source);
    if (code != RSM_SUCCESS) {
        return code;
    }
    uint64_t publication = source->publication;
    code = wait_for_node(request);
    if (code != RSM_SUCCESS) {
        return code;
    }
    code = find(request, &source);
    if (code != RSM_SUCCESS) {
        return code == RSMERR_SEG_NOT_PUBLISHED ? RSMERR_INTERRUPTED : code;
    }
    if (source->publication != publication) {
        return RSMERR_INTERRUPTED;
    }
    struct segment *import = malloc(sizeof *import);
    if (import == NULL) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    *import = (struct segment){
        .kind = KIND_IMPORT, .owner = process.pid, .controller = request->controller, .perm = request->perm,
        .mode = RSM_BARRIER_MODE_IMPLICIT, .bell = -1, .record = -1, .serial = fabric_serial(process.fabric),
    };
    code = make(import, request, source);
    void *handle = code == RSM_SUCCESS ? handle_of(KIND_IMPORT, import) : NULL;
    if (handle == NULL) {
        unmake(import);
        return RSMERR_INSUFFICIENT_MEM;
    }
    caller_write(out, &handle, sizeof handle);
    return RSM_SUCCESS;
}

int rsm_memseg_import_connect(rsmapi_controller_handle_t controller, rsm_node_id_t nodeid, rsm_memseg_id_t segment_id,
    rsm_permission_t perm, rsm_memseg_import_handle_t *memseg)
{
    int saved;
    int code = process_enter(&saved);
    if (code != RSM_SUCCESS) {
        return code;
    }
    struct request request = {controller_find(controller), nodeid, segment_id, perm};
    code = check_arguments(controller, request.controller, memseg);
    return process_leave(saved, code != RSM_SUCCESS ? code : connect_segment(&request, memseg));
}
PUBLIC(rsm_memseg_import_connect);
