/*
 * put and get. Every error of range is BAD_OFFSET here. No barrier need be there: in implicit mode the state of the link is
 * looked at before and after the bytes move.
 */
#include "transfer.h"

#include "caller.h"
#include "defects.h"
#include "disconnect.h"
#include "pages.h"
#include "public.h"

static int check(const struct segment *import, const struct transfer *transfer)
{
    uint64_t size = import->pages.length;
    if (transfer->data == NULL) {
        return RSMERR_BAD_ADDR;
    }
    if ((uintptr_t)transfer->data % transfer->unit != 0) {
        return RSMERR_BAD_MEM_ALIGNMENT;
    }
    if (transfer->count == 0) {
        return RSMERR_BAD_LENGTH;
    }
    if (transfer->offset < 0 || (uint64_t)transfer->offset % transfer->unit != 0 || (uint64_t)transfer->offset > size
        || transfer->count > (size - (uint64_t)transfer->offset) / transfer->unit) {
        return RSMERR_BAD_OFFSET;
    }
    rsm_permission_t needed = transfer->direction == GET ? RSM_PERM_READ : RSM_PERM_WRITE;
    if ((DEFECT(put_through_read_link) && needed == RSM_PERM_WRITE)
        || (DEFECT(get_through_write_link) && needed == RSM_PERM_READ)) {
        return RSM_SUCCESS;
    }
    return import->perm & needed ? RSM_SUCCESS : RSMERR_PERM_DENIED;
}

static int link_lost(const struct segment *import)
{
    return !DEFECT(lost_link_unnoticed) && import->mode == RSM_BARRIER_MODE_IMPLICIT
        && process.fabric->imports[import->record].link != LINK_ALIVE;
}

static int move(const struct segment *import, const struct transfer *transfer)
{
    size_t length = transfer->unit * transfer->count;
    char *remote = import->pages.address + transfer->offset;
    if (DEFECT(data_from_first_page) && (size_t)transfer->offset >= page_size()) {
        remote -= page_size();
    }
    int moved = transfer->direction == GET ? caller_write(transfer->data, remote, length)
                                           : caller_read(transfer->data, remote, length);
    return moved ? RSM_SUCCESS : RSMERR_BAD_ADDR;
}

static int run(struct segment *import, const struct transfer *transfer)
{
    if (import == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    int code = check(import, transfer);
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (link_lost(import)) {
        return RSMERR_CONN_ABORTED;
    }
    pages_follow(import);
    import->busy++;
    import->used = 1;
    fabric_unlock(process.fabric);
    code = move(import, transfer);
    fabric_lock(process.fabric, process.descriptor, process.place);
    import->busy--;
    if (import->closed) {
        if (import->busy == 0 && import->bell < 0) {
            import_free(import);
        }
    } else if (code == RSM_SUCCESS && link_lost(import)) {
        code = RSMERR_CONN_ABORTED;
    }
    return code;
}

int transfer_run(rsm_memseg_import_handle_t handle, const struct transfer *transfer)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, run(import_find(handle), transfer));
}

#define UNITS(name, to, type)                                                                                        \
    int name(rsm_memseg_import_handle_t memseg, off_t offset, type *datap, ulong_t rep_cnt)                          \
    {                                                                                                                \
        struct transfer transfer = {to, offset, datap, sizeof(type), rep_cnt};                                       \
        return transfer_run(memseg, &transfer);                                                                      \
    }                                                                                                                \
    PUBLIC(name)

UNITS(rsm_memseg_import_get8, GET, uint8_t);
UNITS(rsm_memseg_import_get16, GET, uint16_t);
UNITS(rsm_memseg_import_get32, GET, uint32_t);
UNITS(rsm_memseg_import_get64, GET, uint64_t);
UNITS(rsm_memseg_import_put8, PUT, uint8_t);
UNITS(rsm_memseg_import_put16, PUT, uint16_t);
UNITS(rsm_memseg_import_put32, PUT, uint32_t);
UNITS(rsm_memseg_import_put64, PUT, uint64_t);

int rsm_memseg_import_get(rsm_memseg_import_handle_t memseg, off_t offset, void *dst_addr, size_t length)
{
    struct transfer transfer = {GET, offset, dst_addr, 1, length};
    return transfer_run(memseg, &transfer);
}
PUBLIC(rsm_memseg_import_get);

int rsm_memseg_import_put(rsm_memseg_import_handle_t memseg, off_t offset, void *src_addr, size_t length)
{
    struct transfer transfer = {PUT, offset, src_addr, 1, length};
    return transfer_run(memseg, &transfer);
}
PUBLIC(rsm_memseg_import_put);
