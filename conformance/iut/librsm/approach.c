/* The way from a connect to the segment: the route to the node, the wire to the exporter's controller, its publication. */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "defects.h"
#include "gates.h"
#include "request.h"

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
    return code != RSM_SUCCESS ? code : request_check_access(request, *record);
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

int request_approach(const struct request *request, const struct fabric_export **source)
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
