/*
 * The fabric: what all processes on all emulated nodes share. It stands in a file of the state directory (RSM_IUT_STATE)
 * that every process maps, behind one robust lock. Which processes still live is known by locks on bytes of that file,
 * which the system gives back when a process ends in whatever way; whoever takes the lock next cleans up after it.
 */
#ifndef FABRIC_H
#define FABRIC_H

#include <pthread.h>
#include <rsmapi.h>

#include "gates.h"
#include "topology.h"

enum { MOST_PROCESSES = 256, MOST_EXPORTS = 2048, MOST_IMPORTS = 16384, MOST_LISTED = 64 };

/* The first id that publish assigns by itself. */
#define FIRST_ASSIGNED_ID 0x80000000u

enum link { LINK_ALIVE, LINK_WITHDRAWN, LINK_LOST };

struct fabric_export {
    uint64_t serial; /* names the segment for ever; 0: this place is free */
    uint64_t object; /* the file that its pages are in */
    uint64_t offset;
    uint64_t length;
    int process;
    int node;
    int controller;
    uid_t uid; /* whose segment it is: the identity that published it */
    gid_t gid;
    rsm_permission_t default_mode; /* 0777 less the umask at create */
    int may_rebind;
    rsm_memseg_id_t id; /* 0: not published */
    uint64_t publication;
    uint32_t listed; /* entries of the access list; 0: everybody, by the default mode */
    rsmapi_access_entry_t list[MOST_LISTED];
};

struct fabric_import {
    uint64_t serial; /* 0: this place is free */
    uint64_t export_serial;
    int process;
    int node;
    int controller;
    int exporter_node;
    int exporter_controller;
    enum link link;
};

struct fabric {
    pthread_mutex_t lock;
    uint64_t last_serial;
    rsm_memseg_id_t next_assigned;
    int link_down[MOST_LINKS];
    int node_down[MOST_NODES];
    int controller_absent[MOST_NODES][MOST_CONTROLLERS];
    int node_full[MOST_NODES];
    int connect_delay[MOST_NODES]; /* milliseconds that a connect to the node takes */
    struct gate gates[MOST_GATES];
    int first_free_export;         /* no place below is free */
    int first_free_import;
    int exports_used; /* no place from here on was ever used */
    int imports_used;
    pid_t processes[MOST_PROCESSES]; /* 0: free */
    struct fabric_export exports[MOST_EXPORTS];
    struct fabric_import imports[MOST_IMPORTS];
};

/* Opens the fabric in a directory, and makes it where it is not there yet. NULL with errno when that cannot be done. */
struct fabric *fabric_open(const char *directory, int *descriptor);

/* Takes a place for this process; -1 when there is none left. */
int fabric_join(struct fabric *fabric, int descriptor);

/* The lock. Taking it cleans up after processes that have ended. */
void fabric_lock(struct fabric *fabric, int descriptor, int self);
void fabric_unlock(struct fabric *fabric);

uint64_t fabric_serial(struct fabric *fabric);
struct fabric_export *fabric_new_export(struct fabric *fabric);
struct fabric_import *fabric_new_import(struct fabric *fabric);
struct fabric_export *fabric_find_export(struct fabric *fabric, uint64_t serial);
struct fabric_export *fabric_find_published(struct fabric *fabric, int node, rsm_memseg_id_t id);
void fabric_free_export(struct fabric *fabric, struct fabric_export *export);
void fabric_free_import(struct fabric *fabric, struct fabric_import *import);

/* Takes the publication back: every link with the segment ends. Says how many links there were. */
int fabric_withdraw(struct fabric *fabric, struct fabric_export *export);

/* Ends the links that no path carries any more. */
void fabric_lose_paths(struct fabric *fabric);

/* How a controller reaches a node, or another controller, at this moment. */
enum route { ROUTE_LOCAL, ROUTE_LOOPBACK_ELSEWHERE, ROUTE_UNKNOWN_NODE, ROUTE_NOT_WIRED, ROUTE_DOWN, ROUTE_UP };
enum route fabric_route(const struct fabric *fabric, int node, int controller, rsm_node_id_t to);
int fabric_link_up(const struct fabric *fabric, int link);

#endif
