#include "pages.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "caller.h"
#include "files.h"

static void *map_object(int descriptor, void *wanted, uint64_t offset, uint64_t length, int protection)
{
    int flags = wanted == NULL ? MAP_SHARED : MAP_SHARED | MAP_FIXED;
    void *map = mmap(wanted, length, protection, flags, descriptor, (off_t)offset);
    return map == MAP_FAILED ? NULL : map;
}

static int shortage(void)
{
    return errno == EMFILE || errno == ENFILE ? RSMERR_INSUFFICIENT_RESOURCES : RSMERR_INSUFFICIENT_MEM;
}

/* Makes an object that holds what the caller's pages hold, and puts it in their place. */
static int take_over(uint64_t object, char *address, uint64_t length)
{
    int descriptor = files_new_object(object, length);
    if (descriptor < 0) {
        return shortage();
    }
    int code = RSM_SUCCESS;
    void *copy = map_object(descriptor, NULL, 0, length, PROT_READ | PROT_WRITE);
    if (copy == NULL) {
        code = RSMERR_INSUFFICIENT_MEM;
    } else {
        if (!caller_may_read(address, length)) {
            code = RSMERR_BAD_ADDR;
        } else if (!caller_may_write(address, length)) {
            code = RSMERR_PERM_DENIED;
        } else if (!caller_read(address, copy, length)) {
            code = RSMERR_BAD_ADDR;
        } else if (map_object(descriptor, address, 0, length, PROT_READ | PROT_WRITE) == NULL) {
            code = RSMERR_INSUFFICIENT_MEM;
        }
        munmap(copy, length);
    }
    close(descriptor);
    if (code != RSM_SUCCESS) {
        files_drop_object(object);
    }
    return code;
}

static int overlap(const struct segment *one, const char *address, uint64_t length)
{
    return address < one->pages.address + one->pages.length && one->pages.address < address + length;
}

static const struct segment *overlapping(const struct segment *but, const char *address, uint64_t length)
{
    for (const struct segment *other = process.exports; other != NULL; other = other->next) {
        if (other != but && other->owner == process.pid && overlap(other, address, length)) {
            return other;
        }
    }
    return NULL;
}

int pages_export(struct segment *export, struct fabric_export *record, void *address, uint64_t length)
{
    char *start = address;
    const struct segment *other = overlapping(export, start, length);
    if (other == NULL) {
        record->object = fabric_serial(process.fabric);
        record->offset = 0;
        int code = take_over(record->object, start, length);
        if (code != RSM_SUCCESS) {
            return code;
        }
    } else if (start >= other->pages.address && start + length <= other->pages.address + other->pages.length) {
        const struct fabric_export *first = &process.fabric->exports[other->record];
        record->object = first->object;
        record->offset = first->offset + (uint64_t)(start - other->pages.address);
    } else {
        return RSMERR_INSUFFICIENT_RESOURCES; /* pages of several objects would have to become one segment */
    }
    export->pages = (struct window){start, length};
    return RSM_SUCCESS;
}

static int is_shared(const struct segment *export, uint64_t object)
{
    for (const struct segment *other = process.exports; other != NULL; other = other->next) {
        if (other != export && process.fabric->exports[other->record].object == object) {
            return 1;
        }
    }
    return 0;
}

/* The object stays and gets other pages, so that importers need not be told; the old pages go on in an object of nobody. */
int pages_rebind(struct segment *export, struct fabric_export *record, void *address)
{
    uint64_t length = export->pages.length;
    if (address == export->pages.address) {
        return RSM_SUCCESS;
    }
    if (!caller_may_read(address, length)) {
        return RSMERR_BAD_ADDR;
    }
    if (!caller_may_write(address, length)) {
        return RSMERR_PERM_DENIED;
    }
    if (record->offset != 0 || is_shared(export, record->object) || overlap(export, address, length) || overlapping(export, address, length)) {
        return RSMERR_INSUFFICIENT_RESOURCES;
    }
    int descriptor = files_open_object(record->object);
    if (descriptor < 0) {
        return shortage();
    }
    char *object = map_object(descriptor, NULL, record->offset, length, PROT_READ | PROT_WRITE);
    uint64_t nobody = fabric_serial(process.fabric);
    int code = object == NULL ? RSMERR_INSUFFICIENT_MEM : take_over(nobody, export->pages.address, length);
    if (code == RSM_SUCCESS) {
        files_drop_object(nobody);
        memcpy(object, address, length);
        if (map_object(descriptor, address, record->offset, length, PROT_READ | PROT_WRITE) == NULL) {
            code = RSMERR_INSUFFICIENT_MEM;
        } else {
            export->pages.address = address;
        }
    }
    if (object != NULL) {
        munmap(object, length);
    }
    close(descriptor);
    return code;
}

/* The size of an object; every export of it is a part of that. */
static uint64_t object_length(uint64_t object)
{
    struct stat found;
    char path[LONGEST_PATH];
    files_path(path, "mem", object);
    return stat(path, &found) == 0 ? (uint64_t)found.st_size : 0;
}

int pages_move(struct segment *export, struct fabric_export *record)
{
    uint64_t old = record->object;
    uint64_t length = object_length(old);
    uint64_t object = fabric_serial(process.fabric);
    int code = length == 0 ? RSMERR_INSUFFICIENT_RESOURCES
                           : take_over(object, export->pages.address - record->offset, length);
    if (code != RSM_SUCCESS) {
        return code;
    }
    for (int at = 0; at < process.fabric->exports_used; at++) {
        struct fabric_export *other = &process.fabric->exports[at];
        if (other->serial != 0 && other->object == old) {
            other->object = object;
        }
    }
    files_drop_object(old);
    return RSM_SUCCESS;
}

int pages_import(struct segment *import, const struct fabric_export *record)
{
    int descriptor = files_open_object(record->object);
    if (descriptor < 0) {
        return shortage();
    }
    import->pages.address = map_object(descriptor, NULL, record->offset, record->length, PROT_READ | PROT_WRITE);
    import->pages.length = record->length;
    import->object = record->object;
    import->offset = record->offset;
    close(descriptor);
    return import->pages.address == NULL ? RSMERR_INSUFFICIENT_MEM : RSM_SUCCESS;
}

void pages_follow(struct segment *import)
{
    const struct fabric_import *link = &process.fabric->imports[import->record];
    const struct fabric_export *record = fabric_find_export(process.fabric, link->export_serial);
    if (link->link != LINK_ALIVE || record == NULL || record->object == import->object) {
        return;
    }
    int descriptor = files_open_object(record->object);
    if (descriptor >= 0) {
        map_object(descriptor, import->pages.address, record->offset, import->pages.length, PROT_READ | PROT_WRITE);
        if (import->map->window.address != NULL) {
            map_object(
                descriptor, import->map->window.address, record->offset + import->map->offset, import->map->window.length,
                import->map->protection);
        }
        import->object = record->object;
        close(descriptor);
    }
}

void pages_release(struct segment *import)
{
    munmap(import->pages.address, import->pages.length);
}

int pages_map(struct segment *import, void *wanted, uint64_t offset, uint64_t length, int protection)
{
    int descriptor = files_open_object(import->object);
    if (descriptor < 0) {
        return shortage();
    }
    char *map = map_object(descriptor, wanted, import->offset + offset, length, protection);
    close(descriptor);
    if (map == NULL) {
        return RSMERR_MAP_FAILED;
    }
    *import->map = (struct view){{map, length}, offset, protection};
    return RSM_SUCCESS;
}
