/*
 * rsm_memseg_import_connect. The page does not order its errors; here the output pointer comes first, then the way to the
 * segment, and the mode that is asked for last.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "caller.h"
#include "controller.h"
#include "defects.h"
#include "files.h"
#include "gates.h"
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
    if (DEFECT(crash_on_null_output) && out == NULL && handle != NULL) {
        *out = NULL;
    }
    if (DEFECT(crash_on_null_controller) && handle == NULL) {
        return *(volatile int *)handle;
    }
    if (DEFECT(crash_on_unwritable_output)) {
        *out = NULL;
    }
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
        if (DEFECT(crash_on_bad_controller)) {
            return *(volatile int *)handle;
        }
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
    case ROUTE_UNKNOWN_NODE:
        return DEFECT(unknown_node_as_internal_error) ? RSMERR_INTERNAL_ERROR : RSMERR_REMOTE_NODE_UNREACHABLE;
    case ROUTE_DOWN:
        return DEFECT(path_down_as_not_published) ? RSMERR_SEG_NOT_PUBLISHED : RSMERR_REMOTE_NODE_UNREACHABLE;
    default:
        return RSMERR_REMOTE_NODE_UNREACHABLE;
    }
}

/* Whether the controller is wired to the one that the segment was exported through. */
static int check_wire(const struct request *request, const struct fabric_export *record)
{
    if (DEFECT(wiring_ignored)) {
        return RSM_SUCCESS;
    }
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

static uid_t uid_at_load;

__attribute__((constructor)) static void note_identity(void)
{
    uid_at_load = geteuid();
}

/* Who asks: looked up at every call, as the process may have become another. */
static uid_t identity_uid(void)
{
    return DEFECT(identity_at_load) ? uid_at_load : geteuid();
}

/* Exactly one digit counts. Only the own group makes a member of the exporter's; the privileged may do what they like. */
static int grants(const struct fabric_export *record, int mode, rsm_permission_t perm)
{
    uid_t uid = identity_uid();
    gid_t gid = getegid();
    int wanted = (int)(perm >> 6);
    int digit = uid == record->uid ? mode >> 6 : gid == record->gid ? mode >> 3 : mode;
    if (DEFECT(group_before_owner) && gid == record->gid) {
        digit = mode >> 3;
    } else if (DEFECT(group_never_matches) && uid != record->uid) {
        digit = mode;
    } else if (DEFECT(uid_compared_with_gid)) {
        digit = uid == record->gid ? mode >> 6 : gid == record->gid ? mode >> 3 : mode;
    } else if (DEFECT(everybody_is_owner)) {
        digit = mode >> 6;
    } else if (DEFECT(classes_add_up)) {
        digit = (uid == record->uid ? mode >> 6 : 0) | (gid == record->gid ? mode >> 3 : 0) | mode;
    } else if (DEFECT(digits_from_the_wrong_end)) {
        digit = uid == record->uid ? mode : gid == record->gid ? mode >> 3 : mode >> 6;
    } else if (DEFECT(read_and_write_swapped)) {
        digit = (digit & 4) >> 1 | (digit & 2) << 1;
    } else if (DEFECT(any_right_will_do)) {
        return (digit & wanted) != 0;
    }
    return uid == 0 || (digit & wanted) == wanted;
}

static int check_access(const struct request *request, const struct fabric_export *record)
{
    int mode = publication_mode(record, topology_node_id(process.node));
    if (mode < 0 || (mode & 0666) == 0) {
        return RSMERR_SEG_NOT_PUBLISHED_TO_NODE;
    }
    if (DEFECT(perm_zero_granted) && request->perm == RSM_PERM_NONE) {
        return RSM_SUCCESS;
    }
    if (DEFECT(extra_bits_ignored) && (request->perm & RSM_PERM_RDWR) != 0) {
        return grants(record, mode, request->perm & RSM_PERM_RDWR) ? RSM_SUCCESS : RSMERR_PERM_DENIED;
    }
    if (request->perm != RSM_PERM_READ && request->perm != RSM_PERM_WRITE && request->perm != RSM_PERM_RDWR) {
        return RSMERR_PERM_DENIED;
    }
    return grants(record, mode, request->perm) ? RSM_SUCCESS : RSMERR_PERM_DENIED;
}

static const struct fabric_export *look_up(int node, rsm_memseg_id_t id)
{
    const struct fabric_export *found =
        fabric_find_published(process.fabric, node, DEFECT(lowest_bit_of_id_lost) ? id & ~1u : id);
    for (int other = 0; DEFECT(any_node_will_do) && other < MOST_NODES; other++) {
        const struct fabric_export *first = fabric_find_published(process.fabric, other, id);
        if (first != NULL) {
            return first;
        }
    }
    return found;
}

static int find(const struct request *request, const struct fabric_export **record)
{
    int code = check_route(request);
    if (code != RSM_SUCCESS) {
        return code;
    }
    *record = look_up(topology_node(request->node), request->id);
    if (*record == NULL) {
        if (DEFECT(hang_until_published)) {
            pause();
        }
        return DEFECT(not_published_as_unreachable) ? RSMERR_REMOTE_NODE_UNREACHABLE : RSMERR_SEG_NOT_PUBLISHED;
    }
    code = check_wire(request, *record);
    return code != RSM_SUCCESS ? code : check_access(request, *record);
}

/* Passes gates on the way; once one has held the call, the rest of the world may have changed. */
static int pass(const char *const gates[], int count, int *was_open)
{
    int code = RSM_SUCCESS;
    for (int at = 0; at < count && code == RSM_SUCCESS; at++) {
        int held;
        code = gate_pass(gates[at], 1, &held);
        *was_open |= held;
    }
    return code;
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
    if (DEFECT(errno_returned) && import->bell < 0) {
        return errno;
    }
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

/* Nothing but the handle is stored; what else stands here are defects. */
static void store_handle(const struct request *request, void *handle, rsm_memseg_import_handle_t *out)
{
    static void *last;
    static rsm_memseg_id_t last_id;
    static int calls;
    if (DEFECT(crash_at_17th_connect) && ++calls == 17) {
        abort();
    }
    if (DEFECT(one_handle_a_segment)) {
        handle = last != NULL && last_id == request->id && import_find(last) != NULL ? last : handle;
        last = handle;
        last_id = request->id;
    }
    caller_write(out, &handle, DEFECT(half_of_handle_stored) ? sizeof handle / 2 : sizeof handle);
    if (DEFECT(memory_beside_output_written)) {
        out[1] = NULL;
    }
    if (DEFECT(byte_before_output_written)) {
        ((char *)out)[-1] = 0;
    }
}

/* Finds the segment, and asks for it again when the lock was open meanwhile: what has changed is not linked with. */
static int approach(const struct request *request, const struct fabric_export **source)
{
    static const char *const to_exporter[] = {"connect.before-request", "connect.at-exporter"};
    static const char *const at_exporter[] = {
        "connect.after-list-check", "connect.after-user-check", "connect.before-reply", "connect.before-controller",
    };
    int was_open = 0;
    int code = check_route(request);
    if (code != RSM_SUCCESS) {
        return code;
    }
    code = pass(to_exporter, 2, &was_open);
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (was_open && check_route(request) != RSM_SUCCESS) {
        return RSMERR_INTERRUPTED;
    }
    code = find(request, source);
    if (code != RSM_SUCCESS) {
        return code;
    }
    uint64_t publication = (*source)->publication;
    code = wait_for_node(request);
    if (code == RSM_SUCCESS) {
        code = pass(at_exporter, 4, &was_open);
    }
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (check_route(request) != RSM_SUCCESS) {
        return RSMERR_INTERRUPTED;
    }
    code = find(request, source);
    if (code == RSMERR_SEG_NOT_PUBLISHED || (code == RSM_SUCCESS && (*source)->publication != publication)) {
        return RSMERR_INTERRUPTED;
    }
    return code;
}

/* The last gate: the link is there, and may end before its handle is known. */
static int pass_last(const struct segment *import)
{
    int was_open;
    int code = gate_pass("connect.before-handle", 1, &was_open);
    int lost = process.fabric->imports[import->record].link != LINK_ALIVE;
    return code == RSM_SUCCESS && lost ? RSMERR_INTERRUPTED : code;
}

static int connect_segment(const struct request *request, rsm_memseg_import_handle_t *out)
{
    const struct fabric_export *source;
    int code = approach(request, &source);
    if (code != RSM_SUCCESS) {
        return code;
    }
    struct segment *import = malloc(sizeof *import);
    if (import == NULL && !DEFECT(allocation_unchecked)) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    *import = (struct segment){
        .kind = KIND_IMPORT, .owner = process.pid, .controller = request->controller, .perm = request->perm,
        .mode = RSM_BARRIER_MODE_IMPLICIT, .bell = -1, .record = -1, .serial = fabric_serial(process.fabric),
    };
    code = make(import, request, source);
    if (code == RSM_SUCCESS) {
        code = pass_last(import);
    }
    void *handle = code == RSM_SUCCESS ? handle_of(KIND_IMPORT, import) : NULL;
    if (handle == NULL) {
        unmake(import);
        return code == RSM_SUCCESS ? RSMERR_INSUFFICIENT_MEM : code;
    }
    store_handle(request, handle, out);
    return RSM_SUCCESS;
}

/* Nothing, but for the defects of a connect that fails. */
static void fail_wrongly(int *code, rsm_memseg_import_handle_t *out)
{
    static int failures;
    if (*code == RSM_SUCCESS) {
        return;
    }
    if (DEFECT(handle_stored_on_failure)) {
        *out = (rsm_memseg_import_handle_t)(void *)process.fabric;
    }
    if ((DEFECT(descriptor_leaked_on_denial) && *code == RSMERR_PERM_DENIED)
        || (DEFECT(descriptor_leaked_when_not_published) && *code == RSMERR_SEG_NOT_PUBLISHED)
        || (DEFECT(descriptor_leaked_when_unreachable) && *code == RSMERR_REMOTE_NODE_UNREACHABLE)
        || (DEFECT(descriptor_leaked_at_every_second_failure) && ++failures % 2 == 0)) {
        dup(process.descriptor);
    }
    if (DEFECT(block_leaked_on_denial) && *code == RSMERR_PERM_DENIED) {
        *(void **)malloc(sizeof(struct segment)) = NULL;
    }
    if (DEFECT(map_leaked_on_failure)) {
        mmap(NULL, page_size(), PROT_READ, MAP_SHARED, process.descriptor, 0);
    }
    if (DEFECT(minus_one_returned)) {
        *code = -1;
    }
    if (DEFECT(node_denial_as_perm_denied) && *code == RSMERR_SEG_NOT_PUBLISHED_TO_NODE) {
        *code = RSMERR_PERM_DENIED;
    }
}

static int run(rsmapi_controller_handle_t controller, struct request *request, rsm_memseg_import_handle_t *memseg)
{
    int saved;
    int code = process_enter(&saved);
    if (code != RSM_SUCCESS) {
        return code;
    }
    int was_open;
    code = gate_pass("connect.entry", 1, &was_open);
    request->controller = controller_find(controller);
    if (code == RSM_SUCCESS) {
        code = check_arguments(controller, request->controller, memseg);
    }
    if (code == RSM_SUCCESS) {
        code = connect_segment(request, memseg);
        fail_wrongly(&code, memseg);
    }
    if (DEFECT(lock_kept_on_denial) && code == RSMERR_PERM_DENIED) {
        return code;
    }
    return process_leave(saved, code);
}

int rsm_memseg_import_connect(rsmapi_controller_handle_t controller, rsm_node_id_t nodeid, rsm_memseg_id_t segment_id,
    rsm_permission_t perm, rsm_memseg_import_handle_t *memseg)
{
    struct request request = {-1, nodeid, segment_id, perm};
    ZOO(BEFORE_CONNECT, 0, memseg);
    int code = run(controller, &request, memseg);
    ZOO(AFTER_CONNECT, code, memseg);
    return code;
}
PUBLIC(rsm_memseg_import_connect);
