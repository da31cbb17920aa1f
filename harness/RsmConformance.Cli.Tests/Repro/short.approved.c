/*
 * Connect reports RSMERR_REMOTE_NODE_UNREACHABLE when the node is not known or cannot be reached.
 *
 * Assertion: connect.error.remote-node-unreachable
 * Source:    rsm_memseg_import_connect(3RSM), ERRORS
 * Expected:  RSMERR_REMOTE_NODE_UNREACHABLE from rsm_memseg_import_connect
 * Seen:      RSMERR_INTERNAL_ERROR
 *
 * Reduced from the case connect.error.remote-node-unreachable/unknown-node-through-x0: 2 of 7 steps, 1
 * of 2 processes, 1 of 2 threads.
 *
 * Build:  cc -std=c11 -pthread -I DIR_OF_RSMAPI_H THIS.c -o repro -L DIR_OF_LIBRSM -lrsm -Wl,-rpath,DIR_OF_LIBRSM
 * Run:    ./repro
 * Exit:   0 the library does as expected; 1 it does not; 2 the scene could not be set
 */

#define _GNU_SOURCE
#include <rsmapi.h>
#include <stdio.h>
#include <stdlib.h>

#define EXPECTED "RSMERR_REMOTE_NODE_UNREACHABLE from rsm_memseg_import_connect"

/* The test bed: another may have others. */
#define ID_S1 0x600000
#define NODE_UNKNOWN 63

/* What sets the scene must succeed. */
#define OK(...) gives(RSM_SUCCESS, (__VA_ARGS__), #__VA_ARGS__)

/* The tools, which are at the end. */
static void fail(const char *seen);
static void gives(int wanted, int code, const char *call);
static const char *name_of(int code);

int main(void)
{
    rsmapi_controller_handle_t ctl;
    rsm_memseg_import_handle_t imp;
    int code;

    OK(rsm_get_controller("sci0", &ctl));
    /* Here it fails. Expected: RSMERR_REMOTE_NODE_UNREACHABLE from rsm_memseg_import_connect. Seen: RSMERR_INTERNAL_ERROR. */
    code = rsm_memseg_import_connect(ctl, NODE_UNKNOWN, ID_S1, RSM_PERM_RDWR, &imp);
    if (code != RSMERR_REMOTE_NODE_UNREACHABLE)
        fail(name_of(code));
    puts("as expected: " EXPECTED);
    return 0;
}

static void leave(int code)
{
    exit(code);
}

static void fail(const char *seen)
{
    printf("expected: %s\nseen:     %s\n", EXPECTED, seen);
    leave(1);
}

static void gives(int wanted, int code, const char *call)
{
    if (code == wanted)
        return;
    printf("set-up failed: %s returned %d where %d was needed\n", call, code, wanted);
    leave(2);
}

static const char *name_of(int code)
{
    static char text[32];

    if (code == RSM_SUCCESS)
        return "RSM_SUCCESS";
    if (code == RSMERR_INTERNAL_ERROR)
        return "RSMERR_INTERNAL_ERROR";
    snprintf(text, sizeof text, "the code %d", code);
    return text;
}
