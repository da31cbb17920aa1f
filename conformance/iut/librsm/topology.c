#include "topology.h"

#include <string.h>

enum { A, B, C };
enum { X0 = 1, X1 = 2 };

static const char *const names[MOST_NODES][MOST_CONTROLLERS] = {
    {"loopback", "sci0", "sci1"},
    {"loopback", "sci0", "sci1"},
    {"loopback", NULL, "sci1"},
};

const struct cable topology_cables[MOST_LINKS] = {
    {{A, X0}, {B, X0}},
    {{A, X1}, {B, X1}},
    {{A, X1}, {C, X1}},
    {{B, X1}, {C, X1}},
};

/* The last is the first in its lower half: whoever cuts ids takes one for the other. */
static const rsm_node_id_t ids[MOST_NODES] = {1, 2, 0x10001};

rsm_node_id_t topology_node_id(int node)
{
    return ids[node];
}

int topology_node(rsm_node_id_t id)
{
    for (int node = 0; node < MOST_NODES; node++) {
        if (ids[node] == id) {
            return node;
        }
    }
    return -1;
}

const char *topology_controller_name(int node, int controller)
{
    return names[node][controller];
}

int topology_controller(int node, const char *name)
{
    for (int at = 0; at < MOST_CONTROLLERS; at++) {
        if (names[node][at] != NULL && strcmp(names[node][at], name) == 0) {
            return at;
        }
    }
    return -1;
}

rsm_addr_t topology_address(struct end end)
{
    return (rsm_addr_t)end.node * 16 + (rsm_addr_t)end.controller + 0x1000;
}

static int same(struct end one, struct end other)
{
    return one.node == other.node && one.controller == other.controller;
}

int topology_cable(struct end one, struct end other)
{
    struct end far;
    for (int at = 0; at < MOST_LINKS; at++) {
        if (topology_far_end(at, one, &far) && same(far, other)) {
            return at;
        }
    }
    return -1;
}

int topology_far_end(int cable, struct end near, struct end *far)
{
    const struct cable *found = &topology_cables[cable];
    if (same(found->one, near)) {
        *far = found->other;
        return 1;
    }
    *far = found->one;
    return same(found->other, near);
}
