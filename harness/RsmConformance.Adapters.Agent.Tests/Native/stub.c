/*
 * A librsm.so that says yes: every call succeeds, and what stores a handle stores one. The variable RSM_STUB makes
 * connect with mode 0200 misbehave in one way.
 */
#include <errno.h>
#include <fcntl.h>
#include <rsmapi.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int is_told(const char *what)
{
    const char *told = getenv("RSM_STUB");

    return told != NULL && strcmp(told, what) == 0;
}

static void at_exit(void)
{
    write(1, "atexit of the stub\n", 19);
    if (is_told("crash-at-exit"))
        abort();
}

__attribute__((constructor)) static void begin(void)
{
    if (is_told("crash-when-loaded"))
        abort();
    if (is_told("hang-when-loaded") || (is_told("hang-when-loaded-on-a-bed") && getenv("RSM_STUB_STATE") != NULL))
        for (;;)
            pause();
    atexit(at_exit);
}

static void close_all(int from)
{
    struct rlimit limit;

    getrlimit(RLIMIT_NOFILE, &limit);
    for (int i = from; i < (int)limit.rlim_cur && i < 70000; i++)
        close(i);
}

/* A process that has nothing to do with its father any more. */
static void leave_behind(void)
{
    if (fork() == 0) {
        setsid();
        if (fork() == 0)
            for (;;)
                pause();
        _exit(0);
    }
    wait(NULL);
}

/* Tells a test that the call has begun. */
static void mark(void)
{
    const char *path = getenv("RSM_STUB_MARK");

    if (path != NULL)
        close(open(path, O_CREAT | O_WRONLY, 0644));
}

static void misbehave(rsm_memseg_import_handle_t *memseg)
{
    if (is_told("crash")) {
        volatile int *nowhere = NULL;

        *nowhere = 1;
    }
    if (is_told("fork-and-hang"))
        leave_behind();
    if (is_told("hang") || is_told("fork-and-hang")) {
        mark();
        for (;;)
            pause();
    }
    if (is_told("spin"))
        for (;;)
            continue;
    if (is_told("exit"))
        exit(3);
    if (is_told("noise"))
        for (int i = 0; i < 100; i++) {
            printf("{\"type\":\"closed\"}\n");
            fflush(stdout);
            fprintf(stderr, "noise of the stub\n");
        }
    if (is_told("close-standard"))
        for (int i = 0; i < 3; i++)
            close(i);
    if (is_told("close-all"))
        close_all(0);
    if (is_told("signals")) {
        signal(SIGSEGV, SIG_IGN);
        signal(SIGCHLD, SIG_IGN);
        signal(SIGTERM, SIG_IGN);
        signal(SIGPIPE, SIG_IGN);
    }
    if (is_told("fork"))
        leave_behind();
    if (is_told("beside"))
        ((char *)memseg)[-4] = 1;
    if (is_told("leak"))
        open("/dev/null", O_RDONLY);
}

static int give(void *where)
{
    if (where == NULL)
        return RSMERR_BAD_ADDR;
    *(void **)where = malloc(16);
    return *(void **)where != NULL ? RSM_SUCCESS : RSMERR_INSUFFICIENT_MEM;
}

int rsm_get_controller(char *name, rsmapi_controller_handle_t *controller)
{
    (void)name;
    return give(controller);
}

int rsm_memseg_export_create(rsmapi_controller_handle_t controller, rsm_memseg_export_handle_t *memseg, void *vaddr,
    size_t length, uint_t flags)
{
    (void)controller;
    (void)vaddr;
    (void)length;
    (void)flags;
    return give(memseg);
}

/* A test bed that breaks something leaves a file. */
static int is_down(void)
{
    const char *state = getenv("RSM_STUB_STATE");
    char path[512];

    if (state == NULL)
        return 0;
    snprintf(path, sizeof path, "%s/down", state);
    return access(path, F_OK) == 0;
}

int rsm_memseg_import_connect(rsmapi_controller_handle_t controller, rsm_node_id_t nodeid, rsm_memseg_id_t segment_id,
    rsm_permission_t perm, rsm_memseg_import_handle_t *memseg)
{
    (void)controller;
    (void)nodeid;
    (void)segment_id;
    if (perm == RSM_PERM_WRITE)
        misbehave(memseg);
    return is_down() ? RSMERR_REMOTE_NODE_UNREACHABLE : give(memseg);
}

int rsm_memseg_import_disconnect(rsm_memseg_import_handle_t memseg)
{
    free(memseg);
    return RSM_SUCCESS;
}

int rsm_intr_signal_wait(void *memseg, int timeout)
{
    struct timespec nap = {timeout / 1000, timeout % 1000 * 1000000L};

    (void)memseg;
    return nanosleep(&nap, NULL) != 0 && errno == EINTR ? RSMERR_INTERRUPTED : RSMERR_TIMEOUT;
}

void rsm_free_interconnect_topology(rsm_topology_t *topology_data)
{
    (void)topology_data;
}
