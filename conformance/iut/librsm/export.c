/* The exporting side: the life of an export segment. */
#include <stdlib.h>
#include <unistd.h>

#include "caller.h"
#include "controller.h"
#include "files.h"
#include "pages.h"
#include "publication.h"
#include "public.h"

static int check_create(int controller, rsm_memseg_export_handle_t *out, const char *address, size_t length)
{
    size_t page = page_size();
    if (controller < 0) {
        return RSMERR_BAD_CTLR_HNDL;
    }
    if (out == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (controller_is_absent(controller)) {
        return RSMERR_CTLR_NOT_PRESENT;
    }
    if (address == NULL || !caller_may_write(out, sizeof *out)) {
        return RSMERR_BAD_ADDR;
    }
    if (length == 0 || length > SIZE_MAX / 2) {
        return RSMERR_BAD_LENGTH;
    }
    return (uintptr_t)address % page != 0 || length % page != 0 ? RSMERR_BAD_MEM_ALIGNMENT : RSM_SUCCESS;
}

/* Fills in the record and the segment; what it made is undone by the caller when it fails. */
static int make(struct segment *export, struct fabric_export *record, void *address, size_t length)
{
    mode_t umasked;
    export->bell = files_new_bell(export->serial, &umasked);
    if (export->bell < 0) {
        return RSMERR_INSUFFICIENT_RESOURCES;
    }
    record->default_mode = umasked;
    return pages_export(export, record, address, length);
}

static int create(int controller, rsm_memseg_export_handle_t *out, void *address, size_t length, uint_t flags)
{
    struct fabric_export *record = fabric_new_export(process.fabric);
    struct segment *export = calloc(1, sizeof *export);
    if (record == NULL || export == NULL) {
        free(export);
        return record == NULL ? RSMERR_INSUFFICIENT_RESOURCES : RSMERR_INSUFFICIENT_MEM;
    }
    uint64_t serial = fabric_serial(process.fabric);
    *export = (struct segment){.kind = KIND_EXPORT, .owner = process.pid, .serial = serial, .controller = controller};
    export->record = (int)(record - process.fabric->exports);
    record->process = process.place;
    record->node = process.node;
    record->controller = controller;
    record->length = length;
    record->may_rebind = (flags & RSM_ALLOW_REBIND) != 0;
    record->serial = serial;
    int code = make(export, record, address, length);
    void *handle = code == RSM_SUCCESS ? handle_of(KIND_EXPORT, export) : NULL;
    if (handle == NULL) {
        if (export->bell >= 0) {
            close(export->bell);
        }
        fabric_free_export(process.fabric, record);
        free(export);
        return code == RSM_SUCCESS ? RSMERR_INSUFFICIENT_MEM : code;
    }
    export->next = process.exports;
    process.exports = export;
    caller_write(out, &handle, sizeof handle);
    return RSM_SUCCESS;
}

static int destroy(rsm_memseg_export_handle_t handle)
{
    struct segment *export = handle_find(KIND_EXPORT, handle);
    if (export == NULL || export->owner != process.pid) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (export->pollfds > 0) {
        return RSMERR_POLLFD_IN_USE;
    }
    struct fabric_export *record = &process.fabric->exports[export->record];
    int code = publication_withdraw(export, record);
    if (code != RSM_SUCCESS) {
        return code;
    }
    for (struct segment **at = &process.exports; *at != NULL; at = &(*at)->next) {
        if (*at == export) {
            *at = export->next;
            break;
        }
    }
    close(export->bell);
    fabric_free_export(process.fabric, record);
    handle_drop(handle);
    free(export);
    return RSM_SUCCESS;
}

static int rebind(rsm_memseg_export_handle_t handle, void *address, size_t length)
{
    struct segment *export = handle_find(KIND_EXPORT, handle);
    if (export == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (export->owner != process.pid) {
        return RSMERR_NOT_CREATOR;
    }
    struct fabric_export *record = &process.fabric->exports[export->record];
    if (!record->may_rebind) {
        return RSMERR_REBIND_NOT_ALLOWED;
    }
    if (address == NULL || (uintptr_t)address % page_size() != 0) {
        return RSMERR_BAD_ADDR;
    }
    return length != record->length ? RSMERR_BAD_LENGTH : pages_rebind(export, record, address);
}

int rsm_memseg_export_create(rsmapi_controller_handle_t controller, rsm_memseg_export_handle_t *memseg, void *vaddr,
    size_t length, uint_t flags)
{
    int saved;
    int code = process_enter(&saved);
    if (code != RSM_SUCCESS) {
        return code;
    }
    int index = controller_find(controller);
    code = check_create(index, memseg, vaddr, length);
    return process_leave(saved, code != RSM_SUCCESS ? code : create(index, memseg, vaddr, length, flags));
}
PUBLIC(rsm_memseg_export_create);

int rsm_memseg_export_destroy(rsm_memseg_export_handle_t memseg)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, destroy(memseg));
}
PUBLIC(rsm_memseg_export_destroy);

int rsm_memseg_export_rebind(rsm_memseg_export_handle_t memseg, void *vaddr, offset_t off, size_t length)
{
    int saved;
    int code = process_enter(&saved);
    (void)off; /* kept for the future */
    return code != RSM_SUCCESS ? code : process_leave(saved, rebind(memseg, vaddr, length));
}
PUBLIC(rsm_memseg_export_rebind);
