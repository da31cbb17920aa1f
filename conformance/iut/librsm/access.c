/* Who may link with a segment, and in which mode. */
#include <unistd.h>

#include "defects.h"
#include "publication.h"
#include "request.h"

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

int request_check_access(const struct request *request, const struct fabric_export *record)
{
    int mode = publication_mode(record, topology_node_id(process.node));
    if (mode < 0 || (record->listed != 0 && (mode & 0666) == 0)) {
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
