/*
 * What a test bed does to the emulated cluster, from outside. The state directory is that of RSM_IUT_STATE.
 *
 *     rsm-fabric link-down|link-up 1.sci0 2.sci0
 *     rsm-fabric node-down|node-up|full|not-full 2
 *     rsm-fabric controller-absent|controller-present 1.sci0
 *     rsm-fabric delay 2 500          a connect to node 2 takes 500 milliseconds
 *     rsm-fabric importers 2          prints how many links there are with segments of node 2
 *     rsm-fabric hold|release GATE ROLE
 *     rsm-fabric fail GATE ROLE 32    the next call of the role there fails with that code
 *     rsm-fabric reset                as it was at first
 *
 * Ends with 0, or with 2 and words.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fabric.h"
#include "files.h"

static int refuse(const char *what, const char *why)
{
    fprintf(stderr, "rsm-fabric: %s: %s\n", what, why);
    return 2;
}

static int read_node(const char *text)
{
    char *rest;
    unsigned long id = text == NULL ? 0 : strtoul(text, &rest, 10);
    return text == NULL || (*rest != '\0' && *rest != '.') ? -1 : topology_node((rsm_node_id_t)id);
}

static int read_end(const char *text, struct end *end)
{
    const char *dot = text == NULL ? NULL : strchr(text, '.');
    end->node = read_node(text);
    end->controller = dot == NULL || end->node < 0 ? -1 : topology_controller(end->node, dot + 1);
    return end->controller >= 0;
}

static int on_cable(struct fabric *fabric, char **argument, int down)
{
    struct end one, other;
    if (!read_end(argument[1], &one) || !read_end(argument[1] == NULL ? NULL : argument[2], &other)) {
        return refuse(argument[0], "two controllers are needed, such as 1.sci0 2.sci0");
    }
    int cable = topology_cable(one, other);
    if (cable < 0) {
        return refuse(argument[0], "no cable joins them");
    }
    fabric->link_down[cable] = down;
    return 0;
}

static int on_controller(struct fabric *fabric, char **argument, int absent)
{
    struct end end;
    if (!read_end(argument[1], &end)) {
        return refuse(argument[0], "a controller is needed, such as 1.sci0");
    }
    fabric->controller_absent[end.node][end.controller] = absent;
    return 0;
}

static int count_importers(const struct fabric *fabric, int node)
{
    int links = 0;
    for (int at = 0; at < fabric->imports_used; at++) {
        links += fabric->imports[at].serial != 0 && fabric->imports[at].exporter_node == node;
    }
    return links;
}

static int on_node(struct fabric *fabric, char **argument)
{
    const char *verb = argument[0];
    int node = read_node(argument[1]);
    if (node < 0) {
        return refuse(verb, "the id of a node is needed");
    }
    if (strcmp(verb, "node-down") == 0 || strcmp(verb, "node-up") == 0) {
        fabric->node_down[node] = strcmp(verb, "node-down") == 0;
    } else if (strcmp(verb, "full") == 0 || strcmp(verb, "not-full") == 0) {
        fabric->node_full[node] = strcmp(verb, "full") == 0;
    } else if (strcmp(verb, "importers") == 0) {
        printf("%d\n", count_importers(fabric, node));
    } else if (strcmp(verb, "delay") == 0 && argument[2] != NULL) {
        fabric->connect_delay[node] = atoi(argument[2]);
    } else {
        return refuse(verb, "no such command; the head of rsm-fabric.c lists them");
    }
    return 0;
}

static int on_gate(struct fabric *fabric, char **argument)
{
    const char *verb = argument[0];
    int failing = strcmp(verb, "fail") == 0;
    int code = failing && argument[1] != NULL && argument[2] != NULL && argument[3] != NULL ? atoi(argument[3]) : 0;
    if (argument[1] == NULL || argument[2] == NULL || (failing && code <= 0)) {
        return refuse(verb, failing ? "a gate, a role and a code are needed" : "a gate and a role are needed");
    }
    if (strcmp(verb, "release") == 0) {
        gate_release(fabric, argument[1], argument[2]);
        return 0;
    }
    return gate_set(fabric, argument[1], argument[2], code) ? 0 : refuse(verb, "there is no place for another gate");
}

static int reset(struct fabric *fabric)
{
    gates_release_all(fabric);
    memset(fabric->link_down, 0, sizeof fabric->link_down);
    memset(fabric->node_down, 0, sizeof fabric->node_down);
    memset(fabric->controller_absent, 0, sizeof fabric->controller_absent);
    memset(fabric->node_full, 0, sizeof fabric->node_full);
    memset(fabric->connect_delay, 0, sizeof fabric->connect_delay);
    return 0;
}

static int obey(struct fabric *fabric, char **argument)
{
    const char *verb = argument[0];
    if (strcmp(verb, "reset") == 0) {
        return reset(fabric);
    }
    if (strcmp(verb, "link-down") == 0 || strcmp(verb, "link-up") == 0) {
        return on_cable(fabric, argument, strcmp(verb, "link-down") == 0);
    }
    if (strcmp(verb, "hold") == 0 || strcmp(verb, "release") == 0 || strcmp(verb, "fail") == 0) {
        return on_gate(fabric, argument);
    }
    if (strncmp(verb, "controller-", 11) == 0) {
        return on_controller(fabric, argument, strcmp(verb, "controller-absent") == 0);
    }
    return on_node(fabric, argument);
}

int main(int count, char **argument)
{
    int descriptor;
    if (count < 2) {
        return refuse("usage", "rsm-fabric COMMAND ...; the head of rsm-fabric.c lists them");
    }
    struct fabric *fabric = fabric_open(files_directory(), &descriptor);
    if (fabric == NULL) {
        return refuse(files_directory(), strerror(errno));
    }
    fabric_lock(fabric, descriptor, -1);
    int code = obey(fabric, argument + 1);
    if (code == 0) {
        fabric_lose_paths(fabric);
    }
    fabric_unlock(fabric);
    return code;
}
