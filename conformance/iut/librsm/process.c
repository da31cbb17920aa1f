#include "process.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "files.h"

/* One process has one place in the fabric, however many threads call. */
struct process process;
static pthread_mutex_t joining = PTHREAD_MUTEX_INITIALIZER;

static void before_fork(void)
{
    pthread_mutex_lock(&joining);
}

static void after_fork(void)
{
    pthread_mutex_unlock(&joining);
}

static int node_of_environment(void)
{
    const char *node = getenv("RSM_IUT_NODE");
    return node == NULL ? 0 : topology_node((rsm_node_id_t)strtoul(node, NULL, 10));
}

/* A child of fork is a process of its own: it joins anew, and the segments of its parent are none of its business. */
static int join(void)
{
    if (process.fabric == NULL) {
        process.node = node_of_environment();
        process.fabric = process.node < 0 ? NULL : fabric_open(files_directory(), &process.descriptor);
        if (process.fabric == NULL || pthread_atfork(before_fork, after_fork, after_fork) != 0) {
            return RSMERR_INSUFFICIENT_RESOURCES;
        }
    }
    process.place = fabric_join(process.fabric, process.descriptor);
    if (process.place < 0) {
        return RSMERR_INSUFFICIENT_RESOURCES;
    }
    process.pid = getpid();
    return RSM_SUCCESS;
}

int process_enter(int *saved_errno)
{
    *saved_errno = errno;
    int code = RSM_SUCCESS;
    pthread_mutex_lock(&joining);
    if (process.pid != getpid()) {
        code = join();
    }
    pthread_mutex_unlock(&joining);
    if (code == RSM_SUCCESS) {
        fabric_lock(process.fabric, process.descriptor, process.place);
    } else {
        errno = *saved_errno;
    }
    return code;
}

int process_leave(int saved_errno, int code)
{
    fabric_unlock(process.fabric);
    errno = saved_errno;
    return code;
}
