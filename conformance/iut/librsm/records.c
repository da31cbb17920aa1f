/* The records of the fabric: export segments, import segments, and the paths between them. */
#include <string.h>

#include "defects.h"
#include "fabric.h"
#include "files.h"

uint64_t fabric_serial(struct fabric *fabric)
{
    return ++fabric->last_serial;
}

struct fabric_export *fabric_new_export(struct fabric *fabric)
{
    for (int at = fabric->first_free_export; at < MOST_EXPORTS; at++) {
        struct fabric_export *export = &fabric->exports[at];
        if (export->serial == 0) {
            memset(export, 0, sizeof *export);
            fabric->first_free_export = at + 1;
            fabric->exports_used = at < fabric->exports_used ? fabric->exports_used : at + 1;
            return export;
        }
    }
    return NULL;
}

struct fabric_import *fabric_new_import(struct fabric *fabric)
{
    for (int at = fabric->first_free_import; at < MOST_IMPORTS; at++) {
        struct fabric_import *import = &fabric->imports[at];
        if (import->serial == 0) {
            memset(import, 0, sizeof *import);
            fabric->first_free_import = at + 1;
            fabric->imports_used = at < fabric->imports_used ? fabric->imports_used : at + 1;
            return import;
        }
    }
    return NULL;
}

struct fabric_export *fabric_find_export(struct fabric *fabric, uint64_t serial)
{
    for (int at = 0; at < fabric->exports_used; at++) {
        if (fabric->exports[at].serial == serial) {
            return &fabric->exports[at];
        }
    }
    return NULL;
}

struct fabric_export *fabric_find_published(struct fabric *fabric, int node, rsm_memseg_id_t id)
{
    for (int at = 0; id != 0 && at < fabric->exports_used; at++) {
        struct fabric_export *export = &fabric->exports[at];
        if (export->serial != 0 && export->node == node && export->id == id) {
            return export;
        }
    }
    return NULL;
}

void fabric_free_export(struct fabric *fabric, struct fabric_export *export)
{
    int at = (int)(export - fabric->exports);
    int shared = 0;
    for (int other = 0; other < fabric->exports_used; other++) {
        shared |= other != at && fabric->exports[other].serial != 0 && fabric->exports[other].object == export->object;
    }
    if (!shared) {
        files_drop_object(export->object);
    }
    files_drop_bell(export->serial);
    export->serial = 0;
    fabric->first_free_export = at < fabric->first_free_export ? at : fabric->first_free_export;
}

void fabric_free_import(struct fabric *fabric, struct fabric_import *import)
{
    int at = (int)(import - fabric->imports);
    files_drop_bell(import->serial);
    import->serial = 0;
    fabric->first_free_import = at < fabric->first_free_import ? at : fabric->first_free_import;
}

int fabric_withdraw(struct fabric *fabric, struct fabric_export *export)
{
    int links = 0;
    export->id = 0;
    for (int at = 0; at < fabric->imports_used; at++) {
        struct fabric_import *import = &fabric->imports[at];
        if (DEFECT(links_survive_unpublish)) {
            break;
        }
        if (import->serial != 0 && import->export_serial == export->serial && import->link != LINK_WITHDRAWN) {
            import->link = LINK_WITHDRAWN;
            links++;

            /* Whoever waits for a signal from the exporter learns that none will come. */
            files_ring(import->serial, 1);
        }
    }
    return links;
}

static int end_works(const struct fabric *fabric, struct end end)
{
    return !fabric->node_down[end.node] && !fabric->controller_absent[end.node][end.controller];
}

int fabric_link_up(const struct fabric *fabric, int link)
{
    const struct cable *cable = &topology_cables[link];
    return !fabric->link_down[link] && end_works(fabric, cable->one) && end_works(fabric, cable->other);
}

enum route fabric_route(const struct fabric *fabric, int node, int controller, rsm_node_id_t to)
{
    int target = topology_node(to);
    if (target == node) {
        return ROUTE_LOCAL;
    }
    if (controller == LOOPBACK) {
        return ROUTE_LOOPBACK_ELSEWHERE;
    }
    enum route best = target < 0 ? ROUTE_UNKNOWN_NODE : ROUTE_NOT_WIRED;
    for (int link = 0; link < MOST_LINKS; link++) {
        struct end far;
        if (topology_far_end(link, (struct end){node, controller}, &far) && far.node == target) {
            best = fabric_link_up(fabric, link) ? ROUTE_UP : best == ROUTE_UP ? ROUTE_UP : ROUTE_DOWN;
        }
    }
    return best;
}

static int path_carries(const struct fabric *fabric, const struct fabric_import *import)
{
    if (import->node == import->exporter_node) {
        return !fabric->controller_absent[import->node][import->controller];
    }
    int link = topology_cable(
        (struct end){import->node, import->controller},
        (struct end){import->exporter_node, import->exporter_controller});
    return link >= 0 && fabric_link_up(fabric, link);
}

void fabric_lose_paths(struct fabric *fabric)
{
    for (int at = 0; at < fabric->imports_used; at++) {
        struct fabric_import *import = &fabric->imports[at];
        if (import->serial != 0 && import->link == LINK_ALIVE && !path_carries(fabric, import)) {
            import->link = LINK_LOST;
            files_ring(import->serial, 1);
        }
    }
}
