/*
 * rsm_memseg_import_connect. The page does not order its errors; here the output pointer comes first, then the way to the
 * segment, and the mode that is asked for last.
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "caller.h"
#include "controller.h"
#include "defects.h"
#include "files.h"
#include "gates.h"
#include "pages.h"
#include "public.h"
#include "request.h"

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
    import->map = malloc(sizeof *import->map);
    if (import->map == NULL && !DEFECT(last_allocation_unchecked)) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    *import->map = (struct view){{NULL, 0}, 0, 0};
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
    free(import->map);
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

/* The last gate: the link is there, and may end before its handle is known. */
static int pass_last(const struct segment *import)
{
    int was_open;
    int code = gate_pass("connect.before-handle", 1, &was_open);
    int lost = process.fabric->imports[import->record].link != LINK_ALIVE;
    return code == RSM_SUCCESS && lost ? RSMERR_INTERRUPTED : code;
}

/* Links with the segment that the exporter answered with. */
static int link_with(const struct fabric_export *answer, const struct request *request, rsm_memseg_import_handle_t *out)
{
    struct segment *import = malloc(sizeof *import);
    if (import == NULL && !DEFECT(allocation_unchecked)) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    *import = (struct segment){
        .kind = KIND_IMPORT, .owner = process.pid, .controller = request->controller, .perm = request->perm,
        .mode = RSM_BARRIER_MODE_IMPLICIT, .bell = -1, .record = -1, .serial = fabric_serial(process.fabric),
    };
    int code = make(import, request, answer);
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

/* There is room for the exporter's answer before it is asked; what changes at the exporter later does not change it. */
static int connect_segment(const struct request *request, rsm_memseg_import_handle_t *out)
{
    const struct fabric_export *source;
    struct fabric_export *answer = malloc(sizeof *answer);
    if (answer == NULL) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    int code = request_approach(request, &source);
    if (code == RSM_SUCCESS) {
        *answer = *source;
        code = link_with(answer, request, out);
    }
    if (!DEFECT(answer_kept_when_memory_is_short) || code != RSMERR_INSUFFICIENT_MEM) {
        free(answer);
    }
    return code;
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
        void *volatile lost = malloc(sizeof(struct segment)); /* a block that nobody sees is not even made */
        (void)lost;
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
    struct request request = {-1, DEFECT(node_id_cut) ? nodeid & 0xffff : nodeid, segment_id, perm};
    ZOO(BEFORE_CONNECT, 0, memseg);
    int code = run(controller, &request, memseg);
    ZOO(AFTER_CONNECT, code, memseg);
    return code;
}
PUBLIC(rsm_memseg_import_connect);
