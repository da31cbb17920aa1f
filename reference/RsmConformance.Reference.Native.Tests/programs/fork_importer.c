/*
 * Forks 200 times while three threads use imports of another node: one connects and disconnects, one reads, one waits for signals. Every
 * call of a child is refused at once with the error for a bad handle; the parent goes on, and nobody hangs.
 */
#include "check.h"

enum { CHILDREN = 200, THREADS = 3, OTHER_NODE = 2 };

static rsmapi_controller_handle_t ctl;
static rsm_memseg_import_handle_t mapped, read_from;
static int over;
static unsigned long rounds[THREADS];

static int go_on(int thread)
{
    __atomic_add_fetch(&rounds[thread], 1, __ATOMIC_RELAXED);
    return !__atomic_load_n(&over, __ATOMIC_RELAXED);
}

static void *connect_always(void *unused)
{
    while (go_on(0))
        IS(rsm_memseg_import_disconnect(connected(ctl, OTHER_NODE, SEGMENT)), RSM_SUCCESS);
    return unused;
}

static void *read_always(void *unused)
{
    char data[64];
    while (go_on(1))
        IS(rsm_memseg_import_get(read_from, 0, data, sizeof data), RSM_SUCCESS);
    return unused;
}

static void *wait_always(void *unused)
{
    while (go_on(2))
        IS(rsm_intr_signal_wait(mapped, 1), RSMERR_TIMEOUT);
    return unused;
}

static void child(const char *map)
{
    rsmapi_controller_handle_t again;
    rsm_memseg_import_handle_t other;
    void *address;
    char data[64];
    alarm(20);
    CHECK(map[0] == 'e');
    IS(rsm_get_controller("sci0", &again), RSMERR_CTLR_NOT_PRESENT);
    IS(rsm_memseg_import_connect(ctl, OTHER_NODE, SEGMENT, RSM_PERM_READ, &other), RSMERR_BAD_CTLR_HNDL);
    IS(rsm_memseg_import_map(read_from, &address, RSM_MAP_NONE, RSM_PERM_READ, 0, PAGE), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_get(read_from, 0, data, sizeof data), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_put(read_from, 0, data, sizeof data), RSMERR_BAD_SEG_HNDL);
    IS(rsm_intr_signal_wait(mapped, -1), RSMERR_BAD_SEG_HNDL);
    IS(rsm_intr_signal_post(mapped, 0), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_unmap(mapped), RSMERR_BAD_SEG_HNDL);
    IS(rsm_memseg_import_disconnect(mapped), RSMERR_BAD_SEG_HNDL);
    _exit(0);
}

int main(void)
{
    void *(*const works[THREADS])(void *) = {connect_always, read_always, wait_always};
    pthread_t threads[THREADS];
    char *map;
    ctl = controller("sci0");
    mapped = connected(ctl, OTHER_NODE, SEGMENT);
    read_from = connected(ctl, OTHER_NODE, SEGMENT);
    IS(rsm_memseg_import_set_mode(read_from, RSM_BARRIER_MODE_EXPLICIT), RSM_SUCCESS);
    IS(rsm_memseg_import_map(mapped, (void **)&map, RSM_MAP_NONE, RSM_PERM_RDWR, 0, PAGE), RSM_SUCCESS);
    for (int number = 0; number < THREADS; number++)
        CHECK(pthread_create(&threads[number], NULL, works[number], NULL) == 0);
    for (int number = 0; number < CHILDREN; number++) {
        int status;
        pid_t made = fork();
        CHECK(made >= 0);
        if (made == 0)
            child(map);
        CHECK(waitpid(made, &status, 0) == made && status == 0);
    }
    __atomic_store_n(&over, 1, __ATOMIC_RELAXED);
    for (int number = 0; number < THREADS; number++) {
        CHECK(pthread_join(threads[number], NULL) == 0);
        CHECK(rounds[number] > 1);
    }
    IS(rsm_memseg_import_unmap(mapped), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(mapped), RSM_SUCCESS);
    IS(rsm_memseg_import_disconnect(read_from), RSM_SUCCESS);
    return 0;
}
