/* putv and getv, and the handles of local memory that their requests may name. */
#include <stdlib.h>
#include <unistd.h>

#include "caller.h"
#include "controller.h"
#include "public.h"
#include "transfer.h"

struct local_memory {
    char *address;
    size_t length;
    pid_t owner;
};

static int local_address(const rsm_iovec_t *request, void **address)
{
    if (request->io_type == RSM_VA_TYPE) {
        *address = request->local.vaddr + request->local_offset;
        return request->local.vaddr == NULL ? RSMERR_BAD_ADDR : RSM_SUCCESS;
    }
    int saved;
    int code = process_enter(&saved);
    if (code != RSM_SUCCESS) {
        return code;
    }
    const struct local_memory *memory = handle_find(KIND_LOCAL_MEMORY, request->local.handle);
    if (memory == NULL || request->io_type != RSM_HANDLE_TYPE) {
        code = memory == NULL ? RSMERR_BAD_LOCALMEM_HNDL : RSMERR_BAD_SGIO;
    } else if (request->local_offset > memory->length
        || request->transfer_length > memory->length - request->local_offset) {
        code = RSMERR_BAD_OFFSET;
    } else {
        *address = memory->address + request->local_offset;
    }
    return process_leave(saved, code);
}

/* Does the requests in order, and says in the list how many are left when one fails. */
static int run(enum direction direction, rsm_scat_gath_t *list)
{
    rsm_scat_gath_t copy;
    if (list == NULL || !caller_read(list, &copy, sizeof copy)) {
        return RSMERR_BAD_SGIO;
    }
    if (copy.io_request_count == 0 || copy.io_request_count > RSM_MAX_SGIOREQS) {
        return RSMERR_BAD_SGIO;
    }
    int code = RSM_SUCCESS;
    ulong_t done = 0;
    for (; done < copy.io_request_count; done++) {
        rsm_iovec_t request;
        void *address = NULL;
        if (!caller_read(copy.iovec + done, &request, sizeof request)) {
            code = RSMERR_BAD_ADDR;
            break;
        }
        code = local_address(&request, &address);
        if (code == RSM_SUCCESS) {
            struct transfer transfer = {direction, (off_t)request.remote_offset, address, 1, request.transfer_length};
            code = transfer_run(copy.remote_handle, &transfer);
        }
        if (code != RSM_SUCCESS) {
            break;
        }
    }
    list->io_residual_count = copy.io_request_count - done;
    if (code == RSM_SUCCESS && (copy.flags & RSM_IMPLICIT_SIGPOST)) {
        code = rsm_intr_signal_post(copy.remote_handle, copy.flags & RSM_SIGPOST_NO_ACCUMULATE);
    }
    return code;
}

int rsm_memseg_import_getv(rsm_scat_gath_t *sg_io)
{
    return run(GET, sg_io);
}
PUBLIC(rsm_memseg_import_getv);

int rsm_memseg_import_putv(rsm_scat_gath_t *sg_io)
{
    return run(PUT, sg_io);
}
PUBLIC(rsm_memseg_import_putv);

static int create(int controller, rsm_localmemory_handle_t *out, char *address, size_t length)
{
    if (controller < 0) {
        return RSMERR_BAD_CTLR_HNDL;
    }
    if (out == NULL) {
        return RSMERR_BAD_LOCALMEM_HNDL;
    }
    if (length == 0) {
        return RSMERR_BAD_LENGTH;
    }
    if (address == NULL || (uintptr_t)address % page_size() != 0 || !caller_may_read(address, length)) {
        return RSMERR_BAD_ADDR;
    }
    struct local_memory *memory = malloc(sizeof *memory);
    void *handle = memory == NULL ? NULL : handle_of(KIND_LOCAL_MEMORY, memory);
    if (handle == NULL) {
        free(memory);
        return RSMERR_INSUFFICIENT_MEM;
    }
    *memory = (struct local_memory){address, length, process.pid};
    if (!caller_write(out, &handle, sizeof handle)) {
        handle_drop(handle);
        free(memory);
        return RSMERR_BAD_ADDR;
    }
    return RSM_SUCCESS;
}

static int release(int controller, rsm_localmemory_handle_t handle)
{
    struct local_memory *memory = handle_find(KIND_LOCAL_MEMORY, handle);
    if (controller < 0) {
        return RSMERR_BAD_CTLR_HNDL;
    }
    if (memory == NULL) {
        return RSMERR_BAD_LOCALMEM_HNDL;
    }
    handle_drop(handle);
    free(memory);
    return RSM_SUCCESS;
}

int rsm_create_localmemory_handle(
    rsmapi_controller_handle_t controller, rsm_localmemory_handle_t *memseg, char *local_vaddr, size_t length)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS
        ? code
        : process_leave(saved, create(controller_find(controller), memseg, local_vaddr, length));
}
PUBLIC(rsm_create_localmemory_handle);

int rsm_free_localmemory_handle(rsmapi_controller_handle_t controller, rsm_localmemory_handle_t memseg)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, release(controller_find(controller), memseg));
}
PUBLIC(rsm_free_localmemory_handle);
