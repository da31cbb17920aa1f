/* The emulated cluster: three nodes, their controllers, and the cables between them. */
#ifndef TOPOLOGY_H
#define TOPOLOGY_H

#include <rsmapi.h>

enum { MOST_NODES = 3, MOST_CONTROLLERS = 3, MOST_LINKS = 4, LOOPBACK = 0 };

struct end {
    int node; /* index */
    int controller;
};

struct cable {
    struct end one;
    struct end other;
};

extern const struct cable topology_cables[MOST_LINKS];

/* The id of a node, and the index of an id; -1 when no node has it. */
rsm_node_id_t topology_node_id(int node);
int topology_node(rsm_node_id_t id);

/* The name of a node's controller, NULL when it has none with that index; and the index of a name, or -1. */
const char *topology_controller_name(int node, int controller);
int topology_controller(int node, const char *name);

/* The hardware address of a controller. */
rsm_addr_t topology_address(struct end end);

/* The cable between two controllers, or -1. */
int topology_cable(struct end one, struct end other);

/* The far end of a cable as seen from a controller; 0 when the cable does not touch it. */
int topology_far_end(int cable, struct end near, struct end *far);

#endif
