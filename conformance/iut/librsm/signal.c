/* Signals: each segment has a bell, a pipe that holds a byte a signal. A wait takes all that are there. */
#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "caller.h"
#include "defects.h"
#include "files.h"
#include "process.h"
#include "public.h"

/* Empties a bell; whether it rang. */
static int hear(int bell)
{
    char bytes[256];
    int rang = 0;
    while (read(bell, bytes, sizeof bytes) > 0) {
        rang = 1;
    }
    return rang;
}

static int post(const struct segment *segment, uint_t flags)
{
    int once = (flags & RSM_SIGPOST_NO_ACCUMULATE) != 0;
    struct fabric *fabric = process.fabric;
    if (segment->kind == KIND_IMPORT) {
        const struct fabric_import *link = &fabric->imports[segment->record];
        if (link->link != LINK_ALIVE) {
            return RSMERR_CONN_ABORTED;
        }
        return files_ring(link->export_serial, once) == 0 ? RSM_SUCCESS : RSMERR_REMOTE_NODE_UNREACHABLE;
    }
    for (int at = 0; at < fabric->imports_used; at++) {
        const struct fabric_import *link = &fabric->imports[at];
        if (link->serial != 0 && link->export_serial == segment->serial && link->link == LINK_ALIVE) {
            files_ring(link->serial, once);
        }
    }
    return RSM_SUCCESS;
}

static int is_lost(const void *handle)
{
    const struct segment *import = import_find(handle);
    return import != NULL && process.fabric->imports[import->record].link != LINK_ALIVE;
}

static long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Waits with the lock open; what was disconnected meanwhile is seen by its handle. */
static int wait_for(const void *handle, int timeout)
{
    long end = now() + timeout;
    for (;;) {
        const struct segment *segment = segment_find(handle);
        if (segment == NULL) {
            return RSMERR_BAD_SEG_HNDL;
        }
        if (is_lost(handle)) {
            return RSMERR_CONN_ABORTED;
        }
        if (hear(segment->bell)) {
            return RSM_SUCCESS;
        }
        long left = timeout < 0 ? -1 : end - now();
        if (timeout >= 0 && left <= 0) {
            return RSMERR_TIMEOUT;
        }
        struct pollfd ringing = {segment->bell, POLLIN, 0};
        fabric_unlock(process.fabric);
        int interrupted = poll(&ringing, 1, (int)left) < 0 && errno == EINTR;
        fabric_lock(process.fabric, process.descriptor, process.place);
        if (interrupted) {
            return RSMERR_INTERRUPTED;
        }
    }
}

static int get_pollfd(struct segment *segment, struct pollfd *out)
{
    struct pollfd made = {segment == NULL ? -1 : segment->bell, POLLRDNORM, 0};
    if (segment == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    if (out == NULL || !caller_write(out, &made, sizeof made)) {
        return RSMERR_BAD_ADDR;
    }
    segment->pollfds = DEFECT(pollfds_not_counted) ? 1 : segment->pollfds + 1;
    return RSM_SUCCESS;
}

static int release_pollfd(struct segment *segment)
{
    if (segment == NULL) {
        return RSMERR_BAD_SEG_HNDL;
    }
    segment->pollfds -= segment->pollfds > 0;
    return RSM_SUCCESS;
}

int rsm_intr_signal_post(void *memseg, uint_t flags)
{
    int saved;
    int code = process_enter(&saved);
    if (code != RSM_SUCCESS) {
        return code;
    }
    const struct segment *segment = segment_find(memseg);
    return process_leave(saved, segment == NULL ? RSMERR_BAD_SEG_HNDL : post(segment, flags));
}
PUBLIC(rsm_intr_signal_post);

int rsm_intr_signal_wait(void *memseg, int timeout)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, wait_for(memseg, timeout));
}
PUBLIC(rsm_intr_signal_wait);

int rsm_intr_signal_wait_pollfd(struct pollfd *fds, nfds_t nfds, int timeout, int *numfdsp)
{
    int saved = errno;
    int ready = poll(fds, nfds, timeout);
    int error = errno;
    errno = saved;
    if (ready < 0) {
        return error == EINTR ? RSMERR_INTERRUPTED
            : error == EFAULT ? RSMERR_BAD_ADDR
            : error == EINVAL ? RSMERR_BAD_ARGS_ERRORS
                              : RSMERR_INSUFFICIENT_RESOURCES;
    }
    for (nfds_t at = 0; at < nfds; at++) {
        if (fds[at].revents & (POLLRDNORM | POLLIN)) {
            hear(fds[at].fd);
        }
    }
    errno = saved;
    if (numfdsp != NULL && !caller_write(numfdsp, &ready, sizeof ready)) {
        return RSMERR_BAD_ADDR;
    }
    return ready == 0 ? RSMERR_TIMEOUT : RSM_SUCCESS;
}
PUBLIC(rsm_intr_signal_wait_pollfd);

int rsm_memseg_get_pollfd(void *memseg, struct pollfd *fd)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, get_pollfd(segment_find(memseg), fd));
}
PUBLIC(rsm_memseg_get_pollfd);

int rsm_memseg_release_pollfd(void *memseg)
{
    int saved;
    int code = process_enter(&saved);
    return code != RSM_SUCCESS ? code : process_leave(saved, release_pollfd(segment_find(memseg)));
}
PUBLIC(rsm_memseg_release_pollfd);
