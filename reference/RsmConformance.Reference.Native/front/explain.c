#define _GNU_SOURCE
#include "explain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rsmapi.h>

#define REASON(name, words) {RSMERR_##name, "RSMERR_" #name, words}

static const struct reason {
    int code;
    const char *name, *words;
} reasons[] = {
    REASON(BAD_TOPOLOGY_PTR, "the pointer is NULL"),
    REASON(BAD_CTLR_HNDL, "the controller handle is NULL, was released, or was never one"),
    REASON(CTLR_NOT_PRESENT, "no controller of this name is there, it is absent, or the node's daemon (RSM_NODE_SOCKET) does not answer"),
    REASON(BAD_SEG_HNDL, "the segment handle is NULL, of the other kind, has ended, or was never one"),
    REASON(SEG_ALREADY_PUBLISHED, "the segment is published; unpublish it first"),
    REASON(SEG_NOT_PUBLISHED, "no segment is published under this id on that node"),
    REASON(SEG_NOT_PUBLISHED_TO_NODE, "the segment's access list does not name this node"),
    REASON(SEG_ALREADY_MAPPED, "the import is mapped; unmap it first"),
    REASON(SEG_STILL_MAPPED, "the import is mapped; unmap it first"),
    REASON(SEG_NOT_MAPPED, "the import is not mapped"),
    REASON(NOT_CREATOR, "another process has made the segment"),
    REASON(BAD_BARRIER_PTR, "the barrier's address is NULL or cannot be written"),
    REASON(BAD_SGIO, "the request's address is NULL"),
    REASON(BAD_LOCALMEM_HNDL, "the handle of local memory is not one"),
    REASON(BAD_ADDR, "an address is NULL, not mapped, not writable where it must be, or no memory that can be exported"),
    REASON(BAD_MEM_ALIGNMENT, "an address or offset is not aligned to the page, or to the unit of the transfer"),
    REASON(BAD_OFFSET, "the offset is beyond the segment"),
    REASON(BAD_LENGTH, "the length is 0, beyond the segment, or not one of whole pages"),
    REASON(BAD_ACL, "the access list is NULL, too long, or has an entry that may not stand there"),
    REASON(BAD_SEGID, "the id's address is NULL, or the id is in no range that may be published"),
    REASON(RESERVED_SEGID, "the id is in a range that is not for applications"),
    REASON(SEGID_IN_USE, "another segment of this node has the id"),
    REASON(BAD_MODE, "there is no such barrier mode"),
    REASON(BAD_PERMS, "the permission is none of 0400, 0200, 0600, or more than the import was connected with"),
    REASON(PERM_DENIED, "the permission is none of 0400, 0200, 0600; or the segment's mode denies it to the caller's class (owner, group, other);"
                        " or the import or the memory does not allow it"),
    REASON(REBIND_NOT_ALLOWED, "the segment was created without RSM_ALLOW_REBIND"),
    REASON(INSUFFICIENT_RESOURCES, "no descriptor is free, a limit of the node is reached, or the node's daemon does not answer"),
    REASON(INSUFFICIENT_MEM, "there is no memory"),
    REASON(MAP_FAILED, "the system could not map the pages"),
    REASON(POLLFD_IN_USE, "a poll descriptor was not released (rsm_memseg_release_pollfd)"),
    REASON(BARRIER_UNINITIALIZED, "no barrier is initialised; put and get need one in the mode IMPLICIT, which is the default"),
    REASON(BARRIER_NOT_OPENED, "the barrier is not open"),
    REASON(BARRIER_FAILURE, "data may have been lost since the barrier was opened"),
    REASON(REMOTE_NODE_UNREACHABLE, "no path is up to that node, or there is no such node"),
    REASON(CONN_ABORTED, "the connection is broken: the segment was unpublished, its exporter ended, or the path was lost"),
    REASON(INTERRUPTED, "a signal was caught"),
    REASON(TIMEOUT, "nothing came in time"),
    REASON(BAD_CONF, "there is no configuration file of segment ids"),
    REASON(BAD_ARGS_ERRORS, "the array of descriptors is not one"),
};

void explain(const char *function, int code, bool is_child)
{
    const char *wanted = code == RSM_SUCCESS ? NULL : secure_getenv("RSM_DEBUG");
    if (wanted == NULL || strcmp(wanted, "1") != 0)
        return;
    for (size_t at = 0; at < sizeof reasons / sizeof *reasons; at++)
        if (reasons[at].code == code) {
            dprintf(STDERR_FILENO, "rsm: %s: %s: %s\n", function, reasons[at].name,
                is_child ? "called in a child of fork, which has no handles; only exec makes it a process of its own" : reasons[at].words);
            return;
        }
    dprintf(STDERR_FILENO, "rsm: %s: %d\n", function, code);
}
