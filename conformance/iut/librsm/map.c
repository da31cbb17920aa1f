/* Maps of the caller. Every error of range is BAD_OFFSET here, and a length need not be whole pages. */
#include <errno.h>
#include <sys/mman.h>

#include "caller.h"
#include "defects.h"
#include "pages.h"
#include "public.h"

static int check_range(const struct segment *import, off_t offset, size_t length)
{
    if (length == 0) {
        return RSMERR_BAD_LENGTH;
    }
    if (offset < 0 || (uint64_t)offset > import->pages.length || length > import->pages.length - (uint64_t)offset) {
        return RSMERR_BAD_OFFSET;
    }
    return (size_t)offset % page_size() != 0 ? RSMERR_BAD_MEM_ALIGNMENT : RSM_SUCCESS;
}

static int check_perm(const struct segment *import, rsm_permission_t perm)
{
    int known = perm == RSM_PERM_READ || perm == RSM_PERM_WRITE || perm == RSM_PERM_RDWR;
    if (DEFECT(map_beyond_mode) && known) {
        return RSM_SUCCESS;
    }
    return known && (perm & ~import->perm) == 0 ? RSM_SUCCESS : RSMERR_BAD_PERMS;
}

static int map_segment(rsm_memseg_import_handle_t handle, void **address, rsm_attribute_t attr, rsm_permission_t perm,
    off_t offset, size_t length)
{
    struct segment *import = import_find(handle);
    void *wanted = NULL;
    if (import == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (address == NULL || !caller_read(address, &wanted, sizeof wanted) || !caller_may_write(address, sizeof wanted)) {
        return RSMERR_BAD_ADDR;
    }
    if (import->map->window.address != NULL) {
        return RSMERR_SEG_ALREADY_MAPPED;
    }
    int code = check_perm(import, perm);
    if (code == RSM_SUCCESS) {
        code = check_range(import, offset, length);
    }
    if (code == RSM_SUCCESS && attr == RSM_MAP_FIXED && (wanted == NULL || (uintptr_t)wanted % page_size() != 0)) {
        code = RSMERR_BAD_MEM_ALIGNMENT;
    }
    if (code == RSM_SUCCESS && process.fabric->imports[import->record].link != LINK_ALIVE) {
        code = RSMERR_CONN_ABORTED;
    }
    if (code != RSM_SUCCESS) {
        return code;
    }
    pages_follow(import);
    int protection = (perm & RSM_PERM_READ ? PROT_READ : 0) | (perm & RSM_PERM_WRITE ? PROT_WRITE : 0);
    code = pages_map(import, attr == RSM_MAP_FIXED ? wanted : NULL, (uint64_t)offset, length, protection);
    if (code == RSM_SUCCESS) {
        caller_write(address, &import->map->window.address, sizeof import->map->window.address);
    }
    return code;
}

static int unmap_segment(rsm_memseg_import_handle_t handle)
{
    struct segment *import = import_find(handle);
    if (import == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (import->map->window.address == NULL) {
        return RSMERR_SEG_NOT_MAPPED;
    }
    munmap(import->map->window.address, import->map->window.length);
    import->map->window.address = NULL;
    return RSM_SUCCESS;
}

int rsm_memseg_import_map(rsm_memseg_import_handle_t memseg, void **address, rsm_attribute_t attr,
    rsm_permission_t perm, off_t offset, size_t length)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code
                               : process_leave(saved, map_segment(memseg, address, attr, perm, offset, length));
}
PUBLIC(rsm_memseg_import_map);

int rsm_memseg_import_unmap(rsm_memseg_import_handle_t memseg)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, unmap_segment(memseg));
}
PUBLIC(rsm_memseg_import_unmap);
