/* What one process has: its place in the fabric, its handles, and its segments. Everything here is behind the fabric's lock. */
#ifndef PROCESS_H
#define PROCESS_H

#include "fabric.h"

enum kind { KIND_CONTROLLER = 1, KIND_EXPORT, KIND_IMPORT, KIND_LOCAL_MEMORY };

/* The pages of an object in this process. */
struct window {
    char *address;
    uint64_t length;
};

/* What a caller maps of a segment; no address: nothing. */
struct view {
    struct window window;
    uint64_t offset;
    int protection;
};

struct segment {
    enum kind kind;
    pid_t owner; /* a child of fork has the handle, but not the segment */
    uint64_t serial;
    int record; /* index in the fabric */
    int bell;
    int pollfds;
    int controller;
    struct window pages; /* export: the caller's memory. import: what transfers go through */
    uint64_t object;     /* import: the object behind the pages */
    uint64_t offset;
    rsm_permission_t perm;
    rsm_barrier_mode_t mode;
    struct view *map; /* import: the caller's map; there from the start, so that map needs no memory */
    int used; /* a transfer went through it */
    int busy; /* transfers under way; the last of them frees what was disconnected meanwhile */
    int closed;
    struct segment *next; /* export: the process's other ones */
};

struct process {
    pid_t pid; /* 0: has not joined */
    int place;
    int descriptor;
    int node;
    struct fabric *fabric;
    struct segment *exports;
};

extern struct process process;

/* Enters the library: joins the fabric at the first call and takes the lock. 0, or the code that says why not. */
int process_enter(int *saved_errno);

/* Leaves it with the result; errno is the caller's again. */
int process_leave(int saved_errno, int code);

/* Handles: a number that names kind, place and use of the place, so that one that is stale, foreign or garbage is seen. */
void *handle_of(enum kind kind, void *object); /* NULL when there is no memory */
void *handle_find(enum kind kind, const void *handle);
void handle_drop(const void *handle);

/* The segment behind a handle of exports or imports; NULL when it is none of this process. */
struct segment *segment_find(const void *handle);
struct segment *import_find(const void *handle);

#endif
