/* What the interconnect looks like, and which segment ids are whose. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "caller.h"
#include "process.h"
#include "public.h"

static int count_paths(int controller)
{
    int paths = 0;
    struct end far;
    for (int cable = 0; cable < MOST_LINKS; cable++) {
        paths += topology_far_end(cable, (struct end){process.node, controller}, &far);
    }
    return paths;
}

static size_t block_size(int paths)
{
    return sizeof(rsm_connections_hdr_t) + (size_t)paths * sizeof(rsm_remote_cntlr_t);
}

static void fill(rsm_connections_t *block, int controller)
{
    struct end near = {process.node, controller};
    struct end far;
    int path = 0;
    strcpy(block->hdr.cntlr_name, topology_controller_name(process.node, controller));
    block->hdr.local_hwaddr = topology_address(near);
    block->hdr.remote_cntlr_count = count_paths(controller);
    for (int cable = 0; cable < MOST_LINKS; cable++) {
        if (topology_far_end(cable, near, &far)) {
            rsm_remote_cntlr_t *remote = &block->remote_cntlr[path++];
            remote->remote_nodeid = topology_node_id(far.node);
            strcpy(remote->remote_cntlrname, topology_controller_name(far.node, far.controller));
            remote->remote_hwaddr = topology_address(far);
            remote->connection_state = fabric_link_up(process.fabric, cable) ? RSM_CONNECTION_ACTIVE : 1;
        }
    }
}

/* One block of memory: header, pointers, then the controllers; the loopback controller is not among them. */
static int get_topology(rsm_topology_t **out)
{
    size_t size = sizeof(rsm_topology_hdr_t) + MOST_CONTROLLERS * sizeof(rsm_connections_t *);
    if (out == NULL) {
        return RSMERR_BAD_TOPOLOGY_PTR;
    }
    for (int at = LOOPBACK + 1; at < MOST_CONTROLLERS; at++) {
        size += block_size(count_paths(at));
    }
    rsm_topology_t *topology = calloc(1, size);
    if (topology == NULL) {
        return RSMERR_INSUFFICIENT_MEM;
    }
    if (!caller_write(out, &topology, sizeof topology)) {
        free(topology);
        return RSMERR_BAD_ADDR;
    }
    char *place = (char *)(&topology->connections[0] + MOST_CONTROLLERS);
    topology->topology_hdr.local_nodeid = topology_node_id(process.node);
    for (int at = LOOPBACK + 1; at < MOST_CONTROLLERS; at++) {
        if (topology_controller_name(process.node, at) != NULL) {
            rsm_connections_t *block = (rsm_connections_t *)(void *)place;
            fill(block, at);
            topology->connections[topology->topology_hdr.local_cntlr_count++] = block;
            place += block_size(block->hdr.remote_cntlr_count);
        }
    }
    return RSM_SUCCESS;
}

int rsm_get_interconnect_topology(rsm_topology_t **topology_data)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, get_topology(topology_data));
}
PUBLIC(rsm_get_interconnect_topology);

void rsm_free_interconnect_topology(rsm_topology_t *topology_data)
{
    free(topology_data);
}
PUBLIC(rsm_free_interconnect_topology);

/* A line is "reserved APPLICATION BASE-IN-HEX COUNT"; blank lines and comments are passed over. */
static int find_range(FILE *file, const char *appid, rsm_memseg_id_t *baseid, uint32_t *length)
{
    char line[512];
    while (fgets(line, sizeof line, file) != NULL) {
        char keyword[16], name[256];
        unsigned base, count;
        int fields = sscanf(line, "%15s %255s %x %u", keyword, name, &base, &count);
        if (fields <= 0 || keyword[0] == '#') {
            continue;
        }
        if (fields < 4 || strcmp(keyword, "reserved") != 0) {
            return RSMERR_BAD_CONF;
        }
        if (strcasecmp(name, appid) == 0) {
            *baseid = base;
            *length = count;
            return RSM_SUCCESS;
        }
    }
    return RSMERR_BAD_APPID;
}

int rsm_get_segmentid_range(const char *appid, rsm_memseg_id_t *baseid, uint32_t *length)
{
    if (appid == NULL || baseid == NULL || length == NULL) {
        return RSMERR_BAD_ADDR;
    }
    const char *path = getenv("RSM_IUT_SEGMENTID");
    FILE *file = fopen(path != NULL ? path : "/etc/rsm/rsm.segmentid", "re");
    if (file == NULL) {
        return RSMERR_BAD_CONF;
    }
    int code = find_range(file, appid, baseid, length);
    fclose(file);
    return code;
}
PUBLIC(rsm_get_segmentid_range);
