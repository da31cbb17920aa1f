/* The exporting side: who may link with a segment, under which id. */
#include "publication.h"

#include <string.h>
#include <unistd.h>

#include "caller.h"
#include "defects.h"
#include "gates.h"
#include "pages.h"
#include "public.h"

enum { READ_AND_WRITE_OF_ALL = 0666 };

static int find(rsm_memseg_export_handle_t handle, struct segment **export, struct fabric_export **record)
{
    *export = handle_find(KIND_EXPORT, handle);
    if (*export == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if ((*export)->owner != process.pid) {
        return RSMERR_NOT_CREATOR;
    }
    *record = &process.fabric->exports[(*export)->record];
    return RSM_SUCCESS;
}

/* Bits that mean nothing here are left out of an entry. */
static int read_list(const rsmapi_access_entry_t *list, uint_t length, rsmapi_access_entry_t copy[MOST_LISTED])
{
    if (length == 0) {
        return RSM_SUCCESS;
    }
    if (length > MOST_LISTED) {
        return RSMERR_BAD_ACL;
    }
    if (list == NULL || !caller_read(list, copy, length * sizeof *copy)) {
        return RSMERR_BAD_ADDR;
    }
    for (uint_t at = 0; at < length; at++) {
        copy[at].ae_permission &= READ_AND_WRITE_OF_ALL;
    }
    return RSM_SUCCESS;
}

static void set_list(struct fabric_export *record, const rsmapi_access_entry_t *list, uint_t length)
{
    memcpy(record->list, list, length * sizeof *list);
    record->listed = length;
}

static int check_id(rsm_memseg_id_t id)
{
    if (id != 0 && (id < 0x400000 || id >= FIRST_ASSIGNED_ID)) {
        return RSMERR_RESERVED_SEGID;
    }
    if (id == 0 && process.fabric->next_assigned < FIRST_ASSIGNED_ID) {
        return RSMERR_INSUFFICIENT_RESOURCES; /* every id was given once */
    }
    return fabric_find_published(process.fabric, process.node, id) != NULL ? RSMERR_SEGID_IN_USE : RSM_SUCCESS;
}

static int publish(
    rsm_memseg_export_handle_t handle, rsm_memseg_id_t *segment_id, const rsmapi_access_entry_t *list, uint_t length)
{
    struct segment *export;
    struct fabric_export *record;
    rsmapi_access_entry_t copy[MOST_LISTED];
    rsm_memseg_id_t id = 0;
    int code = find(handle, &export, &record);
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (record->id != 0) {
        return RSMERR_SEG_ALREADY_PUBLISHED;
    }
    if (segment_id == NULL) {
        return RSMERR_BAD_SEGID;
    }
    if (!caller_read(segment_id, &id, sizeof id) || (id == 0 && !caller_may_write(segment_id, sizeof id))) {
        return RSMERR_BAD_ADDR;
    }
    code = check_id(id);
    if (code == RSM_SUCCESS) {
        code = read_list(list, length, copy);
    }
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (id == 0) {
        id = process.fabric->next_assigned++;
        caller_write(segment_id, &id, sizeof id);
    }
    set_list(record, copy, length);
    record->uid = DEFECT(exporter_is_root) ? 0 : geteuid();
    record->gid = getegid();
    record->publication = fabric_serial(process.fabric);
    record->id = id;
    return RSM_SUCCESS;
}

static int republish(rsm_memseg_export_handle_t handle, const rsmapi_access_entry_t *list, uint_t length)
{
    struct segment *export;
    struct fabric_export *record;
    rsmapi_access_entry_t copy[MOST_LISTED];
    int code = find(handle, &export, &record);
    if (code != RSM_SUCCESS) {
        return code;
    }
    if (record->id == 0) {
        return RSMERR_SEG_NOT_PUBLISHED;
    }
    code = read_list(list, length, copy);
    if (code == RSM_SUCCESS && !DEFECT(republish_ignored)) {
        set_list(record, copy, length);
    }
    if (DEFECT(republish_ends_links)) {
        rsm_memseg_id_t id = record->id;
        fabric_withdraw(process.fabric, record);
        record->id = id;
    }
    return code;
}

static int has_links(const struct fabric_export *record)
{
    for (int at = 0; at < process.fabric->imports_used; at++) {
        const struct fabric_import *import = &process.fabric->imports[at];
        if (import->serial != 0 && import->export_serial == record->serial && import->link != LINK_WITHDRAWN) {
            return 1;
        }
    }
    return 0;
}

int publication_withdraw(struct segment *export, struct fabric_export *record)
{
    rsm_memseg_id_t id = record->id;
    int code = has_links(record) && !DEFECT(maps_survive_unpublish) ? pages_move(export, record) : RSM_SUCCESS;
    if (code == RSM_SUCCESS) {
        fabric_withdraw(process.fabric, record);
        record->id = id;
    }
    return code;
}

/* The id goes first: who asks for it from here on finds nothing. */
static int end(struct segment *export, struct fabric_export *record)
{
    rsm_memseg_id_t id = record->id;
    uint64_t serial = record->serial;
    int was_open;
    record->id = 0;
    int code = gate_pass("unpublish.before-notify", 1, &was_open);
    if (record->serial != serial) {
        return RSMERR_BAD_SEG_HNDL; /* destroyed by another thread meanwhile */
    }
    if (code == RSM_SUCCESS) {
        code = publication_withdraw(export, record);
    }
    if (code != RSM_SUCCESS) {
        record->id = id;
    }
    return code;
}

static int unpublish(rsm_memseg_export_handle_t handle)
{
    struct segment *export;
    struct fabric_export *record;
    int was_open;
    int code = gate_pass("unpublish.entry", 1, &was_open);
    if (code == RSM_SUCCESS) {
        code = find(handle, &export, &record);
    }
    if (code != RSM_SUCCESS) {
        return code;
    }
    return record->id == 0 ? RSMERR_SEG_NOT_PUBLISHED : end(export, record);
}

int publication_mode(const struct fabric_export *record, rsm_node_id_t node)
{
    if (record->listed == 0) {
        return DEFECT(umask_ignored) ? 0666 : DEFECT(umask_inverted) ? 0666 & ~(int)record->default_mode
                                                                     : (int)record->default_mode;
    }
    if (DEFECT(last_entry_wins)) {
        for (uint32_t at = record->listed; at-- > 0;) {
            if (record->list[at].ae_node == node) {
                return (int)record->list[at].ae_permission;
            }
        }
    }
    if (DEFECT(every_node_listed)) {
        return (int)record->list[0].ae_permission;
    }
    for (uint32_t at = 0; at < record->listed; at++) {
        if (record->list[at].ae_node == node) {
            return (int)record->list[at].ae_permission;
        }
    }
    return -1;
}

int rsm_memseg_export_publish(rsm_memseg_export_handle_t memseg, rsm_memseg_id_t *segment_id,
    rsmapi_access_entry_t *access_list, uint_t access_list_length)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS
        ? code
        : process_leave(saved, publish(memseg, segment_id, access_list, access_list_length));
}
PUBLIC(rsm_memseg_export_publish);

int rsm_memseg_export_unpublish(rsm_memseg_export_handle_t memseg)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, unpublish(memseg));
}
PUBLIC(rsm_memseg_export_unpublish);

int rsm_memseg_export_republish(
    rsm_memseg_export_handle_t memseg, rsmapi_access_entry_t *access_list, uint_t access_list_length)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, republish(memseg, access_list, access_list_length));
}
PUBLIC(rsm_memseg_export_republish);
