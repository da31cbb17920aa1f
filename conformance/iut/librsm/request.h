/* What a connect asks for, and the way to it. */
#ifndef REQUEST_H
#define REQUEST_H

#include "process.h"

struct request {
    int controller;
    rsm_node_id_t node;
    rsm_memseg_id_t id;
    rsm_permission_t perm;
};

/* Whether the caller may link with the segment in the mode that it asks for. */
int request_check_access(const struct request *request, const struct fabric_export *record);

/* Finds the segment, and asks for it again when the lock was open meanwhile: what has changed is not linked with. */
int request_approach(const struct request *request, const struct fabric_export **source);

#endif
