/* A child of fork has no handles: every call is refused at once, and the parent goes on, whatever its threads do meanwhile. */
#include "check.h"

enum { CHILDREN = 200, THREADS = 3 };

static rsmapi_controller_handle_t loopback;
static rsm_memseg_export_handle_t export;
static int over;

static void *connect_always(void *unused)
{
    while (!__atomic_load_n(&over, __ATOMIC_RELAXED))
        IS(rsm_memseg_import_disconnect(connected(loopback, 1, SEGMENT)), RSM_SUCCESS);
    return unused;
}

static void child(rsm_memseg_import_handle_t import)
{
    rsmapi_controller_handle_t again;
    rsm_memseg_import_handle_t other;
    alarm(20);
    IS(rsm_get_controller("loopback", &again), RSMERR_CTLR_NOT_PRESENT);
    IS(rsm_memseg_import_connect(loopback, 1, SEGMENT, RSM_PERM_READ, &other), RSMERR_BAD_CTLR_HNDL);
    IS(rsm_memseg_import_disconnect(import), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_export_unpublish(export), RSMERR_BAD_SEG_HNDL);
    IS(rsm_intr_signal_wait(import, -1), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_export_destroy(export), RSMERR_BAD_SEG_HNDL);
    rsm_free_interconnect_topology(NULL);
    _exit(0);
}

int main(void)
{
    pthread_t threads[THREADS];
    int status;

    /* Before the first call a child is a process like any other. */
    pid_t early = fork();
    if (early == 0) {
        controller("loopback");
        _exit(0);
    }
    CHECK(waitpid(early, &status, 0) == early && status == 0);

    loopback = controller("loopback");
    export = exported(loopback, pages(1, 'f'), 1, SEGMENT);
    rsm_memseg_import_handle_t import = connected(loopback, 1, SEGMENT);
    for (int number = 0; number < THREADS; number++)
        CHECK(pthread_create(&threads[number], NULL, connect_always, NULL) == 0);
    for (int number = 0; number < CHILDREN; number++) {
        pid_t made = fork();
        CHECK(made >= 0);
        if (made == 0)
            child(import);
        CHECK(waitpid(made, &status, 0) == made && status == 0);
    }
    __atomic_store_n(&over, 1, __ATOMIC_RELAXED);
    for (int number = 0; number < THREADS; number++)
        CHECK(pthread_join(threads[number], NULL) == 0);
    IS(rsm_memseg_import_disconnect(import), RSM_SUCCESS);
    return 0;
}
